import { expect, test } from 'vitest'
import { ref } from 'vue'
import { seatKey, type Seat, type SeatPlan } from '#shared/domain/seat-plan.ts'
import { useSeatKeys } from '../../../../src/renderer/components/plan/useSeatKeys.ts'

/** A room of 3 × 2: 1 at the front left, 2 beside it, 3 behind it; 4 has no seat. */
const room: SeatPlan = {
  size: { columns: 3, rows: 2 },
  seating: new Map([
    [1, { column: 0, row: 0 }],
    [2, { column: 1, row: 0 }],
    [3, { column: 0, row: 1 }]
  ])
}

function keyboard({ editing = true, flipped = false, picked = [] as number[] } = {}) {
  const log: string[] = []
  const plan = ref(room)
  const keys = useSeatKeys({
    plan: () => plan.value,
    editing: () => editing,
    flipped: () => flipped,
    companyOf: (id) => (picked.includes(id) ? picked : [id]),
    focus: (seat) => log.push(`focus ${seatKey(seat)}`),
    open: (id) => log.push(`open ${id}`),
    pick: (id, range) => log.push(`pick ${id} ${range}`),
    drop: ({ ids, anchor }, seat) => log.push(`drop ${ids.join('+')} by ${anchor} on ${seatKey(seat)}`),
    remove: (ids) => log.push(`remove ${ids.join('+')}`),
    say: (what, seat: Seat) => log.push(`${what} ${seatKey(seat)}`)
  })
  /** Presses keys, and tells what came of it; `!` is one that the page may still use itself. */
  function press(...names: string[]): string[] {
    log.length = 0
    for (const name of names) {
      const modifiers = name.split('+')
      const key = modifiers.pop() ?? ''
      let prevented = false
      keys.onKeydown({
        key: key === 'Space' ? ' ' : key,
        ctrlKey: modifiers.includes('Ctrl'),
        shiftKey: modifiers.includes('Shift'),
        altKey: modifiers.includes('Alt'),
        metaKey: false,
        preventDefault: () => (prevented = true),
        stopPropagation: () => undefined
      } as unknown as KeyboardEvent)
      if (!prevented) log.push(`! ${name}`)
    }
    return [...log]
  }
  return { keys, plan, press }
}

test('arrows walk the grid and stop at its edges; Home and End go to the ends', () => {
  const { press } = keyboard()
  expect(press('ArrowRight', 'ArrowDown', 'ArrowDown')).toEqual(['focus 1,0', 'focus 1,1'])
  expect(press('End', 'Home', 'Ctrl+End', 'Ctrl+Home')).toEqual([
    'focus 2,1',
    'focus 0,1',
    'focus 2,1',
    'focus 0,0'
  ])
  expect(press('ArrowUp', 'Alt+ArrowDown', 'Tab')).toEqual(['! Alt+ArrowDown', '! Tab'])
})

test('seen from the board, the arrows go as the screen shows it', () => {
  const { press } = keyboard({ flipped: true })
  expect(press('ArrowLeft', 'ArrowUp', 'Home')).toEqual(['focus 1,0', 'focus 1,1', 'focus 2,1'])
})

test('Space takes hold and lets go where the arrows have led; Enter does too', () => {
  const { press, keys } = keyboard()
  expect(press('Space', 'ArrowRight')).toEqual(['focus 0,0', 'picked 0,0', 'focus 1,0', 'over 1,0'])
  expect(keys.carried.value).toEqual({ anchor: 1, ids: [1] })
  expect(press('Space')).toEqual(['drop 1 by 1 on 1,0'])
  expect(keys.carried.value).toBeNull()
  expect(press('Space', 'ArrowDown', 'Enter')).toContain('drop 2 by 2 on 1,1')
})

test('those that are picked come along; Escape leaves everybody where they are', () => {
  const { press, keys } = keyboard({ picked: [1, 2] })
  expect(press('Space', 'ArrowDown', 'Space')).toContain('drop 1+2 by 1 on 0,1')
  keys.onFocus({ column: 0, row: 1 })
  expect(press('Space', 'ArrowUp', 'Escape')).toEqual([
    'focus 0,1',
    'picked 0,1',
    'focus 0,0',
    'over 0,0',
    'cancelled 0,0'
  ])
  expect(keys.carried.value).toBeNull()
})

test('a computer without a seat is held over the first free one', () => {
  const { keys, press } = keyboard()
  keys.pickUp(4)
  expect(keys.cursor.value).toEqual({ column: 2, row: 0 })
  expect(press('Enter')).toEqual(['drop 4 by 4 on 2,0'])
})

test('Enter opens, Delete takes off the plan; a free seat does nothing', () => {
  const { press } = keyboard()
  expect(press('Enter', 'Delete')).toEqual(['open 1', 'remove 1'])
  expect(press('End', 'Enter', 'Space', 'Delete', 'Escape')).toEqual([
    'focus 2,0',
    '! Enter',
    '! Space',
    '! Delete',
    '! Escape'
  ])
})

test('outside of the editor nothing moves, and Space picks', () => {
  const { press } = keyboard({ editing: false })
  expect(press('Space', 'Shift+Space', 'Enter', 'Delete')).toEqual([
    'pick 1 false',
    'pick 1 true',
    'open 1',
    '! Delete'
  ])
})

test('the focus stays on a grid that shrinks', () => {
  const { keys, plan, press } = keyboard()
  press('Ctrl+End')
  plan.value = { size: { columns: 1, rows: 1 }, seating: new Map() }
  expect(keys.cursor.value).toEqual({ column: 0, row: 0 })
})
