import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { LabComputer } from './agent/computer.ts'
import { MulticastSessions } from './agent/multicast.ts'
import { serialNumber } from './agent/identity.ts'
import { ownCertificate, sharedAgentCertificate } from './certificates.ts'
import { DECISIONS } from './decisions.ts'
import { LabDisk } from './disk/lab-disk.ts'
import { layoutAt, planFor } from './disk/layouts.ts'
import { diskScale } from './disk/scale.ts'
import type { DiskScale } from './disk/scale.ts'
import { ImageNotes } from './repository/image-notes.ts'
import { LabRepository } from './repository/repository.ts'
import type { RepositorySetup } from './repository/repository.ts'
import { seedComputers, seedStrangers, SEED_REPOSITORY } from './seed.ts'
import type { LabComputerOptions, LabDescription, LabOptions } from './types.ts'
import { macDigits, WakeListener } from './wake-listener.ts'

export { LabComputer } from './agent/computer.ts'
export { LabRepository } from './repository/repository.ts'
export type { AgentFault, RepositoryFault } from './faults.ts'
export type { LabJob } from './jobs/desk.ts'
export type * from './types.ts'

const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_DISK_MIB = 8
/** Disks that are made, and computers that are started, at the same time. */
const AT_ONCE = 16

/** A running classroom. */
export interface Lab {
  computers: LabComputer[]
  /** The computer of a name. Throws when there is none. */
  computer(name: string): LabComputer
  repository: LabRepository
  /** Where webhooks go from now on, such as https://127.0.0.1:8443. */
  setConsoleUrl(url: string): void
  /** Everything there is to know about it, as plain JSON. */
  describe(): LabDescription
  /** Closes every server and ends every job; no handle stays open. The files stay. */
  stop(): Promise<void>
}

/**
 * Makes the disks and starts the agents and the repository, on loopback. Throws when a port is taken, a name appears
 * twice, or a disk is too small for its layout; nothing is left running then.
 */
export async function startLab(options: LabOptions): Promise<Lab> {
  const log = options.log ?? (() => {})
  let { consoleUrl } = options
  const declaredSizes = options.declaredSizes ?? 'seed'
  const wanted = computersOf(options)
  const disks = join(options.directory, 'disks')
  await mkdir(disks, { recursive: true })
  const shared = { jobDurationMs: options.jobDurationMs ?? 0, consoleUrl: () => consoleUrl, log }

  const wake = (mac: string) => {
    const sleeper = computers.find((computer) => macDigits(computer.mac) === macDigits(mac))
    log(`magic packet for ${mac}: ${sleeper?.name ?? 'nobody'}`)
    void sleeper?.wake()
  }
  const repository = await makeRepository(options, wanted.length, { ...shared, wake })
  const common = {
    ...shared,
    bootMs: options.bootMs ?? 0,
    announcePauseMs: options.announcePauseMs ?? DECISIONS.started.pauseMs,
    notes: await ImageNotes.open(join(options.directory, 'image-contents.json')),
    multicast: new MulticastSessions(),
    repositoryFolder: (ip: string) => (ip === repository.ip ? repository.imagesDirectory : undefined)
  }
  const scale = diskScale(options.diskSizeMiB ?? DEFAULT_DISK_MIB)
  const makeComputer = async (computer: LabComputerOptions, index: number): Promise<LabComputer> => {
    const words = `ogdesk-lab/${options.seed ?? 1}/${computer.name}`
    const path = join(disks, `${computer.name}-disk1.raw`)
    const newDisk = (layout: number) =>
      LabDisk.create({ ...diskSize(computer, layout, scale), path, words, scale, declaredSizes })
    const host = computer.host ?? options.host ?? DEFAULT_HOST
    return new LabComputer({
      ...common,
      certificate: await (options.authority?.issue(computer.name, [computer.ip]) ?? sharedAgentCertificate()),
      name: computer.name,
      ip: computer.ip,
      mac: computer.mac,
      serialNumber: serialNumber(words),
      words,
      host,
      port: computer.port ?? (options.portBase === undefined ? 0 : options.portBase + index),
      localAddress: localAddress(computer.localAddress, host),
      state: computer.state ?? 'og-live',
      bootState: computer.bootState ?? options.bootState ?? 'og-live',
      fault: computer.fault ?? null,
      level: computer.level ?? 'full',
      stranger: computer.stranger ?? false,
      announce: computer.announce ?? options.announce ?? false,
      disk: await newDisk(computer.layout ?? options.layout ?? index),
      newDisk
    })
  }
  const computers: LabComputer[] = await forEach(wanted, makeComputer)
  const wakeListener = new WakeListener(options.host ?? DEFAULT_HOST, wake, log)

  const stop = async () => {
    await Promise.all([...computers, repository, wakeListener].map((part) => part.stop()))
  }
  try {
    await repository.start()
    await wakeListener.start()
    await forEach(computers, (computer) => computer.start())
  } catch (error) {
    await stop()
    throw error
  }
  return {
    computers,
    repository,
    stop,
    computer: (name) => {
      const found = computers.find((computer) => computer.name === name)
      if (!found) throw new Error(`the lab has no computer called ${name}`)
      return found
    },
    setConsoleUrl: (url) => {
      consoleUrl = url
    },
    describe: () => ({
      directory: options.directory,
      seed: options.seed ?? 1,
      declaredSizes,
      consoleUrl: consoleUrl ?? null,
      computers: computers.map((computer) => computer.describe()),
      wake: { host: wakeListener.host, port: wakeListener.port },
      repository: repository.describe()
    })
  }
}

/** Some at a time. Throws the first error, when nothing that was begun goes on. */
async function forEach<T, R>(items: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const queue = new PQueue({ concurrency: AT_ONCE })
  try {
    return await queue.addAll(items.map((item, index) => () => work(item, index)))
  } catch (error) {
    queue.clear()
    await queue.onIdle()
    throw error
  }
}

function computersOf({ computers, strangers = 0 }: LabOptions): LabComputerOptions[] {
  const known = Array.isArray(computers) ? computers : seedComputers(computers ?? 2)
  const wanted = strangers === 0 ? known : [...known, ...seedStrangers(strangers, known.length)]
  const names = new Set(wanted.map(({ name }) => name))
  if (names.size !== wanted.length) throw new Error('two computers of the lab have the same name')
  for (const name of names) {
    // The name becomes a file's.
    if (!/^[\w.-]{1,63}$/.test(name)) throw new Error(`"${name}" is not a computer's name`)
  }
  return wanted
}

/** A layout and the file it needs; where the file's size is given, the layout is what a disk of that size has. */
function diskSize({ diskSizeMiB }: LabComputerOptions, layout: number, scale: DiskScale) {
  const plan = layoutAt(layout)
  if (diskSizeMiB === undefined) return { plan, sizeMiB: scale.fileMiB(plan.declaredMiB) }
  return { plan: planFor(plan, scale.declaredMiB(diskSizeMiB)), sizeMiB: diskSizeMiB }
}

async function makeRepository(
  options: LabOptions,
  computers: number,
  shared: Pick<RepositorySetup, 'jobDurationMs' | 'consoleUrl' | 'log' | 'wake'>
): Promise<LabRepository> {
  const wanted = { ...SEED_REPOSITORY, ...options.repository }
  const host = wanted.host ?? options.host ?? DEFAULT_HOST
  return new LabRepository({
    ...shared,
    name: wanted.name,
    ip: wanted.ip,
    host,
    port: wanted.port ?? (options.portBase === undefined ? 0 : options.portBase + computers),
    localAddress: localAddress(wanted.localAddress, host),
    fault: wanted.fault ?? null,
    directory: join(options.directory, 'repository'),
    certificate: await (options.authority?.issue(wanted.name ?? wanted.ip, [wanted.ip]) ??
      ownCertificate(wanted.ip, [...new Set([wanted.ip, host, DEFAULT_HOST])]))
  })
}

function localAddress(explicit: string | undefined, host: string) {
  return { address: explicit ?? host, explicit: explicit !== undefined }
}
