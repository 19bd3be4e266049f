/** What a seat of the plan shows of its computer, and says of it. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { ClientState } from '#shared/domain/states.ts'
import { CLIENT_LOOKS } from '../../composables/stateLooks.ts'
import { useFormat } from '../../composables/useFormat.ts'
import { useCarried } from '../../stores/carried.ts'
import { useInventory } from '../../stores/inventory.ts'
import { useTraces } from '../../stores/traces.ts'

interface Seat {
  readonly column: number
  readonly row: number
  readonly clientId: number | null
}

export function useSeat(props: Seat) {
  const { t } = useI18n()
  const { percent } = useFormat()
  const router = useRouter()
  const inventory = useInventory()
  const traces = useTraces()
  const carried = useCarried()

  const client = computed(() => inventory.client(props.clientId))
  const job = computed(() => (props.clientId === null ? undefined : traces.jobOfClient(props.clientId)))
  const href = computed(() => router.resolve({ name: 'client', params: { id: props.clientId ?? 0 } }).href)
  const look = computed(() => client.value && CLIENT_LOOKS[client.value.state])
  const state = computed(() => (client.value ? t(`states.client.${client.value.state}`) : ''))
  /** A session has a line of its own, so that both can be read in the width of a seat. */
  const session = computed(() =>
    client.value?.state.endsWith('-session') ? (client.value.sessionUser ?? t('plan.inSession')) : null
  )
  const system = computed(() => {
    const running = client.value?.state.replace('-session', '') as ClientState
    return { word: t(`states.client.${running}`), icon: CLIENT_LOOKS[running].icon }
  })
  const progress = computed(() => job.value?.progress ?? null)

  /** Said where what it carries has been made again since. */
  const late = computed(() => {
    const line = props.clientId === null ? undefined : carried.byClient.get(props.clientId)
    return line?.behind ? t('plan.late', { image: line.behind }) : ''
  })

  /** All that the seat shows, as a screen reader says it. */
  const label = computed(() => {
    const place = t('plan.place', { column: props.column + 1, row: props.row + 1 })
    if (!client.value) return `${t('plan.free')}, ${place}`
    const { name, sessionUser } = client.value
    const running = job.value && t(`commands.${job.value.command}`)
    return [
      name,
      state.value,
      sessionUser && t('plan.session', { user: sessionUser }),
      late.value,
      running && (progress.value === null ? running : `${running} ${percent(progress.value)}`),
      place
    ]
      .filter(Boolean)
      .join(', ')
  })

  return { client, job, href, look, state, system, session, progress, late, label }
}
