import { dump } from './database.ts'
import { temporaryFolder } from './files.ts'
import { createImage, testSite } from './site.ts'
import { AGENT_WEBHOOK, REPOSITORY_WEBHOOK, post } from './webhook.ts'

export type Row = Record<string, unknown>

/** A site on disk whose agent has done its job and reports nothing of it: the test sends what it likes. */
export async function siteWithSilentAgent(options: Parameters<typeof testSite>[0] = {}) {
  const directory = await temporaryFolder()
  const site = await testSite({ ...options, console: { dataDirectory: directory, ...options.console } })
  const modelo = site.lab.computer('modelo')
  await modelo.setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const { image, trace } = await createImage(site)
  await modelo.waitForJob()
  const call = JSON.parse((await site.api.traces.get({ id: trace.id })).input!) as Row
  const send = (body: unknown, localAddress = modelo.host) =>
    post(site.url() + AGENT_WEBHOOK, body, { localAddress })
  return { site, directory, image, trace, call, jobId: trace.jobId!, send }
}

/** A site on disk whose repository has made the files and reports nothing of it. */
export async function siteWithSilentRepository() {
  const directory = await temporaryFolder()
  const site = await testSite({ console: { dataDirectory: directory } })
  await site.lab.repository.setFault({ kind: 'drop-webhook', webhooks: 'all' })
  const { image } = await createImage(site)
  await site.lab.repository.waitForJob()
  const auxiliary = await site.events.until(async () => {
    const { traces } = await site.api.images.get({ id: image.id })
    return traces.find(({ command, state }) => command === 'create-image-aux-file' && state === 'in-progress')
  })
  const send = (body: unknown) => post(site.url() + REPOSITORY_WEBHOOK, body)
  return { site, directory, image, auxiliary, jobId: auxiliary.jobId!, send }
}

/** A trace as it is on disk. */
export const traceRow = (directory: string, id: number): Row =>
  (dump(directory).traces as Row[]).find((row) => row.id === id)!
