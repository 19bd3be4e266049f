import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRows, withNeeded } from '#main/importing/apply.ts'
import { readInventory } from '#main/importing/inventory-view.ts'
import { makePlan } from '#main/importing/plan.ts'
import type { SourceClient } from '#main/importing/source.ts'
import { macOf, testInventory, testSource } from '../../support/inventory.ts'

/** Few of each, so that they clash. */
const number = fc.integer({ min: 1, max: 6 })
const classroom = fc.constantFrom(['Centro', 'A'], ['Centro', 'B'], ['Centro', 'C'], undefined)
const row = fc.record({ name: number, mac: number, ip: number, unit: classroom })

const sourceClient = (
  { name, mac, ip, unit }: { name: number; mac: number; ip: number; unit: readonly string[] | undefined },
  index: number
): SourceClient => ({
  line: index + 1,
  name: `pc${name}`,
  mac: macOf(mac),
  ip: `10.1.0.${ip}`,
  ...(unit && { unit })
})

/** An inventory in which nothing clashes, out of rows that may. */
function inventoryOf(rows: readonly SourceClient[]) {
  const taken = new Set<string>()
  const fits = rows.filter(({ mac, ip, name, unit }) => {
    const claims = [mac, ip, `${unit?.at(-1) ?? 'A'} ${name}`]
    if (claims.some((claim) => taken.has(claim))) return false
    for (const claim of claims) taken.add(claim)
    return true
  })
  const clientsOf = (classroomName: string) =>
    fits
      .filter(({ unit }) => (unit?.at(-1) ?? 'A') === classroomName)
      .map(({ name, mac, ip }) => ({ name, mac, ip }))
  return testInventory({
    units: [
      {
        type: 'centre',
        name: 'Centro',
        units: ['A', 'B'].map((name) => ({ type: 'classroom' as const, name, clients: clientsOf(name) }))
      }
    ]
  })
}

const meaning = (rows: ReturnType<typeof makePlan>['rows']) =>
  rows
    .map(({ kind, name, line, effect, changes, place, problem, matchedBy, dependsOn }) => {
      const needed = dependsOn.map((key) => rows.find((other) => other.key === key)!.name).sort()
      // Which of its twins a row names is a matter of order; that it has one is not.
      return JSON.stringify([kind, name, line, effect, changes, place, problem?.code, matchedBy, needed])
    })
    .sort()

test('what a row would do does not depend on where it stands', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc
        .array(row, { maxLength: 8 })
        .chain((rows) =>
          fc.tuple(
            fc.constant(rows.map(sourceClient)),
            fc.shuffledSubarray(rows.map(sourceClient), { minLength: rows.length })
          )
        ),
      (known, [clients, shuffled]) => {
        const { plan } = inventoryOf(known.map(sourceClient))
        expect(meaning(plan({ clients: shuffled }))).toEqual(meaning(plan({ clients })))
      }
    ),
    { numRuns: 50 }
  )
})

test('whatever is picked of what can be taken over is, and the same file then has nothing to say', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.boolean()),
      (known, rows, picks) => {
        const { tables, write } = inventoryOf(known.map(sourceClient))
        const source = testSource({ clients: rows.map(sourceClient) })
        const plan = () => makePlan(source, readInventory(tables), { kind: 'network' }).rows
        const before = plan()
        const keys = before
          .filter(({ effect }) => effect === 'new' || effect === 'changed')
          .filter(() => picks.next().value)
          .map(({ key }) => key)
        const picked = withNeeded(before, keys)
        expect(picked.filter(({ effect }) => effect === 'error')).toEqual([])
        write((changes) => applyRows(tables, changes, picked, 2))

        const done = new Set(picked.map(({ line }) => line))
        const after = new Map(plan().map((planned) => [planned.line, planned]))
        for (const line of done) {
          if (line === null) continue
          // A row that shares nothing with a refused one is as it was written.
          const planned = after.get(line)!
          expect([planned.name, planned.changes]).toEqual([planned.name, []])
        }
        const stored = tables.clients.all()
        for (const { line, mac, ip, name } of source.clients) {
          if (!done.has(line)) continue
          expect(stored.find((client) => client.mac === mac)).toMatchObject({ ip, name })
        }
      }
    ),
    { numRuns: 50 }
  )
})
