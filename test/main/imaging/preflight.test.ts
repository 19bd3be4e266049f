import { expect, test } from 'vitest'
import { CREATE_IMAGE_CHECKS, type CheckName } from '#shared/domain/checks.ts'
import type { Check } from '#shared/contract/inputs.ts'
import { failureOf } from '../../support/console.ts'
import { mutePeer } from '../../support/peer.ts'
import { expectSentences } from '../../support/sentences.ts'
import {
  consoleFor,
  createImage,
  ended,
  imageIn,
  networkMapOf,
  testLab,
  testSite,
  type Site
} from '../../support/site.ts'

/** Runs the checks of a draft to their end. */
async function preflight({ api, modelo, repository }: Site, change: object = {}): Promise<Check[]> {
  const { imageId } = await api.imaging.prepare({ clientId: modelo.id })
  const draft = {
    clientId: modelo.id,
    imageId,
    existingImageId: null,
    name: 'image-test',
    repositoryId: repository.id,
    disk: 1,
    partition: 2,
    ...change
  }
  const checks: Check[] = []
  for await (const check of await api.imaging.preflight(draft)) checks.push(check)
  return checks
}

function outcomes(checks: Check[]): Record<string, string> {
  const last = checks.slice(CREATE_IMAGE_CHECKS.length)
  for (const { failure, state } of last) {
    expect(failure !== null).toBe(state === 'failed' || state === 'warning')
    if (failure) expectSentences(failure)
  }
  return Object.fromEntries(last.map(({ name, state, failure }) => [name, failure?.code ?? state]))
}
const PASSED = Object.fromEntries(CREATE_IMAGE_CHECKS.map((name) => [name, 'passed'])) as Record<
  CheckName,
  string
>

test('all run first, then each has its outcome, once', async () => {
  const checks = await preflight(await testSite())
  const running = checks.slice(0, CREATE_IMAGE_CHECKS.length)
  expect(running).toEqual(CREATE_IMAGE_CHECKS.map((name) => ({ name, state: 'running', failure: null })))
  expect(checks).toHaveLength(2 * CREATE_IMAGE_CHECKS.length)
  expect(outcomes(checks)).toEqual(PASSED)
})

test('what a draft does not say yet is not checked', async () => {
  const site = await testSite()
  expect(
    outcomes(await preflight(site, { name: '', repositoryId: null, disk: null, partition: null }))
  ).toEqual({
    ...PASSED,
    'name-free': 'skipped',
    'partition-cloneable': 'skipped',
    repository: 'no-repository',
    'repository-name-free': 'skipped'
  })
})

test.each([
  [{ name: 'con espacio' }, { 'name-free': 'name-characters', 'repository-name-free': 'skipped' }],
  [{ name: 'a'.repeat(51) }, { 'name-free': 'name-too-long', 'repository-name-free': 'skipped' }],
  [{ partition: 1 }, { 'partition-cloneable': 'partition-not-cloneable' }],
  [{ partition: 0 }, { 'partition-cloneable': 'partition-not-cloneable' }],
  [{ disk: 7 }, { 'partition-cloneable': 'partition-not-cloneable' }]
])('%j', async (change, expected) => {
  expect(outcomes(await preflight(await testSite(), change))).toEqual({ ...PASSED, ...expected })
})

test('the computer is off, or runs something else; the repository is away', async () => {
  const site = await testSite()
  const { lab } = site
  await lab.computer('modelo').setState('linux')
  expect(outcomes(await preflight(site))).toEqual({ ...PASSED, 'client-og-live': 'client-not-og-live' })
  await lab.computer('modelo').setState('off')
  await lab.repository.setFault({ kind: 'refuse' })
  expect(outcomes(await preflight(site))).toEqual({
    ...PASSED,
    'client-agent': 'agent-refused',
    'client-og-live': 'skipped',
    repository: 'repository-refused',
    'repository-name-free': 'skipped'
  })
})

test('the name is taken, by an image of ours or by a file that is there; making it again is another thing', async () => {
  const site = await testSite()
  const { image } = await createImage(site)
  await imageIn(site, image.id, 'success')
  expect(outcomes(await preflight(site))).toEqual({
    ...PASSED,
    'name-free': 'name-taken',
    'repository-name-free': 'skipped'
  })
  expect(outcomes(await preflight(site, { existingImageId: image.id }))).toEqual(PASSED)
  // Another console knows nothing of the image, but its file is in the way.
  const other = await consoleFor(site.lab)
  expect(outcomes(await preflight(other))).toEqual({ ...PASSED, 'repository-name-free': 'name-taken' })
})

test('the computer works for us', async () => {
  const site = await testSite()
  await site.lab.computer('modelo').setFault({ kind: 'late' })
  const { trace } = await createImage(site)
  expect(outcomes(await preflight(site, { name: 'other' }))).toEqual({
    ...PASSED,
    'client-free': 'client-job-running'
  })
  await site.lab.computer('modelo').waitForJob()
  await site.lab.computer('modelo').releaseWebhooks()
  await ended(site, trace.id)
  expect(outcomes(await preflight(site, { name: 'other' }))).toEqual(PASSED)
})

test('the console cannot receive webhooks', async () => {
  const lab = await testLab()
  const site = await consoleFor(lab, { webhookHost: '192.0.2.1' })
  expect(outcomes(await preflight(site))).toEqual({ ...PASSED, 'webhook-server': 'address-not-available' })
})

test('what is slow does not hold up the rest, and who leaves is not waited for', async () => {
  const lab = await testLab()
  const mute = await mutePeer()
  const networkMap = networkMapOf(lab).map((entry) =>
    entry.startsWith('192.168.68.55:') ? `192.168.68.55:8006=127.0.0.1:${mute.port}` : entry
  )
  const site = await consoleFor(lab, { networkMap, timings: { call: 1_000 } })
  expect(outcomes(await preflight(site))).toMatchObject({
    repository: 'repository-timeout',
    'client-agent': 'passed'
  })

  const { imageId } = await site.api.imaging.prepare({ clientId: site.modelo.id })
  const draft = {
    clientId: site.modelo.id,
    imageId,
    existingImageId: null,
    name: 'x',
    repositoryId: 1,
    disk: 1,
    partition: 2
  }
  for await (const check of await site.api.imaging.preflight(draft)) {
    if (check.state === 'passed') break
  }
  await site.stop()
})

test('a computer that nobody knows', async () => {
  const { api } = await testSite()
  expect((await failureOf(api.imaging.prepare({ clientId: 99 }))).code).toBe('not-found')
  const draft = {
    clientId: 99,
    imageId: '01936caf-facb-72ad-9446-97e7dbf2b96a',
    existingImageId: null,
    name: 'x',
    repositoryId: null,
    disk: null,
    partition: null
  }
  const run = async () => {
    for await (const _ of await api.imaging.preflight(draft));
  }
  expect((await failureOf(run())).code).toBe('not-found')
})
