import { expect, test } from 'vitest'
import { createBodyRoom } from '#main/webhooks/read-body.ts'

const KB = 1024
const MOST = 1_000 * KB

test('bodies under way have a room for all, half of it for one address, and what is short is always taken', () => {
  const shareOf = createBodyRoom(() => MOST)
  const [one, another, third, short] = ['a', 'b', 'c', 'a'].map(shareOf)
  expect(one!.take(MOST / 2)).toBe(true)
  expect(shareOf('a').take(65 * KB)).toBe(false)
  expect(another!.take(400 * KB)).toBe(true)
  // Its own half would hold it, but the whole does not.
  expect(third!.take(150 * KB)).toBe(false)
  expect(short!.take(64 * KB)).toBe(true)
  for (const share of [one, another, third, short]) share!.release()
})

test('who has gone leaves the room as it was', () => {
  const shareOf = createBodyRoom(() => MOST)
  for (let round = 0; round < 3; round++) {
    const share = shareOf('a')
    expect(share.take(MOST / 4)).toBe(true)
    expect(share.take(MOST / 4)).toBe(true)
    share.release()
  }
})
