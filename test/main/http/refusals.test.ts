import { expect, test } from 'vitest'
import { createRefusals } from '#main/http/refusals.ts'

test('whoever sends from many addresses pushes out the oldest, and fills no memory', () => {
  const log = { info() {}, warn() {}, error() {} }
  const refusals = createRefusals(log, 'refused')
  const addressOf = (number: number) => `10.0.${number >> 8}.${number & 255}`
  for (let number = 0; number < 1_000; number++) {
    refusals.note(addressOf(number), 'malformed')
    // Somebody who goes on is never the oldest.
    refusals.note('192.0.2.1', 'rate')
  }
  const listed = new Map(refusals.list().map(({ address, total }) => [address, total]))
  expect(listed.size).toBe(200)
  expect(listed.get('192.0.2.1')).toBe(1_000)
  expect(listed.has(addressOf(0))).toBe(false)
  expect(listed.has(addressOf(999))).toBe(true)
  refusals.stop()
})
