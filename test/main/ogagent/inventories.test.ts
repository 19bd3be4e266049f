/** Inventories as agents send them: protocol.md section 2. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHardware, parseSoftware, sameHardware } from '#main/ogagent/inventories.ts'
import { failure } from '#shared/domain/failures.ts'
import { INVENTORY_PROBLEMS } from '#shared/domain/inventories.ts'
import { expectSentences } from '../../support/sentences.ts'

const ITEMS = [
  { type: 'cpu', description: 'Intel(R) Core(TM) i5-9500 = 6 cores' },
  { type: 'mem', description: 'Samsung 8GiB (DIMM A)' },
  { type: 'xyz', description: 'unknown thing' }
]
const LINES = ITEMS.map(({ type, description }) => `${type}=${description}`)

describe('hardware', () => {
  test.each([
    ['as agents send it', LINES.join('\n')],
    ['with other ends of lines, and empty ones', `${LINES.join('\r\n\r\n')}\n`],
    [
      'in capitals, with spaces',
      LINES.map((line) => ` ${line.slice(0, 3).toUpperCase()} = ${line.slice(4)}`).join('\n')
    ],
    ['with lines that are none', ['cha=', ...LINES, 'lshw: warning', 'processor=x'].join('\n')],
    ['with control characters', LINES.map((line) => line.replace(' ', '\u0007\t ')).join('\n')],
    ['as a JSON array', LINES],
    ['as the text of a JSON array', JSON.stringify(LINES)]
  ])('%s', (_what, value) => {
    expect(parseHardware(value)).toEqual({ ok: true, items: ITEMS })
  })

  test('two modules that are alike are two', () => {
    expect(parseHardware('mem=8GiB\nmem=8GiB')).toMatchObject({ items: [{ type: 'mem' }, { type: 'mem' }] })
  })

  test('the same in another order is the same', () => {
    expect(sameHardware(ITEMS, [ITEMS[2]!, ITEMS[0]!, ITEMS[1]!])).toBe(true)
    expect(sameHardware(ITEMS, [...ITEMS, ITEMS[0]!])).toBe(false)
  })

  test.each([
    [undefined, 'missing'],
    ['', 'missing'],
    [' \n\t', 'empty'],
    ['<html>', 'format'],
    [42, 'format'],
    [['cpu=x', 7], 'format'],
    ['cpu=x\n'.repeat(60_000), 'too-many']
  ])('%j is none', (value, problem) => {
    expect(parseHardware(value)).toEqual({ ok: false, problem })
  })
})

describe('software', () => {
  test('the system in front, then the programs, each once and in order', () => {
    expect(parseSoftware('Debian GNU/Linux 12\nvim 9.0\r\nBash 5.2\nvim 9.0\n\napt 2.6')).toEqual({
      ok: true,
      system: 'Debian GNU/Linux 12',
      programs: ['apt 2.6', 'Bash 5.2', 'vim 9.0']
    })
  })

  test('a system without programs is one', () => {
    expect(parseSoftware(['Windows 11'])).toEqual({ ok: true, system: 'Windows 11', programs: [] })
  })

  test.each([
    [null, 'missing'],
    ['\u0000', 'empty'],
    [{}, 'format']
  ])('%j is none', (value, problem) => {
    expect(parseSoftware(value)).toEqual({ ok: false, problem })
  })
})

test('whatever comes, nothing is thrown, and what is read has no line that breaks another', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.array(fc.string({ unit: 'grapheme', maxLength: 1200 })),
    fc.anything(),
    fc.array(fc.constantFrom(...LINES, '\n', '\u2028', '\uD800', '[', '"')).map((parts) => parts.join(''))
  )
  fc.assert(
    fc.property(anything, (value) => {
      const hardware = parseHardware(value)
      const software = parseSoftware(value)
      const texts = [
        ...(hardware.ok ? hardware.items.map(({ description }) => description) : []),
        ...(software.ok ? [software.system, ...software.programs] : [])
      ]
      for (const text of texts) {
        expect(text).toMatch(/^\S(.*\S)?$/su)
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u)
        expect(text.length).toBeLessThanOrEqual(500)
      }
      // What was read is read again as it is.
      expect(parseSoftware(software.ok ? [software.system, ...software.programs] : value)).toEqual(software)
    })
  )
})

test('what is wrong with an inventory has a sentence', () => {
  expect.hasAssertions()
  for (const inventoryProblem of INVENTORY_PROBLEMS)
    expectSentences(failure('inventory-invalid', { client: 'modelo', inventoryProblem }))
})
