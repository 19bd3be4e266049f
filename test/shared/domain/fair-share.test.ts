import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fairShare } from '#shared/domain/fair-share.ts'

const addresses = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 })

test('an address loses a row only where no other one keeps more than it does, and its latest stay', () => {
  fc.assert(
    fc.property(addresses, fc.integer({ min: 0, max: 40 }), (from, most) => {
      const rows = from.map((sourceAddress, id) => ({ id, sourceAddress }))
      const kept = fairShare(rows, most)
      expect(kept).toHaveLength(Math.min(most, rows.length))
      expect(kept).toEqual(rows.filter((row) => kept.includes(row)))
      const of = (list: typeof rows, address: string) =>
        list.filter(({ sourceAddress }) => sourceAddress === address)
      for (const address of new Set(from)) {
        const [all, left] = [of(rows, address), of(kept, address)]
        expect(left).toEqual(all.slice(0, left.length))
        if (left.length === all.length) continue
        for (const other of from) expect(of(kept, other).length).toBeLessThanOrEqual(left.length + 1)
      }
    })
  )
})
