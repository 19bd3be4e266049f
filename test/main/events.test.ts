/** Subscribe first, then pull the snapshot: nothing is lost, nothing is told that is not so. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsoleEvent } from '#shared/contract/events.ts'
import type { Image } from '#shared/contract/rows.ts'
import { createEngine, IMAGE_ID, type Engine } from '../support/engine.ts'
import { follow } from '../support/follow.ts'
import { startTestConsole } from '../support/console.ts'

const rename = (engine: Engine, name: string) =>
  engine.write((changes) => {
    engine.tables.images.update(IMAGE_ID, { description: name })
    changes.image(IMAGE_ID)
  })

const description = ({ tables }: Engine) => tables.images.get(IMAGE_ID)!.description

type Step = 'write' | 'write that fails' | 'each' | 'read' | 'pause'

describe('a window', () => {
  test('that subscribes and then pulls sees every change once, in order, whatever happens between', async () => {
    const step = fc.constantFrom<Step>('write', 'write', 'write that fails', 'each', 'read', 'pause')
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.nat(30),
        fc.nat(30),
        async (steps, subscribeAt, pullAfter) => {
          const engine = createEngine()
          const abort = new AbortController()
          try {
            engine.createImage()
            let written = 0
            let events: AsyncGenerator<ConsoleEvent> | undefined
            let snapshot: { revision: number; description: string } | undefined
            const heard: ConsoleEvent[] = []
            const run = async (step: Step) => {
              if (step === 'write') rename(engine, String(++written))
              if (step === 'each') {
                engine.writeEach([++written, ++written], (number, changes) => {
                  engine.tables.images.update(IMAGE_ID, { description: String(number) })
                  changes.image(IMAGE_ID)
                })
              }
              if (step === 'write that fails') {
                const fails = () =>
                  engine.write((changes) => {
                    engine.tables.images.update(IMAGE_ID, { description: 'never' })
                    changes.image(IMAGE_ID)
                    throw new Error('after all')
                  })
                expect(fails).toThrow('after all')
              }
              if (step === 'read' && events && snapshot && heard.length < 1)
                heard.push((await events.next()).value as ConsoleEvent)
              if (step === 'pause') await Promise.resolve()
            }
            for (const [index, step] of steps.entries()) {
              if (index >= subscribeAt && !events) {
                events = engine.bus.subscribe(abort.signal)
                expect((await events.next()).value).toEqual({
                  type: 'subscribed',
                  revision: engine.bus.revision()
                })
              }
              if (events && !snapshot && index >= subscribeAt + pullAfter) {
                snapshot = { revision: engine.bus.revision(), description: description(engine) }
              }
              if (step !== 'read') await run(step)
            }
            events ??= engine.bus.subscribe(abort.signal)
            if (!snapshot) {
              if (subscribeAt >= steps.length) await events.next()
              snapshot = { revision: engine.bus.revision(), description: description(engine) }
            }
            // The end of it is told by an event of its own.
            engine.bus.publish({ type: 'open-trace', traceId: 1 })
            let seen = snapshot.description
            let last = -1
            for await (const event of events) {
              if (event.type === 'open-trace') break
              expect(event.revision).toBeGreaterThan(last)
              last = event.revision
              if (event.type !== 'image' || event.revision <= snapshot.revision) continue
              expect(event.image.description).not.toBe('never')
              seen = event.image.description
            }
            expect(seen).toBe(description(engine))
            expect(seen).toBe(written === 0 ? '' : String(written))
          } finally {
            abort.abort()
            engine.close()
          }
        }
      ),
      { numRuns: 200 }
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
    const engine = createEngine()
    engine.createImage()
    const seen: string[] = []
    const all = await told(engine, () =>
      engine.write((changes) => {
        changes.after(() => {
          // The transaction is over: this one is another.
          expect(() => engine.database.transaction(() => undefined)).not.toThrow()
          seen.push(description(engine))
        })
        engine.tables.images.update(IMAGE_ID, { description: 'one' })
        changes.image(IMAGE_ID)
        engine.tables.images.update(IMAGE_ID, { description: 'two' })
        changes.image(IMAGE_ID)
      })
    )
    expect(all.map((event) => (event as { image: Image }).image.description)).toEqual(['two'])
    expect(seen).toEqual(['two'])
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
