import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rules from '../../../../src/renderer/components/edit/rules.ts'

const said = (problem: rules.Problem | null): string | null =>
  problem && (problem.unfinished ? `${problem.key}…` : problem.key)

test.each([
  ['', null],
  ['192.168.2.10', null],
  [' 192.168.2.10 ', null],
  ['192.168.', 'ip…'],
  ['192', 'ip…'],
  ['192.168.2', 'ip…'],
  ['192.168.2.300', 'ip'],
  ['300.', 'ip'],
  ['192.168.02.1', 'ip'],
  ['192.168.2.1.5', 'ip'],
  ['aula', 'ip'],
  ['192..', 'ip']
])('the address %j: %s', (text, expected) => {
  expect(said(rules.ip(text))).toBe(expected)
})

test('whoever types an address is never told before it is wrong for good', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      for (let length = 1; length < address.length; length++) {
        const problem = rules.ip(address.slice(0, length))
        expect(problem === null || problem.unfinished).toBe(true)
      }
      expect(rules.ip(address)).toBeNull()
    })
  )
})

test.each([
  ['255.255.255.0', null],
  ['', null],
  ['255.255.', 'netmask…'],
  ['255.0.255.0', 'netmask']
])('the netmask %j: %s', (text, expected) => {
  expect(said(rules.netmask(text))).toBe(expected)
})

test.each([
  ['239.194.2.1', null],
  ['192.168.2.1', 'multicast'],
  ['239.194', 'ip…'],
  ['', null]
])('the multicast address %j: %s', (text, expected) => {
  expect(said(rules.multicast(text))).toBe(expected)
})

test.each([
  ['', null],
  ['10', null],
  [' 10 ', null],
  ['1', 'whole…'],
  ['101', 'whole'],
  ['-1', 'whole'],
  ['1,5', 'whole'],
  ['99999999999', 'whole']
])('the number %j between 5 and 100: %s', (text, expected) => {
  expect(said(rules.whole(text, 5, 100))).toBe(expected)
})

describe('what a form sends', () => {
  test('is what has changed, and nothing else', () => {
    expect(rules.changed({ a: 1, b: null, c: 'x' }, { a: 1, b: 2, c: '' })).toEqual({ b: 2, c: '' })
  })

  test('is null where nothing is written', () => {
    expect([rules.textOf('  '), rules.textOf(' x '), rules.numberOf(''), rules.numberOf('0')]).toEqual([
      null,
      'x',
      null,
      0
    ])
  })
})
