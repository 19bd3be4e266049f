import { describe, expect, test } from 'vitest'
import { failureSentence } from '#shared/messages/format.ts'
import type { FailureCode } from '#shared/domain/failures.ts'
import type { AgentFault } from '../../../lab/lab.ts'
import { failureOf } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'
import { createImage, ended, historyKinds, imageForm, testSite } from '../../support/site.ts'

const jobs = { requests: 'jobs' } as const
const error = (text: string): AgentFault => ({ kind: 'error-500', error: text, ...jobs })
const CALL_FAILURES: [string, AgentFault, FailureCode, RegExp][] = [
  ['refuses the connection', { kind: 'refuse' }, 'agent-refused', /rechaza la conexión/],
  ['never answers', { kind: 'hang', ...jobs }, 'agent-timeout', /no ha respondido en 0\.5 s/],
  ['accepts, and no more', { kind: 'hang', at: 'connection' }, 'agent-timeout', /no ha respondido/],
  ['speaks no TLS', { kind: 'tls' }, 'agent-tls', /conexión segura/],
  ['cuts the connection', { kind: 'reset', ...jobs }, 'agent-connection-lost', /ha cortado la conexión/],
  ['answers a web page', { kind: 'garbage', ...jobs }, 'agent-not-json', /algo que no se entiende/],
  ['answers nothing at all', { kind: 'garbage', body: '', ...jobs }, 'agent-not-json', /no se entiende/],
  [
    'answers megabytes',
    { kind: 'garbage', body: 'x'.repeat(2 ** 21), ...jobs },
    'agent-too-large',
    /demasiado grande/
  ],
  ['answers {}', { kind: 'no-job-id' }, 'agent-no-job-id', /sin identificador de trabajo/],
  ['answers a list', { kind: 'garbage', body: '[]', ...jobs }, 'agent-no-job-id', /sin identificador/],
  ['answers null', { kind: 'garbage', body: 'null', ...jobs }, 'agent-no-job-id', /sin identificador/],
  [
    'answers a number',
    { kind: 'garbage', body: '{"job_id":7}', ...jobs },
    'agent-no-job-id',
    /sin identificador/
  ],
  ['answers an error', error('disk {client} on fire'), 'agent-error', /«disk \{client\} on fire»/],
  ['is busy', error('system is busy'), 'agent-busy', /está ocupado con otra tarea/],
  ['does not authorize it', error('Unauthorized operation'), 'agent-unauthorized', /no autoriza/],
  [
    'has no such function',
    error('Message processor for "CrearImagen" not found'),
    'agent-unknown-operation',
    /no conoce/
  ],
  [
    'has no such module',
    error("'NoneType' object has no attribute 'processServerMessage'"),
    'agent-unknown-operation',
    /no conoce/
  ]
]

/** Who waits for one that never answers need not wait long. */
const timingsFor = ({ kind }: AgentFault) => (kind === 'hang' ? { call: 500, status: 500 } : {})

describe('a call that goes wrong', () => {
  test.each(CALL_FAILURES)('the agent %s', async (_name, fault, code, spanish) => {
    const site = await testSite({ console: { timings: timingsFor(fault) } })
    const computer = site.lab.computer('modelo')
    await computer.setFault(fault)
    const { image, trace } = await createImage(site)

    expect(trace).toMatchObject({
      state: 'failed',
      jobId: null,
      finishedAt: site.clock.now(),
      failure: { code }
    })
    if (code !== 'agent-error') expectSentences(trace.failure)
    expect(failureSentence('es', trace.failure!)).toMatch(spanish)
    expect(failureSentence('es', trace.failure!)).toContain('modelo (192.168.2.2:8000)')
    expect(image).toMatchObject({ state: 'failed', failure: trace.failure, canRetryAuxiliaryFiles: false })
    expect(site.notices).toMatchObject([
      { kind: 'image-failed', traceId: trace.id, body: failureSentence('es', trace.failure!) }
    ])
    const kinds = await historyKinds(site, trace.id)
    expect(kinds[0]).toBe('created')
    expect(kinds[1]).toBe('call')
    expect(['reply', 'call-failed']).toContain(kinds[2])
    expect(kinds.slice(3)).toEqual(['ended'])
    expect((await site.api.inventory.client({ id: site.modelo.id })).client.state).not.toBe('busy')
    expect(computer.jobs).toHaveLength(0)
  })

  test('the failure is one of now: the next try succeeds under the same name', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'refuse' })
    const { image } = await createImage(site)
    await site.lab.computer('modelo').setFault(null)
    const again = await createImage(site, { existingImageId: image.id })
    expect((await ended(site, again.trace.id)).state).toBe('success')
    expect((await site.api.images.get({ id: image.id })).image.failure).toBeNull()
  })
})

const JOB_FAILURES: [string, string, string][] = [
  [
    '014-Error al escribir en el destino',
    '014',
    'Error al escribir en el destino. «Error al escribir en el destino»'
  ],
  ['005-x', '005', 'Error al crear o restaurar la imagen. «x»'],
  ['057 lost', '057', 'Error en la transferencia por unicast o multicast. «lost»'],
  ['999-a code that nobody knows', '', '«999-a code that nobody knows»'],
  ['no code at all', '', '«no code at all»'],
  ['020-', '020', 'El sistema de ficheros no se conoce o no se puede montar.']
]

describe('a job that the agent ends with an error', () => {
  test.each(JOB_FAILURES)('der %j', async (der, agentError, explanation) => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'fail', der })
    const { image, trace } = await createImage(site)
    const over = await ended(site, trace.id)
    expect(over).toMatchObject({
      state: 'failed',
      failure: { code: 'job-failed', params: { agentError }, detail: der }
    })
    expectSentences(over.failure)
    expect(failureSentence('es', over.failure!)).toBe(
      `El equipo modelo ha terminado la tarea con un error. ${explanation}`
    )
    expect(await site.api.images.get({ id: image.id })).toMatchObject({
      image: { state: 'failed', failure: over.failure, canRetryAuxiliaryFiles: false },
      traces: [{ id: trace.id }]
    })
    expect(site.notices).toMatchObject([{ kind: 'image-failed', traceId: trace.id }])
    expect((await site.api.inventory.client({ id: site.modelo.id })).client.state).toBe('og-live')
    expect(site.lab.repository.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })
})

describe('what is refused before anything is written', () => {
  const nothingWritten = async (site: Awaited<ReturnType<typeof testSite>>) => {
    expect((await site.api.images.list()).images).toEqual([])
    expect((await site.api.traces.list({})).total).toBe(0)
    expect(site.lab.computer('modelo').requests.filter(({ method }) => method === 'POST')).toEqual([])
  }

  test('the computer runs Linux', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setState('linux-session')
    const failure = await failureOf(createImage(site))
    expect(failure).toMatchObject({
      code: 'client-not-og-live',
      params: { client: 'modelo', state: 'linux-session' }
    })
    expectSentences(failure)
    expect(failureSentence('ca', failure)).toContain('modelo')
    await nothingWritten(site)
  })

  test.each([
    [{ name: '' }, 'name-empty'],
    [{ name: 'con espacio' }, 'name-characters'],
    [{ name: '../etc/passwd' }, 'name-characters'],
    [{ name: 'a'.repeat(51) }, 'name-too-long'],
    [{ partition: 1 }, 'partition-not-cloneable'],
    [{ partition: 9 }, 'partition-not-cloneable'],
    [{ existingImageId: '01936caf-facb-72ad-9446-97e7dbf2b96a' }, 'not-found'],
    [{ clientId: 99 }, 'not-found']
  ])('%j: %s', async (form, code) => {
    const site = await testSite()
    const failure = await failureOf(createImage(site, form))
    expect(failure.code).toBe(code)
    expectSentences(failure)
    await nothingWritten(site)
  })

  test('the name is taken, whoever has it; the id is taken', async () => {
    const site = await testSite({ lab: { computers: 2 } })
    await site.lab.computer('pc1').setState('og-live')
    const pc1 = (await site.api.inventory.snapshot()).clients.find(({ name }) => name === 'pc1')!
    const { image, trace } = await createImage(site)
    await ended(site, trace.id)
    const taken = await failureOf(createImage(site, { clientId: pc1.id }))
    expect(taken).toMatchObject({
      code: 'name-taken',
      params: { name: 'image-test', repository: 'Repositorio 1' }
    })
    const form = { ...(await imageForm(site, { name: 'other' })), imageId: image.id }
    expect((await failureOf(site.api.imaging.createImage(form))).code).toBe('image-in-use')
    expect((await site.api.images.list()).images).toHaveLength(1)
  })

  test('the computer has a job of ours: named, and held until it has ended', async () => {
    const site = await testSite()
    await site.lab.computer('modelo').setFault({ kind: 'late' })
    const { trace } = await createImage(site)
    const failure = await failureOf(createImage(site, { name: 'second' }))
    expect(failure).toMatchObject({ code: 'client-job-running', params: { command: 'create-image' } })
    expect(failureSentence('es', failure)).toContain('Crear imagen')
    await site.lab.computer('modelo').waitForJob()
    await site.lab.computer('modelo').releaseWebhooks()
    await ended(site, trace.id)
    expect((await createImage(site, { name: 'second' })).trace.state).toBe('in-progress')
  })

  test('two requests at the same moment: one job', async () => {
    const site = await testSite()
    const forms = [await imageForm(site), await imageForm(site, { name: 'second' })]
    const outcomes = await Promise.allSettled(forms.map((form) => site.api.imaging.createImage(form)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(site.lab.computer('modelo').jobs).toHaveLength(1)
    expect((await site.api.images.list()).images).toHaveLength(1)
  })
})
