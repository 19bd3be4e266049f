import { describe, expect, test } from 'vitest'
import type { FailureCode } from '#shared/domain/failures.ts'
import { failureSentence } from '#shared/messages/format.ts'
import type { RepositoryFault } from '../../../lab/lab.ts'
import { failureOf } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'
import { auxiliaryEnded, createImage, ended, imageIn, testSite } from '../../support/site.ts'

const jobs = { requests: 'jobs' } as const
const error = (text: string): RepositoryFault => ({ kind: 'error-500', error: text, ...jobs })
const FAILURES: [string, RepositoryFault, FailureCode][] = [
  ['refuses the connection', { kind: 'refuse' }, 'repository-refused'],
  ['never answers', { kind: 'hang', ...jobs }, 'repository-timeout'],
  ['accepts, and no more', { kind: 'hang', at: 'connection' }, 'repository-timeout'],
  ['speaks no TLS', { kind: 'tls' }, 'repository-tls'],
  ['cuts the connection', { kind: 'reset', ...jobs }, 'repository-connection-lost'],
  ['answers a web page', { kind: 'garbage', ...jobs }, 'repository-not-json'],
  ['answers megabytes', { kind: 'garbage', body: 'x'.repeat(2 ** 21), ...jobs }, 'repository-too-large'],
  ['answers {}', { kind: 'no-job-id' }, 'repository-no-job-id'],
  ['answers an error', error('no space left'), 'repository-error'],
  ['is busy', error('system is busy'), 'repository-busy'],
  ['ends the job with an error', { kind: 'fail', error: 'no space left' }, 'repository-job-failed'],
  ['ends the job with no words', { kind: 'fail', error: ' ' }, 'repository-job-failed']
]

describe('the image is made, its auxiliary files are not', () => {
  test.each(FAILURES)('the repository %s; asked again, it makes them', async (_name, fault, code) => {
    const site = await testSite({ console: { timings: fault.kind === 'hang' ? { call: 2_000 } : {} } })
    const { api, lab } = site
    await lab.repository.setFault(fault)
    const { image, trace } = await createImage(site)
    const auxiliary = await auxiliaryEnded(site, image.id)

    expect((await api.traces.get({ id: trace.id })).trace.state).toBe('success')
    expect(auxiliary).toMatchObject({ state: 'failed', parentId: trace.id, failure: { code } })
    expectSentences(auxiliary.failure)
    expect(failureSentence('es', auxiliary.failure!)).toContain('Repositorio 1')
    const failed = (await api.images.get({ id: image.id })).image
    expect(failed).toMatchObject({
      state: 'failed',
      failure: auxiliary.failure,
      canRetryAuxiliaryFiles: true
    })
    expect(site.notices).toMatchObject([{ kind: 'image-failed', traceId: auxiliary.id }])

    await lab.repository.setFault(null)
    const again = await api.images.retryAuxiliaryFiles({ id: image.id })
    expect(again.image).toMatchObject({ failure: null, canRetryAuxiliaryFiles: false })
    expect(again.trace).toMatchObject({ command: 'create-image-aux-file', parentId: trace.id })
    expect(await auxiliaryEnded(site, image.id, 2)).toMatchObject({ id: again.trace.id, state: 'success' })
    const ready = await imageIn(site, image.id, 'success')
    expect(ready).toMatchObject({ failure: null, fullsum: expect.stringMatching(/^[0-9a-f]{32}$/) as string })
    expect(site.notices.map(({ kind }) => kind)).toEqual(['image-failed', 'image-ready'])
    expect((await api.traces.get({ id: auxiliary.id })).trace.state).toBe('failed')
    expect(lab.computer('modelo').jobs).toHaveLength(1)
  })

  test('the repository dies half way, and makes them once it is back', async () => {
    const site = await testSite()
    const { api, lab } = site
    await lab.repository.setFault({ kind: 'die-half-way' })
    const { image } = await createImage(site)
    await lab.repository.waitForJob()
    site.clock.advance(61 * 60_000)
    const auxiliary = await auxiliaryEnded(site, image.id)
    expect(auxiliary).toMatchObject({
      state: 'failed',
      failure: { code: 'no-answer', params: { minutes: 60 } }
    })
    expectSentences(auxiliary.failure)
    await lab.repository.setFault(null)
    await api.images.retryAuxiliaryFiles({ id: image.id })
    await imageIn(site, image.id, 'success')
  })
})

describe('the auxiliary files are not asked for again', () => {
  test('of an image that nobody knows, that is being made, that is ready, or whose file is not there', async () => {
    const site = await testSite()
    const { api, lab } = site
    const retry = (id: string) => failureOf(api.images.retryAuxiliaryFiles({ id }))
    expect((await retry('01936caf-facb-72ad-9446-97e7dbf2b96a')).code).toBe('not-found')

    await lab.computer('modelo').setFault({ kind: 'late' })
    const { image, trace } = await createImage(site)
    expect(await retry(image.id)).toMatchObject({
      code: 'image-not-retryable',
      params: { name: 'image-test' }
    })
    await lab.computer('modelo').waitForJob()
    await lab.computer('modelo').setFault(null)
    await lab.computer('modelo').releaseWebhooks()
    await ended(site, trace.id)
    await imageIn(site, image.id, 'success')
    expect((await retry(image.id)).code).toBe('image-not-retryable')

    await lab.computer('modelo').setFault({ kind: 'fail' })
    const other = await createImage(site, { name: 'other' })
    await ended(site, other.trace.id)
    expect((await retry(other.image.id)).code).toBe('image-not-retryable')
    expect((await api.images.get({ id: image.id })).image.state).toBe('success')
  })

  test('twice at the same moment', async () => {
    const site = await testSite()
    const { api, lab } = site
    await lab.repository.setFault({ kind: 'refuse' })
    const { image } = await createImage(site)
    await auxiliaryEnded(site, image.id)
    await lab.repository.setFault(null)
    const outcomes = await Promise.allSettled([
      api.images.retryAuxiliaryFiles({ id: image.id }),
      api.images.retryAuxiliaryFiles({ id: image.id })
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await imageIn(site, image.id, 'success')
    expect(lab.repository.jobs).toHaveLength(1)
  })
})
