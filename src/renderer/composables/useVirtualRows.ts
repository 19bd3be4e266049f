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

/** Rows drawn beyond each edge, so that a turn of the wheel does not show a gap. */
const BEYOND = 4
/** Before the list has been measured. */
const ASSUMED_HEIGHT = 600

export function useVirtualRows({ count, rowHeight, headHeight = 0, kept }: VirtualRowsOptions) {
  const box = shallowRef<HTMLElement | null>(null)
  const top = ref(0)
  const height = ref(ASSUMED_HEIGHT)
  const width = ref(0)
  const room = computed(() => Math.max(0, height.value - toValue(headHeight)))

  const first = computed(() =>
    Math.max(0, Math.min(Math.floor(top.value / toValue(rowHeight)), toValue(count) - 1))
  )
  const last = computed(() =>
    Math.min(toValue(count) - 1, Math.floor((top.value + room.value - 1) / toValue(rowHeight)))
  )
  /** The indices to draw, in their order. */
  const drawn = computed(() => {
    const from = Math.max(0, first.value - BEYOND)
    const to = Math.min(toValue(count) - 1, last.value + BEYOND)
    const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
    const also = toValue(kept)
    if (also < 0 || also >= toValue(count)) return rows
    if (also < from) rows.unshift(also)
    else if (also > to) rows.push(also)
    return rows
  })

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
    /** The indices in sight, first and last. */
    first,
    last,
    total: computed(() => toValue(count) * toValue(rowHeight)),
    /** How many rows a page is. */
    page: computed(() => Math.max(1, Math.floor(room.value / toValue(rowHeight)))),
    onScroll,
    reveal
  }
}
