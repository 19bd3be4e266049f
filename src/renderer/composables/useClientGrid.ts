/**
 * The keyboard of a list of computers, whatever it looks like: one of them has the focus, arrows move it, Space picks,
 * Enter opens. The picking itself is the selection's.
 */
import { computed, nextTick, ref, toValue, type MaybeRefOrGetter } from 'vue'
import type { Client } from '#shared/contract/rows.ts'
import { useSelection } from '../stores/selection.ts'

interface ClientGridOptions {
  readonly clients: MaybeRefOrGetter<readonly Client[]>
  /** How many stand side by side. */
  readonly columns: MaybeRefOrGetter<number>
  /** How many a page down jumps over. */
  readonly page: MaybeRefOrGetter<number>
  box(): HTMLElement | null
  reveal(index: number): void
  /** What the keys mean beyond moving and picking. */
  readonly commands: {
    open(client: Client): void
    edit(client: Client): void
    remove(client: Client): void
    menu(client: Client, element: HTMLElement): void
  }
}

const CONTROLS = 'a, button, input'

export function useClientGrid(options: ClientGridOptions) {
  const selection = useSelection()
  const chosen = ref<number | null>(null)
  const shown = computed(() => toValue(options.clients))
  const ids = computed(() => shown.value.map(({ id }) => id))
  const found = computed(() => (chosen.value === null ? -1 : ids.value.indexOf(chosen.value)))
  /** The computer that Tab leads to: the one last gone to, or the first. */
  const active = computed(() => Math.max(0, found.value))

  const elementOf = (id: number): HTMLElement | null =>
    options.box()?.querySelector<HTMLElement>(`[data-client="${id}"]`) ?? null

  /** Brings the focus to a computer, wherever it is in the list. */
  async function focus(index: number): Promise<void> {
    const client = shown.value[Math.max(0, Math.min(index, shown.value.length - 1))]
    if (!client) return
    chosen.value = client.id
    options.reveal(active.value)
    await nextTick()
    elementOf(client.id)?.focus({ preventScroll: true })
  }

  function step(key: string): number | null {
    const columns = toValue(options.columns)
    const steps: Record<string, number> = {
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: columns * toValue(options.page),
      PageUp: -columns * toValue(options.page),
      ...(columns > 1 ? { ArrowRight: 1, ArrowLeft: -1 } : {})
    }
    if (key === 'Home') return 0
    if (key === 'End') return shown.value.length - 1
    const by = steps[key]
    if (by === undefined) return null
    const to = active.value + by
    // In a grid of cards, one does not slide into another column at its ends.
    if (Math.abs(by) === columns && (to < 0 || to >= shown.value.length)) return active.value
    return Math.max(0, Math.min(to, shown.value.length - 1))
  }

  function move(event: KeyboardEvent, to: number): void {
    const from = ids.value[active.value]
    void focus(to)
    const id = ids.value[to]
    if (!event.shiftKey || id === undefined || from === undefined) return
    if (selection.count === 0) selection.set(from, true)
    selection.extend(id, ids.value)
  }

  function onKeydown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.altKey) return
    const element = event.target.closest<HTMLElement>('[data-client]')
    const client = shown.value[active.value]
    if (!element || !client || event.defaultPrevented) return
    const to = event.ctrlKey || event.metaKey ? null : step(event.key)
    if (to !== null) move(event, to)
    else if (event.key === 'Delete') options.commands.remove(client)
    else if (event.key === 'F2') options.commands.edit(client)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      options.commands.menu(client, element.querySelector<HTMLElement>('[data-menu]') ?? element)
    } else if (event.target.matches(CONTROLS)) return
    else if (event.key === 'Enter') options.commands.open(client)
    else if (event.key === ' ') {
      if (event.shiftKey) selection.extend(client.id, ids.value)
      else selection.toggle(client.id)
    } else return
    event.preventDefault()
  }

  /** The computer that something happened to. */
  function at(event: Event): { client: Client; element: HTMLElement } | null {
    const element =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-client]') : null
    const client = element && shown.value.find(({ id }) => id === Number(element.dataset['client']))
    return element && client ? { client, element } : null
  }

  /** A press on a computer goes to it; with Ctrl, or on its box, it is picked; with Shift, everything up to it. */
  function press(event: MouseEvent, client: Client): void {
    chosen.value = client.id
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null
    const onBox = control instanceof HTMLInputElement
    if (control && !onBox) return
    if (event.shiftKey) selection.extend(client.id, ids.value)
    else if (onBox || event.ctrlKey || event.metaKey) selection.toggle(client.id)
  }

  return { active, ids, focus, onKeydown, at, press, go: (id: number) => (chosen.value = id) }
}
export type ClientGrid = ReturnType<typeof useClientGrid>
