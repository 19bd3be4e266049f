import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsFromText, idsToText } from '../../../src/renderer/composables/targetIds.ts'

test('any computers come back from an address, each once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 100 }), (ids) => {
      expect(idsFromText(idsToText(ids))).toEqual([...new Set(ids)].sort((one, other) => one - other))
    })
  )
})

test('those that follow one another take little room', () => {
  expect(idsToText(Array.from({ length: 2000 }, (_, index) => index + 5))).toBe('5-2004')
  expect(idsToText([45, 3, 4])).toBe('3-4.45')
})

test('an address that somebody has changed asks for nothing strange', () => {
  expect(idsFromText('x.7.-3.0.9-8.1e3')).toEqual([7])
  expect(idsFromText('1-9999999999')).toHaveLength(10_000)
})
