/** What is written together: all of it on disk when it is told, and nobody pays for another's mistake. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGroupCommit } from '#main/group-commit.ts'
import type { WriteEach } from '#main/events.ts'
import { createEngine, IMAGE_ID, type Engine } from '../support/engine.ts'

/** A group commit on a real database, the sizes of its transactions, and what has been told, in order. */
function startGroup() {
  const engine = createEngine()
  engine.createImage()
  const sizes: number[] = []
  const counted: WriteEach = (inputs, work) => {
    sizes.push(inputs.length)
    return engine.writeEach(inputs, work)
  }
  return { engine, sizes, ...createGroupCommit(counted) }
}

const description = ({ tables }: Engine) => tables.images.get(IMAGE_ID)!.description

/** Adds a line to what is written; a bad one fails after it has written. */
const adding = (engine: Engine, line: string, bad: boolean) => () => {
  engine.tables.images.update(IMAGE_ID, { description: `${description(engine)}${line};` })
  if (bad) throw new Error(line)
  return line
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a group', () => {
  test('keeps the good in the order in which they came, and undoes each bad one alone', async () => {
    const turns = fc.array(fc.array(fc.boolean(), { maxLength: 6 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(turns, async (pieces) => {
        const { engine, sizes, writeSoon } = startGroup()
        const outcomes: Promise<unknown>[] = []
        let number = 0
        for (const piece of pieces) {
          for (const bad of piece) {
            const line = String(number++)
            const outcome = writeSoon(adding(engine, line, bad)).then(
              (value) => {
                // On disk by the time that it is known.
                expect(`;${description(engine)}`).toContain(`;${line};`)
                return value
              },
              (error: Error) => `not ${error.message}`
            )
            outcomes.push(outcome)
          }
          await turn()
        }
        const wanted = pieces.flat().map((bad, index) => (bad ? `not ${index}` : String(index)))
        expect(await Promise.all(outcomes)).toEqual(wanted)
        const good = wanted.filter((line) => !line.startsWith('not'))
        expect(description(engine)).toBe(good.map((line) => `${line};`).join(''))
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(wanted.length)
        expect(sizes.length).toBeLessThanOrEqual(pieces.length)
        engine.close()
      }),
      { numRuns: 30 }
    )
  })

  test('is one transaction: its events come after it, each row as it then is', async () => {
    const { engine, sizes, writeSoon } = startGroup()
    const abort = new AbortController()
    const events = engine.bus.subscribe(abort.signal)
    await events.next()
    const write = (line: string, bad = false) =>
      writeSoon((changes) => {
        changes.image(IMAGE_ID)
        return adding(engine, line, bad)()
      })
    const settled = await Promise.allSettled([write('a'), write('b', true), write('c')])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(sizes).toEqual([3])
    // The call of the engine's own job is told, too.
    for await (const event of events) {
      if (event.type !== 'image') continue
      expect(event.image.description).toBe('a;c;')
      break
    }
    abort.abort()
    engine.close()
  })

  test('that cannot be committed tells everybody in it, and keeps nothing', async () => {
    const { engine, writeSoon } = startGroup()
    const dangling = () => engine.tables.history.add({ traceId: 4711, at: 0, kind: 'created' })
    const outer = Promise.allSettled([
      writeSoon(adding(engine, 'a', false)),
      writeSoon(() => {
        engine.database.orm.run('pragma defer_foreign_keys = on')
        dangling()
      })
    ])
    expect((await outer).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(description(engine)).toBe('')
    await writeSoon(adding(engine, 'b', false))
    expect(description(engine)).toBe('b;')
    engine.close()
  })

  test('is written at once where the program ends', async () => {
    const { engine, sizes, writeSoon, flush } = startGroup()
    const all = ['a', 'b'].map((line) => writeSoon(adding(engine, line, false)))
    flush()
    expect(description(engine)).toBe('a;b;')
    expect(await Promise.all(all)).toEqual(['a', 'b'])
    flush()
    await turn()
    expect(sizes).toEqual([2])
    engine.close()
  })
})
