import { useI18n } from 'vue-i18n'
import type { Client } from '#shared/contract/rows.ts'
import { useFailureText } from './useFailureText.ts'
import { useFormat } from './useFormat.ts'

const MINUTE = 60_000

/** What there is to say of a computer's state: when it was last asked, and why it is not known where it is not. */
export function useClientStateText() {
  const { t } = useI18n()
  const { ago } = useFormat()
  const failureText = useFailureText()
  return {
    /** In minutes: a line that changes every second would draw the eye to what is right. */
    checked(client: Client, now: number): string {
      const at = client.stateCheckedAt
      if (at === null) return t('groups.notChecked')
      if (now - at < MINUTE) return t('groups.justChecked')
      return t('groups.checked', { ago: ago(at, now) })
    },
    /** Empty where its state is known. */
    reason: (client: Client): string => (client.stateFailure ? failureText(client.stateFailure) : '')
  }
}
