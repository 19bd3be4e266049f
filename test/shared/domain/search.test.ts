import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, holds, markFound, nameRank, searchWords } from '#shared/domain/search.ts'

test.each([
  ['Niño', 'nino'],
  ['ÁÉÍÓÚ Ü', 'aeiou u'],
  ['Programació', 'programacio'],
  ['l·l', 'l·l'],
  ['PC-01', 'pc-01']
])('%s is folded to %s', (text, folded) => expect(fold(text)).toBe(folded))

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    })
  )
})

test.each([
  ['Aula  3\tpc', ['aula', '3', 'pc'], [null, null, null]],
  ['08-00-27', ['08-00-27'], ['080027']],
  ['08:00:2', ['08:00:2'], ['08002']],
  ['0800.274f', ['0800.274f'], ['0800274f']],
  ['192.168.2.', ['192.168.2.'], [null]],
  ['10.0', ['10.0'], [null]],
  ['pc pc PC', ['pc'], [null]],
  [' \u0000 ', [], []]
])('%j has the words %j', (text, words, digits) => {
  expect(searchWords(text).map((word) => word.text)).toEqual(words)
  expect(searchWords(text).map((word) => word.digits)).toEqual(digits)
})

test.each([
  ['pc1', 'pc1', 0],
  ['pc10', 'pc1', 1],
  ['aula pc1', 'pc1', 2],
  ['aula-pc1 b', 'b pc', 2],
  ['xpc1', 'pc1', 3],
  ['aula', 'pc1', 4],
  ['aula 3', 'aula 3', 0]
])('%s answers %s with rank %i', (name, text, rank) => expect(nameRank(name, searchWords(text))).toBe(rank))

describe('what is found is marked', () => {
  const marked = (text: string, question: string) =>
    markFound(text, searchWords(question))
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('')

  test.each([
    ['Cátedra-12', 'catedra', '[Cátedra]-12'],
    ['Cátedra-12', 'át 12', 'C[át]edra-[12]'],
    ['08:00:27:4F:BE:38', '274f', '08:00:[27:4F]:BE:38'],
    ['08:00:27:4F:BE:38', '00-27', '08:[00:27]:4F:BE:38'],
    ['192.168.2.2', '168.2', '192.[168.2].2'],
    ['aaaa', 'aa', '[aaaa]'],
    ['aula', 'pc', 'aula']
  ])('%s, asked for %s: %s', (text, question, expected) => expect(marked(text, question)).toBe(expected))

  test('and the parts together are the text', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, (whole, question) => {
        const parts = markFound(whole, searchWords(question))
        expect(parts.map((part) => part.text).join('')).toBe(whole)
        for (const [index, part] of parts.entries()) expect(part.found).not.toBe(parts[index - 1]?.found)
      })
    )
  })

  test('in every text that holds a word', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aAáñÑ0:-. b'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (whole, question) => {
        const words = searchWords(question)
        const found = markFound(whole, words).some((part) => part.found)
        const expected = words.some(({ text }) => holds(fold(whole), { text, digits: null }))
        expect(found).toBe(expected)
      })
    )
  })
})
