/** What the audit is filtered by, and the question that it makes. */
import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import type { AuditFilter } from '#shared/contract/audit.ts'
import type { AuditAction } from '#shared/domain/audit.ts'

const NOTHING = {
  text: '' as string | null,
  user: null as string | null,
  action: null as AuditAction | null,
  /** Days, as the fields have them. */
  from: '',
  until: '',
  dangerousOnly: false
}

/** Between the last key and the question. */
const SETTLE = 250

/** The beginning of a day of this place, so many days later. */
function startOf(day: string, later = 0): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  const at = new Date(year, month - 1, date + later).getTime()
  return at >= 0 ? at : null
}

export function useAuditFilters() {
  const filters = reactive({ ...NOTHING })
  const text = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => filters.text,
    (typed) => {
      clearTimeout(timer)
      timer = setTimeout(() => (text.value = typed ?? ''), SETTLE)
    }
  )
  onScopeDispose(() => clearTimeout(timer))
  const asked = computed<AuditFilter>(() => ({
    text: text.value,
    user: filters.user,
    action: filters.action,
    from: startOf(filters.from),
    until: startOf(filters.until, 1),
    dangerousOnly: filters.dangerousOnly
  }))
  const filtered = computed(() =>
    Object.values(asked.value).some((value) => value !== null && value !== '' && value !== false)
  )
  return { filters, asked, filtered, reset: () => void Object.assign(filters, NOTHING) }
}
