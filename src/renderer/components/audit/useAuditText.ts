import { computed, type ComputedRef } from 'vue'
import { auditText, type AuditText } from '#shared/messages/audited/text.ts'
import { useSharedMessages } from '../../composables/useSharedMessages.ts'

/** What an entry says, in the window's language. */
export function useAuditText(): ComputedRef<AuditText> {
  const messages = useSharedMessages()
  return computed(() => auditText(messages.value))
}
