import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNetworkMap } from '#main/http/network-map.ts'

const port = fc.integer({ min: 1, max: 65535 })

test('what is mapped leads there, everything else to itself', () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      port,
      fc.ipV4(),
      port,
      fc.ipV4(),
      port,
      (from, fromPort, to, toPort, other, otherPort) => {
        fc.pre(other !== from || otherPort !== fromPort)
        const map = parseNetworkMap([`${from}:${fromPort}=${to}:${toPort}`])
        expect(map.resolve(from, fromPort)).toEqual({ host: to, port: toPort })
        expect(map.resolve(other, otherPort)).toEqual({ host: other, port: otherPort })
        expect(map.leadsTo(to)).toBe(true)
        expect(map.leadsTo(from)).toBe(from === to)
      }
    )
  )
  expect(parseNetworkMap([]).leadsTo('127.0.0.1')).toBe(false)
})

test.each(['', 'a', 'a:1', 'a:1=', 'a:1=b', 'a:1=b:0', 'a:1=b:65536', 'a:x=b:1', 'a:1=b:1=c:1', '=:1'])(
  '%j is refused, and named',
  (entry) => expect(() => parseNetworkMap(['1.2.3.4:5=6.7.8.9:10', entry])).toThrow(/«/)
)
