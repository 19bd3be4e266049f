import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGENT_ERROR_CODES, parseAgentError } from '#shared/domain/agent-errors.ts'
import { CANONICAL_NAME_MAX, canonicalNameProblem, imageFileName } from '#shared/domain/names.ts'
import { isNetmask, normalizeMac, socketAddress } from '#shared/domain/network.ts'
import {
  normalizePartitionCode,
  notCloneableReason,
  partitionTableName,
  partitionTypeName
} from '#shared/domain/partition-codes.ts'
import { canTransition, isEnded, TRACE_STATES } from '#shared/domain/states.ts'
import { systemFacts } from '#shared/domain/systems.ts'

describe('canonical names', () => {
  test.each([
    ['image-test', null],
    ['a', null],
    ['_-9Z', null],
    ['x'.repeat(CANONICAL_NAME_MAX), null],
    ['x'.repeat(CANONICAL_NAME_MAX + 1), 'too-long'],
    ['', 'empty'],
    ...['a b', 'año', '../x', 'a.img', 'a\n', 'a/b', 'ａ', ' '].map((name) => [name, 'characters'])
  ] as [string, string | null][])('%j: %s', (name, problem) =>
    expect(canonicalNameProblem(name)).toBe(problem)
  )

  test('its file', () => expect(imageFileName('image-test')).toBe('image-test.img'))

  test('one that passes is a file name that stays in its folder', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[\w-]{1,60}$/)), (name) => {
        const fine = canonicalNameProblem(name) === null
        expect(fine).toBe(/^[A-Za-z0-9_-]{1,50}$/.test(name) && !name.includes('\n'))
      })
    )
  })
})

describe('addresses', () => {
  test('a MAC address in any spelling comes to one, and stays it', () => {
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(':', '-', '.', ' ', ''),
        fc.boolean(),
        (values, separator, upper) => {
          const hex = values.map((value) => value.toString(16).padStart(2, '0'))
          const text = upper ? hex.join(separator).toUpperCase() : hex.join(separator)
          const normalized = normalizeMac(` ${text} `)
          expect(normalized).toBe(hex.join(':').toUpperCase())
          expect(normalizeMac(normalized!)).toBe(normalized)
        }
      )
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalizeMac(text) ?? '00:00:00:00:00:00').toMatch(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/)
      })
    )
    for (const none of ['', '08:00:27', '08:00:27:4F:BE:3G', '08:00:27:4F:BE:38:00'])
      expect(normalizeMac(none)).toBeNull()
  })

  test('netmasks are the 33 of them', () => {
    const masks = Array.from({ length: 33 }, (_, ones) =>
      ones === 0 ? 0 : (2 ** 32 - 2 ** (32 - ones)) % 2 ** 32
    )
    const dotted = (value: number) =>
      [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
    for (const mask of masks) expect(isNetmask(dotted(mask))).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (value) => {
        expect(isNetmask(dotted(value))).toBe(masks.includes(value))
      })
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isNetmask(text)).toBeTypeOf('boolean')
      })
    )
    // The first is a slip of the seed's document.
    for (const odd of [
      '255.2555.255.0',
      '255.255.255',
      '255.255.255.0.0',
      '0255.0.0.0',
      ' 255.0.0.0',
      '',
      'a.b.c.d'
    ]) {
      expect(isNetmask(odd)).toBe(false)
    }
  })

  test('a socket’s address is spelled as the inventory spells it, once and for all', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(socketAddress(`::ffff:${ip}`)).toBe(ip)
        expect(socketAddress(`::FFFF:${ip}`)).toBe(ip)
        expect(socketAddress(ip)).toBe(ip)
      })
    )
    expect(socketAddress('fe80::1')).toBe('fe80::1')
  })
})

describe('partition codes', () => {
  test.each([
    ['0B', 'b'],
    ['00', '0'],
    ['0x83', '83'],
    [' EF00 ', 'ef00'],
    ['0', '0'],
    ['000', '0']
  ])('%j is %s', (code, normal) => {
    expect(normalizePartitionCode(code)).toBe(normal)
  })

  test('a code has one spelling, and a name whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x10010 }), fc.nat(3), fc.boolean(), (value, zeros, upper) => {
        const hex = '0'.repeat(zeros) + value.toString(16)
        const code = normalizePartitionCode(upper ? hex.toUpperCase() : hex)
        expect(code).toBe(value.toString(16))
        expect(normalizePartitionCode(code)).toBe(code)
        expect(partitionTypeName(code)).toMatch(/^[A-Z0-9-]+$/)
      })
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(partitionTypeName(text)).toBeTypeOf('string')
      })
    )
    expect(['83', '8300', '7', '82', '27'].map(partitionTypeName)).toEqual([
      'LINUX',
      'LINUX',
      'NTFS',
      'LINUX-SWAP',
      'HNTFS-WINRE'
    ])
    expect(['1', '2', '3', '4', '0'].map(partitionTableName)).toEqual([
      'MSDOS',
      'GPT',
      'LVM',
      'ZPOOL',
      undefined
    ])
  })

  test('what cannot be cloned, and why', () => {
    const reason = (partition: number, code: string, fileSystem: string) =>
      notCloneableReason({ partition, code, fileSystem })
    expect(reason(0, '1', 'EMPTY')).toBe('whole-disk')
    expect(reason(1, '0', 'EMPTY')).toBe('partition-type')
    expect(reason(2, '83', 'EXT4')).toBeNull()
    expect(reason(2, '83', 'EMPTY')).toBe('no-file-system')
    expect(reason(2, '83', '')).toBe('no-file-system')
    for (const code of ['ca', 'CA00']) expect(reason(4, code, 'EXT4')).toBe('cache')
    expect(reason(4, '83', 'CACHE')).toBe('cache')
    for (const code of ['0', '5', '82', 'ee', '8200', 'ef01', 'ef02'])
      expect(reason(3, code, 'EXT4')).toBe('partition-type')
    expect(reason(3, 'beef', 'EXT4')).toBeNull()
  })
})

describe('the der of a result', () => {
  test('any text is read, and every code of the table', () => {
    fc.assert(
      fc.property(fc.string(), (der) => {
        const { code, text } = parseAgentError(der)
        expect(code === null || (AGENT_ERROR_CODES as readonly string[]).includes(code)).toBe(true)
        expect(text).toBe(text.trim())
      })
    )
    fc.assert(
      fc.property(fc.constantFrom(...AGENT_ERROR_CODES), fc.string(), (code, text) => {
        expect(parseAgentError(`${code}-${text}`)).toEqual({ code, text: text.trim() })
      })
    )
    expect(parseAgentError('999-x')).toEqual({ code: null, text: '999-x' })
    expect(parseAgentError('2024-01-01 boom')).toEqual({ code: null, text: '2024-01-01 boom' })
    expect(parseAgentError('')).toEqual({ code: null, text: '' })
  })
})

describe('installed systems', () => {
  test.each([
    ['Ubuntu 24.04.1 LTS', 'Linux', 'Ubuntu 24.04', 'x86_64'],
    ['Ubuntu 24.04 LTS', 'Linux', 'Ubuntu 24.04', 'x86_64'],
    ['Windows 11 Pro 64 bits', 'Windows', 'Windows 11 Pro', 'x86_64'],
    ['Windows 7 32 bits', 'Windows', 'Windows 7', 'i686'],
    ['Debian GNU/Linux 12 (bookworm)', 'Linux', 'Debian GNU/Linux 12 (bookworm)', 'x86_64'],
    ['Fedora 41 aarch64', 'Linux', 'Fedora 41', 'aarch64'],
    ['macOS 14.5', 'macOS', 'macOS 14.5', 'x86_64'],
    ['', '', '', ''],
    ['DATA', '', '', ''],
    ['undefined', '', '', '']
  ])('%j', (system, type, version, architecture) => {
    expect(systemFacts(system)).toEqual({ type, version, architecture })
  })

  test('any name is read, and a version read again stays', () => {
    fc.assert(
      fc.property(fc.string(), (system) => {
        const { version, type } = systemFacts(system)
        expect(version).toBe(version.trim())
        expect(['Linux', 'Windows', 'macOS', '']).toContain(type)
      })
    )
  })
})

describe('the states of a trace', () => {
  test('an ended one goes nowhere, but for one that was given up', () => {
    for (const from of TRACE_STATES) {
      for (const to of TRACE_STATES) {
        const ended = isEnded(from)
        expect(canTransition(from, to), `${from} to ${to}`).toBe(!ended && from !== to && to !== 'pending')
        const taken = from === 'failed' && (to === 'success' || to === 'failed')
        const expected = ended ? taken : canTransition(from, to)
        expect(canTransition(from, to, true), `${from} to ${to}, no answer`).toBe(expected)
      }
    }
  })
})
