import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTypeAhead } from '../../../src/renderer/stores/typeAhead.ts'

const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false }

test('whatever is typed is taken once, whole and in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 1 })), (keys) => {
      const letters = keys.filter((key) => [...key].length === 1)
      const ahead = createTypeAhead()
      for (const key of letters) expect(ahead.keep({ ...plain, key })).toBe(true)
      expect(ahead.take()).toEqual({ text: letters.join(''), entered: false })
      expect(ahead.take()).toEqual({ text: '', entered: false })
    })
  )
})

test('a letter is taken back, and Enter comes behind the text', () => {
  const ahead = createTypeAhead()
  for (const key of ['Backspace', 'p', 'x', 'Backspace', 'c', 'Enter']) ahead.keep({ ...plain, key })
  expect(ahead.take()).toEqual({ text: 'pc', entered: true })
})

test.each([
  ['a command', { key: 'k', ctrlKey: true }, false],
  ['a command of a Mac', { key: 'k', metaKey: true }, false],
  ['a menu', { key: 'a', altKey: true }, false],
  ['AltGr', { key: '@', ctrlKey: true, altKey: true }, true],
  ['Tab', { key: 'Tab' }, false],
  ['half an accent', { key: 'Dead' }, false],
  ['what is being composed', { key: 'a', isComposing: true }, false]
])('%s: kept %s', (_what, key, kept) => {
  expect(createTypeAhead().keep({ ...plain, ...key })).toBe(kept)
})
