/**
 * The least that shows computers in a long list: Vuetify's virtual scroller and the texts of each row, with the simplest
 * way to sort, filter and pick them. What the console's views are measured against.
 */
import { createApp, computed, defineComponent, h, ref, shallowReactive } from 'vue'
import { createVuetify } from 'vuetify'
import { VVirtualScroll } from 'vuetify/components/VVirtualScroll'
import 'vuetify/styles/core'

interface Row {
  readonly id: number
  readonly name: string
  readonly ip: string
  readonly mac: string
  readonly state: string
  readonly unit: string
  readonly ogLive: string
}

const EVENTS = 500
const CELLS = ['name', 'ip', 'mac', 'state', 'unit', 'ogLive'] as const
const rows = shallowReactive(new Map<number, Row>())
for (const row of (await (await fetch('./computers.json')).json()) as Row[]) rows.set(row.id, row)

const List = defineComponent({
  setup() {
    const open = ref(false)
    const filter = ref('')
    const byIp = ref(false)
    const picked = ref<ReadonlySet<number>>(new Set())
    const address = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    const shown = computed(() => {
      const found = [...rows.values()].filter(({ name }) => name.includes(filter.value))
      return byIp.value ? found.sort((one, other) => address(other.ip) - address(one.ip)) : found
    })

    /** As many changes, one after the other, as the console is told of. */
    function burst(): void {
      let told = 0
      const timer = setInterval(() => {
        const row = rows.get(++told)
        if (row) rows.set(row.id, { ...row, state: `told ${told}` })
        if (told === EVENTS) clearInterval(timer)
      })
    }

    const button = (id: string, onClick: () => void) => h('button', { id, onClick }, id)
    const line = (row: Row) =>
      h(
        'div',
        { class: 'row', style: { height: '52px', fontWeight: picked.value.has(row.id) ? 700 : 400 } },
        CELLS.map((cell) => h('span', row[cell]))
      )
    return () =>
      h('main', [
        button('open', () => (open.value = !open.value)),
        button('sort', () => (byIp.value = !byIp.value)),
        button(
          'all',
          () => (picked.value = new Set(picked.value.size ? [] : shown.value.map(({ id }) => id)))
        ),
        button('burst', burst),
        h('input', {
          id: 'filter',
          onInput: (event: Event) => (filter.value = (event.target as HTMLInputElement).value)
        }),
        open.value
          ? h(
              VVirtualScroll,
              { items: shown.value, height: 480, itemHeight: 52, class: 'list' },
              { default: ({ item }: { item: Row }) => line(item) }
            )
          : null
      ])
  }
})

createApp(List).use(createVuetify()).mount('#app')
