import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNamePattern, nameOf, nextName, numberIn, patternOf } from '#shared/domain/client-names.ts'
import { compareIps, isInSubnet, isMulticast, nextIp } from '#shared/domain/network.ts'
import { UNIT_TYPES, canHold } from '#shared/domain/units.ts'

describe('names by a pattern', () => {
  test.each([
    ['aula1-pc%02d', true],
    ['%d', true],
    ['pc%3d', false],
    ['pc', false],
    ['pc%d-%d', false],
    ['pc %d', false],
    ['pc%s', false],
    ['%%d', false]
  ])('%s: %s', (pattern, valid) => expect(isNamePattern(pattern)).toBe(valid))

  test.each([
    [['pc01', 'pc02', 'modelo'], 'pc%02d'],
    [['pc1', 'pc2'], 'pc%d'],
    [['pc08', 'pc09', 'pc10'], 'pc%02d'],
    [['aula1-pc01', 'aula1-pc02'], 'aula1-pc%02d'],
    [['modelo', 'profesor'], null],
    [[], null]
  ])('%j follow %s', (names, pattern) => expect(patternOf(names)).toBe(pattern))

  test('the first free one, in a gap or behind the last', () => {
    expect(nextName('pc%02d', ['pc01', 'pc03'])).toBe('pc02')
    expect(nextName('pc%02d', ['pc01', 'pc02'])).toBe('pc03')
  })

  const pattern = fc
    .tuple(
      fc.stringMatching(/^[a-z-]{0,8}$/),
      fc.constantFrom('%d', '%02d', '%03d'),
      fc.stringMatching(/^[a-z-]{0,4}$/)
    )
    .map((parts) => parts.join(''))
  test('a number goes in and comes out', () => {
    fc.assert(
      fc.property(pattern, fc.nat(9999), (text, number) => {
        expect(isNamePattern(text)).toBe(true)
        expect(numberIn(text, nameOf(text, number))).toBe(number)
      })
    )
  })
  test('a suggested name follows the pattern and is nobody’s', () => {
    fc.assert(
      fc.property(pattern, fc.array(fc.integer({ min: 1, max: 20 })), (text, numbers) => {
        const taken = numbers.map((number) => nameOf(text, number))
        const name = nextName(text, taken)
        expect(taken).not.toContain(name)
        expect(numberIn(text, name)).toBeGreaterThan(0)
      })
    )
  })
})

describe('addresses', () => {
  const ip = fc.ipV4()
  const netmask = fc.integer({ min: 1, max: 30 }).map((bits) => {
    const value = 2 ** 32 - 2 ** (32 - bits)
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
  })

  test.each([
    ['192.168.2.7', '192.168.2.0', '255.255.255.0', true],
    ['192.168.3.7', '192.168.2.0', '255.255.255.0', false],
    ['192.168.3.7', '192.168.2.0', '255.255.254.0', true],
    ['10.0.0.1', '0.0.0.0', '0.0.0.0', true],
    ['10.0.0.1', '10.0.0.1', '255.255.255.255', true]
  ])('%s in %s/%s: %s', (address, network, mask, inside) =>
    expect(isInSubnet(address, network, mask)).toBe(inside)
  )
  test('the next one is free, in the subnet and above', () => {
    fc.assert(
      fc.property(ip, netmask, fc.array(ip), (address, mask, others) => {
        const subnet = { address, netmask: mask }
        const taken = new Set(others)
        const next = nextIp(address, subnet, taken)
        if (next === null) return
        expect(isInSubnet(next, address, mask)).toBe(true)
        expect(taken.has(next)).toBe(false)
        expect(compareIps(next, address)).toBeGreaterThan(0)
      })
    )
  })
  test('a full subnet has none; its own address and its broadcast are nobody’s', () => {
    const subnet = { address: '10.0.0.0', netmask: '255.255.255.252' }
    expect(nextIp('10.0.0.0', subnet, new Set())).toBe('10.0.0.1')
    expect(nextIp('10.0.0.2', subnet, new Set())).toBeNull()
    expect(nextIp('10.0.0.0', subnet, new Set(['10.0.0.1', '10.0.0.2']))).toBeNull()
  })
  test('multicast', () => {
    expect(['224.0.0.0', '239.255.255.255', '223.9.9.9', '240.0.0.1'].map(isMulticast)).toEqual([
      true,
      true,
      false,
      false
    ])
  })
})

test('units hold narrower ones; groups hold groups', () => {
  const table = UNIT_TYPES.map((parent) => UNIT_TYPES.map((child) => canHold(parent, child)))
  expect(table).toEqual([
    [false, true, true, true],
    [false, true, true, true],
    [false, false, false, true],
    [false, false, false, true]
  ])
  expect(UNIT_TYPES.every((type) => canHold(null, type))).toBe(true)
})
