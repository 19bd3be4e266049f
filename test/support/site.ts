import { onTestFinished } from 'vitest'
import { startLab, type Lab, type LabOptions } from '../../lab/lab.ts'
import { labInventory, labNetworkMap } from '../../scripts/lib/classroom.ts'
import type { Client, Image, Repository, Trace } from '#shared/contract/rows.ts'
import { startTestConsole, type TestConsole } from './console.ts'
import { temporaryFolder } from './files.ts'

type ConsoleSetup = NonNullable<Parameters<typeof startTestConsole>[0]>

/** The seed's classroom and a console that knows it. */
export interface Site extends TestConsole {
  lab: Lab
  networkMap: string[]
  modelo: Client
  repository: Repository
}

/** A lab that is gone when the test ends. */
export async function testLab(options: Partial<LabOptions> = {}): Promise<Lab> {
  const lab = await startLab({ computers: 1, directory: await temporaryFolder(), ...options })
  onTestFinished(() => lab.stop())
  return lab
}

export const networkMapOf = (lab: Lab): string[] =>
  labNetworkMap(lab.describe()).map((option) => option.replace('--network-map=', ''))

/** Starts a console for a lab; its inventory is imported where the console's is empty. The lab's webhooks go to it. */
export async function consoleFor(lab: Lab, options: ConsoleSetup = {}): Promise<Site> {
  const networkMap = options.networkMap ? [...options.networkMap] : networkMapOf(lab)
  const started = await startTestConsole({ ...options, networkMap })
  lab.setConsoleUrl(started.url())
  if ((await started.api.inventory.snapshot()).units.length === 0) {
    started.console.importInventory(labInventory(lab.describe()))
  }
  const { clients, repositories } = await started.api.inventory.snapshot()
  const modelo = clients.find(({ name }) => name === 'modelo')!
  return { ...started, lab, networkMap, modelo, repository: repositories[0]! }
}

/** The seed's classroom, with `modelo` alone, and its console. */
export async function testSite(
  options: { lab?: Partial<LabOptions>; console?: ConsoleSetup } = {}
): Promise<Site> {
  return consoleFor(await testLab(options.lab), options.console)
}

/** The seed's form. [S] */
export const SEED_IMAGE = {
  name: 'image-test',
  description: 'imagen de referencia',
  type: 'Linux',
  version: 'Ubuntu 24.04',
  architecture: 'x86_64',
  disk: 1,
  partition: 2
}

type Form = Partial<typeof SEED_IMAGE> & { existingImageId?: string; clientId?: number }

/** What a person who fills in the wizard sends. */
export async function imageForm({ api, modelo, repository }: Site, form: Form = {}) {
  const clientId = form.clientId ?? modelo.id
  const { imageId, repositoryId } = await api.imaging.prepare({ clientId })
  return {
    ...SEED_IMAGE,
    clientId,
    imageId,
    existingImageId: null,
    repositoryId: repositoryId ?? repository.id,
    ...form
  }
}

/** Fills in the wizard and sends it: resolves when the agent has answered. */
export async function createImage(site: Site, form: Form = {}): Promise<{ image: Image; trace: Trace }> {
  return site.api.imaging.createImage(await imageForm(site, form))
}

const isEnded = ({ state }: { state: string }) => state !== 'pending' && state !== 'in-progress'

/** The trace once it has ended. */
export function ended(site: Pick<Site, 'api' | 'events'>, traceId: number): Promise<Trace> {
  return site.events.until(async () => {
    const { trace } = await site.api.traces.get({ id: traceId })
    return isEnded(trace) && trace
  })
}

/** An image's trace of the auxiliary files, once it has ended. The `count`-th of them. */
export function auxiliaryEnded(site: Site, imageId: string, count = 1): Promise<Trace> {
  return site.events.until(async () => {
    const { traces } = await site.api.images.get({ id: imageId })
    const found = traces.filter(({ command }) => command === 'create-image-aux-file').at(-count)
    return found && isEnded(found) && found
  })
}

/** Waits until something is told to have happened. */
export async function imageIn(site: Site, imageId: string, state: Image['state']): Promise<Image> {
  return site.events.until(async () => {
    const { image } = await site.api.images.get({ id: imageId })
    return image.state === state && image
  })
}

/** The kinds of a trace's history, in order. */
export async function historyKinds({ api }: Pick<Site, 'api'>, traceId: number): Promise<string[]> {
  return (await api.traces.get({ id: traceId })).history.map(({ kind }) => kind)
}
