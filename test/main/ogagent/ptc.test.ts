import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protocolInput } from '#shared/contract/orders.ts'
import { formatPtc, parsePtc } from '#main/ogagent/ptc.ts'

const octet = fc.integer({ min: 0, max: 255 })
const multicast = fc.record({
  kind: fc.constant('multicast' as const),
  port: fc.integer({ min: 1, max: 65_535 }),
  mode: fc.constantFrom('full-duplex' as const, 'half-duplex' as const, 'broadcast' as const),
  address: fc.tuple(fc.integer({ min: 224, max: 239 }), octet, octet, octet).map((parts) => parts.join('.')),
  speed: fc.integer({ min: 1, max: 100_000 }),
  clients: fc.integer({ min: 1, max: 10_000 }),
  wait: fc.integer({ min: 0, max: 86_400 })
})
const torrent = fc.record({
  kind: fc.constant('torrent' as const),
  mode: fc.constantFrom('peer' as const, 'leecher' as const, 'seeder' as const),
  seed: fc.integer({ min: 0, max: 604_800 })
})
const protocol = fc.oneof(fc.constant({ kind: 'unicast' as const }), multicast, torrent)

test('what is sent is read as what was meant', () => {
  fc.assert(
    fc.property(protocol, (meant) => {
      expect(protocolInput.parse(meant)).toEqual(meant)
      expect(parsePtc(formatPtc(meant))).toEqual(meant)
    })
  )
})

test('the texts are those of the agent', () => {
  for (const text of ['UNICAST', 'MULTICAST 9000:full-duplex:239.194.17.36:70M:50:60', 'TORRENT peer:60'])
    expect(formatPtc(parsePtc(text)!)).toBe(text)
})

test('another text is none', () => {
  const wrong = ['', 'unicast', 'UNICAST 1', 'TORRENT', 'TORRENT peer', 'TORRENT peer:x', 'TORRENT peer:1 2']
  for (const text of [
    ...wrong,
    'MULTICAST 9000:full-duplex:10.0.0.1:70M:50:60',
    'MULTICAST 9:full-duplex:239.1.1.1:70:5:6'
  ])
    expect(parsePtc(text)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parsePtc(text)
      expect(read && parsePtc(formatPtc(read))).toEqual(read)
    })
  )
})
