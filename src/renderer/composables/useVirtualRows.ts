/**
 * The few rows of a long list that are in sight. All rows are equally high. The one that has the focus stays in the
 * page wherever one scrolls to, or the keyboard would lose its place: the reason that no virtual list of a library is
 * used here.
 */
import { computed, onMounted, onScopeDispose, ref, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'

interface VirtualRowsOptions {
  readonly count: MaybeRefOrGetter<number>
  readonly rowHeight: MaybeRefOrGetter<number>
  /** What stays in sight above the rows. */
  readonly headHeight?: MaybeRefOrGetter<number>
  /** The row that stays in the page; -1: none. */
  readonly kept: MaybeRefOrGetter<number>
}

/** What is drawn beyond each edge, in pixels, so that a turn of the wheel does not show a gap. */
const BEYOND = 200
/** Before the list has been measured. */
const ASSUMED_HEIGHT = 600

/** The indices of the first and the last row in sight; the last is before the first where there are no rows. */
export interface Sight {
  readonly first: number
  readonly last: number
}

/** Which rows are at least partly in sight. */
export function rowsInSight(list: { count: number; rowHeight: number; top: number; room: number }): Sight {
  const end = list.count - 1
  const first = Math.max(0, Math.min(Math.floor(list.top / list.rowHeight), end))
  const last = Math.min(end, Math.max(first, Math.ceil((list.top + list.room) / list.rowHeight) - 1))
  return { first, last }
}

/** The indices of the rows to draw: those in sight, some beyond, and the kept one. */
export function rowsToDraw(
  { first, last }: Sight,
  list: { count: number; rowHeight: number; kept: number }
): number[] {
  const { count, kept } = list
  const beyond = Math.ceil(BEYOND / list.rowHeight)
  const from = Math.max(0, first - beyond)
  const to = Math.min(count - 1, last + beyond)
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  if (kept < 0 || kept >= count || (kept >= from && kept <= to)) return rows
  return kept < from ? [kept, ...rows] : [...rows, kept]
}

export function useVirtualRows({ count, rowHeight, headHeight = 0, kept }: VirtualRowsOptions) {
  const box = shallowRef<HTMLElement | null>(null)
  const top = ref(0)
  const height = ref(ASSUMED_HEIGHT)
  const width = ref(0)
  const room = computed(() => Math.max(0, height.value - toValue(headHeight)))

  // The same one while it says the same: a list that scrolls by less than a row is not drawn again.
  const sight = computed<Sight>((old) => {
    const list = { count: toValue(count), rowHeight: toValue(rowHeight), top: top.value, room: room.value }
    const now = rowsInSight(list)
    return old?.first === now.first && old.last === now.last ? old : now
  })
  /** The indices to draw, in their order. */
  const drawn = computed(() =>
    rowsToDraw(sight.value, { count: toValue(count), rowHeight: toValue(rowHeight), kept: toValue(kept) })
  )

  function onScroll(): void {
    if (box.value) top.value = box.value.scrollTop
  }

  /** Scrolls as little as is needed to bring a row into sight. */
  function reveal(index: number): void {
    if (!box.value) return
    const start = index * toValue(rowHeight)
    const end = start + toValue(rowHeight)
    if (start < box.value.scrollTop) box.value.scrollTop = start
    else if (end > box.value.scrollTop + room.value) box.value.scrollTop = end - room.value
    onScroll()
  }

  function measure(): void {
    if (!box.value) return
    height.value = box.value.clientHeight
    width.value = box.value.clientWidth
    onScroll()
  }
  const observer = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (box.value) observer.observe(box.value)
  })
  onScopeDispose(() => observer.disconnect())

  return {
    box,
    width,
    drawn,
    sight,
    total: computed(() => toValue(count) * toValue(rowHeight)),
    /** How many rows a page is. */
    page: computed(() => Math.max(1, Math.floor(room.value / toValue(rowHeight)))),
    onScroll,
    reveal
  }
}
