/** Every order, duplication and loss of a job's webhooks ends in an allowed state. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Trace } from '#shared/contract/rows.ts'
import { toTrace } from '#main/db/tables/traces.ts'
import { agentNews, PATHS, repositoryNews } from '#main/webhooks/schemas.ts'
import type { Webhook } from '#main/traces/news.ts'
import { WebhookRefusedError } from '#main/traces/ingest.ts'
import {
  AGENT_ADDRESS,
  createEngine,
  IMAGE_ID,
  REPOSITORY_ADDRESS,
  settle,
  type Engine
} from '../../support/engine.ts'

const HOUR = 3_600_000
const JOB = 'CrearImagen-93992a4b'
const AUXILIARY_JOB = 'CreateAuxiliarFiles_eba647d4'
const FULLSUM = 'ad89a166854da8c5d7cc0b7a3c6f6f25'

type Step =
  | { at: 'agent' | 'repository'; body: Record<string, unknown>; from: string }
  | { reply: 'agent' | 'repository'; jobId: string | null }
  | { hours: number }

const progress = fc.integer({ min: 0, max: 10 }).map((tenths) => ({ progress: tenths / 10 }))
const agentBody = fc.oneof(
  { weight: 4, arbitrary: progress },
  { weight: 3, arbitrary: fc.constant({ nfn: 'RESPUESTA_CrearImagen', idi: IMAGE_ID, res: '1' }) },
  { weight: 1, arbitrary: fc.constant({ nfn: 'RESPUESTA_CrearImagen', res: 1 }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('014-full', '005-x')
      .map((der) => ({ nfn: 'RESPUESTA_CrearImagen', res: '2', der }))
  },
  { weight: 1, arbitrary: fc.constant({ nfn: 'RESPUESTA_CrearImagen', idi: 'another', res: '1' }) },
  { weight: 1, arbitrary: fc.constant({ nfn: 'RESPUESTA_Apagar', res: '1' }) }
)
const repositoryBody = fc.oneof(
  { weight: 3, arbitrary: progress },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(FULLSUM, FULLSUM.toUpperCase())
      .map((sum) => ({ success: true, image_id: sum }))
  },
  { weight: 2, arbitrary: fc.constantFrom('no room', '').map((error) => ({ success: false, error })) }
)
const from = (own: string) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.constantFrom('10.0.0.1', AGENT_ADDRESS, REPOSITORY_ADDRESS) }
  )
const jobId = (own: string) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.constantFrom(JOB, AUXILIARY_JOB, 'unknown') }
  )

const agentWebhook: fc.Arbitrary<Step> = fc
  .tuple(agentBody, jobId(JOB), from(AGENT_ADDRESS))
  .map(([body, job_id, address]) => ({ at: 'agent', body: { ...body, job_id }, from: address }))
const repositoryWebhook: fc.Arbitrary<Step> = fc
  .tuple(repositoryBody, jobId(AUXILIARY_JOB), from(REPOSITORY_ADDRESS))
  .map(([body, job_id, address]) => ({ at: 'repository', body: { ...body, job_id }, from: address }))
const reply = (peer: 'agent' | 'repository', own: string): fc.Arbitrary<Step> =>
  fc.constantFrom(own, own, own, null).map((id) => ({ reply: peer, jobId: id }))

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: agentWebhook },
    { weight: 6, arbitrary: repositoryWebhook },
    { weight: 2, arbitrary: reply('agent', JOB) },
    { weight: 2, arbitrary: reply('repository', AUXILIARY_JOB) },
    { weight: 1, arbitrary: fc.constantFrom(0.5, 2, 4).map((hours): Step => ({ hours })) }
  ),
  { maxLength: 25 }
)

async function take(
  engine: Engine,
  { at, body, from: sourceAddress }: Extract<Step, { at: string }>
): Promise<void> {
  const about = { sourceAddress, body: JSON.stringify(body), peer: at }
  const webhook: Webhook =
    at === 'agent'
      ? { ...about, path: PATHS.agentStatus, news: agentNews(body as never) }
      : { ...about, path: PATHS.repository, news: repositoryNews(body as never) }
  try {
    await engine.traces.ingest(webhook)
  } catch (error) {
    if (!(error instanceof WebhookRefusedError)) throw error
  }
  await settle()
}

async function run(engine: Engine, step: Step): Promise<void> {
  if ('at' in step) await take(engine, step)
  else if ('reply' in step) {
    engine.calls[step.reply].shift()?.answer(step.jobId)
    await settle()
  } else await engine.advance(step.hours * HOUR)
}

const tracesOf = (engine: Engine): Trace[] =>
  engine.tables.traces
    .ofImage(IMAGE_ID)
    .map(toTrace)
    .sort((a, b) => a.id - b.id)
const ended = ({ state }: Trace) => state === 'success' || state === 'failed'

/** What the image must be, by its traces. */
function imageState([create, auxiliary]: Trace[]): string {
  if (create!.state === 'failed') return 'failed'
  if (create!.state !== 'success') return 'in-progress'
  if (auxiliary!.state === 'success' || auxiliary!.state === 'failed') return auxiliary!.state
  return 'aux-files-pending'
}

function check(engine: Engine, before: Trace[]): Trace[] {
  const after = tracesOf(engine)
  for (const [index, earlier] of before.entries()) {
    const later = after[index]!
    expect(later.id).toBe(earlier.id)
    expect(later.progress ?? -1).toBeGreaterThanOrEqual(earlier.progress ?? -1)
    const over = ended(earlier) && earlier.failure?.code !== 'no-answer'
    expect(later).toEqual(over ? earlier : later)
    expect(ended(later)).toBe(ended(earlier) || ended(later))
  }
  for (const trace of after) {
    expect(trace.failure === null).toBe(trace.state !== 'failed')
    expect(trace.finishedAt !== null).toBe(ended(trace))
    expect(trace.deadlineAt !== null).toBe(trace.state === 'in-progress')
  }
  // No second image and no second job, whatever came how often.
  const images = engine.tables.images.all()
  expect(images).toHaveLength(1)
  expect(after.map(({ command }) => command)).toEqual(
    after[0]!.state === 'success' ? ['create-image', 'create-image-aux-file'] : ['create-image']
  )
  const [image] = images
  expect(image!.state).toBe(imageState(after))
  expect(image!.fullsum).toBe(image!.state === 'success' ? FULLSUM : null)
  expect(image!.failure).toEqual(after.find(({ state }) => state === 'failed')?.failure ?? null)
  // Whether the computer of a job that was given up still works on it is not known before its agent is asked again.
  const [{ state, failure }] = after as [Trace]
  const busy = engine.tables.clients.get(1)!.state === 'busy'
  expect(busy).toBe(failure?.code === 'no-answer' ? busy : state === 'in-progress')
  return after
}

test('through any sequence of webhooks, replies and time, and at its end', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const engine = createEngine()
      try {
        engine.createImage()
        await settle()
        let traces = check(engine, [])
        for (const step of sequence) {
          await run(engine, step)
          traces = check(engine, traces)
        }
        // Then nothing more comes but replies to the calls, and time.
        for (const last of [
          { reply: 'agent', jobId: JOB },
          { hours: 4 },
          { reply: 'repository', jobId: AUXILIARY_JOB },
          { hours: 2 }
        ] as Step[]) {
          await run(engine, last)
          traces = check(engine, traces)
        }
        expect(traces.every(ended)).toBe(true)
        expect(engine.notices.length).toBeGreaterThanOrEqual(1)
        expect(engine.notices.filter(({ kind }) => kind === 'image-ready').length).toBeLessThanOrEqual(1)
      } finally {
        engine.close()
      }
    }),
    { numRuns: 150 }
  )
})

test('the same news again changes nothing, at any point of any sequence', async () => {
  const everything = ({ tables }: Engine) => ({
    traces: tracesOf({ tables } as Engine),
    history: [1, 2].map((id) => tables.history.ofTrace(id)),
    images: tables.images.all(),
    clients: tables.clients.all()
  })
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const engine = createEngine()
      try {
        engine.createImage()
        await settle()
        for (const step of sequence) {
          await run(engine, step)
          if (!('at' in step)) continue
          const before = everything(engine)
          const revision = engine.bus.revision()
          await take(engine, step)
          expect(everything(engine)).toEqual(before)
          expect(engine.bus.revision()).toBe(revision)
        }
      } finally {
        engine.close()
      }
    }),
    { numRuns: 80 }
  )
})

test('webhooks that arrive together end as those that arrive one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(agentWebhook, { maxLength: 12 }), async (webhooks) => {
      const [together, apart] = [createEngine(), createEngine()]
      try {
        for (const engine of [together, apart]) {
          engine.createImage()
          await settle()
          engine.calls.agent.shift()!.answer(JOB)
          await settle()
        }
        await Promise.all(webhooks.map((webhook) => take(together, webhook as never)))
        for (const webhook of webhooks) await take(apart, webhook as never)
        const outcome = (engine: Engine) =>
          tracesOf(engine).map(({ state, progress, failure }) => ({ state, progress, failure }))
        expect(outcome(together)).toEqual(outcome(apart))
        expect(together.tables.history.ofTrace(1).map(({ kind, raw }) => ({ kind, raw }))).toEqual(
          apart.tables.history.ofTrace(1).map(({ kind, raw }) => ({ kind, raw }))
        )
      } finally {
        together.close()
        apart.close()
      }
    }),
    { numRuns: 50 }
  )
})
