/** Subscribe first, then pull the snapshot: nothing is lost, nothing is told that is not so. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import type { Image } from '#shared/contract/rows.ts'
import { createEngine, IMAGE_ID, type Engine } from '../support/engine.ts'
import { dump } from '../support/database.ts'
import { temporaryFolder } from '../support/files.ts'
import { follow } from '../support/follow.ts'
import { startTestConsole } from '../support/console.ts'

const describeImage = (engine: Engine, name: string) =>
  engine.write((changes) => {
    engine.tables.images.update(IMAGE_ID, { description: name })
    changes.image(IMAGE_ID)
  })

const description = ({ tables }: Engine) => tables.images.get(IMAGE_ID)!.description

/** What may happen at any moment: a write, several in one transaction, one that is undone. */
const STEPS = {
  write: (engine: Engine, number: number) => describeImage(engine, String(number)),
  each: (engine: Engine, number: number) =>
    void engine.writeEach(['first', String(number)], (text, changes) => {
      engine.tables.images.update(IMAGE_ID, { description: text })
      changes.image(IMAGE_ID)
    }),
  undone: (engine: Engine) => {
    try {
      engine.write((changes) => {
        engine.tables.images.update(IMAGE_ID, { description: 'never' })
        changes.image(IMAGE_ID)
        throw new Error('after all')
      })
    } catch {
      // As it should.
    }
  }
} as const
const steps = fc.array(fc.constantFrom('write', 'each', 'undone') as fc.Arbitrary<keyof typeof STEPS>, {
  maxLength: 8
})

describe('a window', () => {
  test('that subscribes and then pulls knows everything, whatever happens before, between and after', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, async (before, between, after) => {
        const engine = createEngine()
        const abort = new AbortController()
        let number = 0
        const run = (phase: typeof before) => {
          for (const step of phase) STEPS[step](engine, ++number)
        }
        try {
          engine.createImage()
          run(before)
          const revision = engine.bus.revision()
          const events = engine.bus.subscribe(abort.signal)
          expect((await events.next()).value).toEqual({ type: 'subscribed', revision })
          run(between)
          const snapshot = { revision: engine.bus.revision(), text: description(engine) }
          run(after)
          // The end is told by an event of its own.
          engine.bus.publish({ type: 'open-trace', traceId: 1 })
          const told: ConsoleEvent[] = []
          for await (const event of events) {
            if (event.type === 'open-trace') break
            told.push(event)
          }
          const revisions = told.map((event) => event.revision)
          expect(revisions).toEqual(revisions.map((_, index) => revision + 1 + index))
          const texts = told.map((event) => (event as { image: Image }).image.description)
          expect(texts).not.toContain('never')
          const newer = told.filter((event) => event.revision > snapshot.revision)
          const last = newer.at(-1) as { image: Image } | undefined
          expect(last?.image.description ?? snapshot.text).toBe(description(engine))
        } finally {
          abort.abort()
          engine.close()
        }
      })
    )
  })

  test('over the API: the first event says that the subscription stands, later ones are newer than its snapshot', async () => {
    const { api, events } = await startTestConsole()
    expect(events.all[0]).toEqual({ type: 'subscribed', revision: expect.any(Number) as number })
    const { revision } = await api.inventory.snapshot()
    await api.inventory.createUnit({ type: 'centre', name: 'Centro' })
    const told = await events.until(() => events.all.find(({ type }) => type === 'inventory'))
    expect(told.revision).toBeGreaterThan(revision)
    expect((await api.inventory.snapshot()).revision).toBe(told.revision)
  })
})

describe('what is told', () => {
  async function told(engine: Engine, work: () => void): Promise<ConsoleEvent[]> {
    const abort = new AbortController()
    const events = await follow(engine.bus.subscribe(abort.signal))
    work()
    engine.bus.publish({ type: 'open-trace', traceId: 1 })
    await events.until(() => events.all.some(({ type }) => type === 'open-trace'))
    abort.abort()
    return events.all.slice(1, -1)
  }

  test('is committed when it is told, and each row once', async () => {
    const directory = await temporaryFolder()
    const engine = createEngine(directory)
    engine.createImage()
    const onDisk: unknown[] = []
    const all = await told(engine, () =>
      engine.write((changes) => {
        // What another program sees at the moment of telling.
        changes.after(() => void onDisk.push(...dump(directory).images!))
        engine.tables.images.update(IMAGE_ID, { description: 'one' })
        changes.image(IMAGE_ID)
        engine.tables.images.update(IMAGE_ID, { description: 'two' })
        changes.image(IMAGE_ID)
      })
    )
    expect(all.map((event) => (event as { image: Image }).image.description)).toEqual(['two'])
    expect(onDisk).toMatchObject([{ description: 'two' }])
    engine.close()
  })

  test('nothing of a transaction whose commit fails', async () => {
    const engine = createEngine()
    engine.createImage()
    const done: string[] = []
    // Foreign keys that are looked at only at the commit.
    const dangling = () => {
      engine.database.orm.run('pragma defer_foreign_keys = on')
      engine.tables.history.add({ traceId: 99, at: 1, kind: 'created' })
    }
    const all = await told(engine, () => {
      expect(() =>
        engine.write((changes) => {
          changes.image(IMAGE_ID)
          changes.after(() => done.push('write'))
          dangling()
        })
      ).toThrow(/FOREIGN KEY/)
      expect(() =>
        engine.writeEach([1, 2], (_number, changes) => {
          changes.image(IMAGE_ID)
          changes.after(() => done.push('each'))
          dangling()
        })
      ).toThrow(/FOREIGN KEY/)
    })
    expect(all).toEqual([])
    expect(done).toEqual([])
    engine.close()
  })

  test('nothing of what was rolled back: no event, no action', async () => {
    const engine = createEngine()
    engine.createImage()
    const done: string[] = []
    const all = await told(engine, () => {
      expect(() =>
        engine.write((changes) => {
          changes.image(IMAGE_ID)
          changes.inventory()
          changes.after(() => done.push('write'))
          throw new Error('no')
        })
      ).toThrow('no')
      const results = engine.writeEach(['good', 'bad', 'fine'], (name, changes) => {
        engine.tables.images.update(IMAGE_ID, { description: name })
        changes.image(IMAGE_ID)
        changes.after(() => done.push(name))
        if (name === 'bad') throw new Error('no')
        return name
      })
      expect(results).toMatchObject([{ ok: true, value: 'good' }, { ok: false }, { ok: true, value: 'fine' }])
    })
    expect(all.map((event) => (event as { image: Image }).image.description)).toEqual(['fine'])
    expect(done).toEqual(['good', 'fine'])
    expect(description(engine)).toBe('fine')
    engine.close()
  })
})
