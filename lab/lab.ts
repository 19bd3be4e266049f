import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { LabComputer } from './agent/computer.ts'
import { serialNumber } from './agent/identity.ts'
import { ownCertificate, sharedAgentCertificate } from './certificates.ts'
import { DECISIONS } from './decisions.ts'
import { createDisk, describeDisk } from './disk/disk.ts'
import type { DiskOptions } from './disk/disk.ts'
import { layoutAt } from './disk/layouts.ts'
import { LabRepository } from './repository/repository.ts'
import { seedComputers, seedStrangers, SEED_REPOSITORY } from './seed.ts'
import type { LabComputerOptions, LabDescription, LabOptions } from './types.ts'

export { LabComputer } from './agent/computer.ts'
export { LabRepository } from './repository/repository.ts'
export type { AgentFault, RepositoryFault } from './faults.ts'
export type { LabJob } from './jobs/desk.ts'
export type * from './types.ts'

const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_DISK_MIB = 8

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

  const repository = await makeRepository(options, wanted.length, shared)
  const agentCertificate = await sharedAgentCertificate()
  const computers: LabComputer[] = []
  for (const [index, computer] of wanted.entries()) {
    const disk = await makeDisk(options, computer, index, disks)
    const host = computer.host ?? options.host ?? DEFAULT_HOST
    computers.push(
      new LabComputer({
        ...shared,
        name: computer.name,
        ip: computer.ip,
        mac: computer.mac,
        serialNumber: serialNumber(disk.words),
        host,
        port: computer.port ?? (options.portBase === undefined ? 0 : options.portBase + index),
        localAddress: localAddress(computer.localAddress, host),
        state: computer.state ?? 'og-live',
        fault: computer.fault ?? null,
        level: computer.level ?? 'full',
        stranger: computer.stranger ?? false,
        announce: computer.announce ?? options.announce ?? false,
        announcePauseMs: options.announcePauseMs ?? DECISIONS.started.pauseMs,
        disk,
        disks: [await describeDisk(1, disk, declaredSizes)],
        declaredSizes,
        certificate: agentCertificate,
        repositoryFolder: (ip) => (ip === repository.ip ? repository.imagesDirectory : undefined)
      })
    )
  }

  const stop = async () => {
    await Promise.all([...computers, repository].map((part) => part.stop()))
  }
  try {
    await repository.start()
    for (const computer of computers) await computer.start()
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
      repository: repository.describe()
    })
  }
}

function computersOf({ computers, strangers = 0 }: LabOptions): LabComputerOptions[] {
  const known = Array.isArray(computers) ? computers : seedComputers(computers ?? 2)
  const wanted = [...known, ...seedStrangers(strangers, known.length)]
  const names = new Set(wanted.map(({ name }) => name))
  if (names.size !== wanted.length) throw new Error('two computers of the lab have the same name')
  for (const name of names) {
    // The name becomes a file's.
    if (!/^[\w.-]{1,63}$/.test(name)) throw new Error(`"${name}" is not a computer's name`)
  }
  return wanted
}

async function makeDisk(
  options: LabOptions,
  computer: LabComputerOptions,
  index: number,
  folder: string
): Promise<DiskOptions> {
  const disk = {
    path: join(folder, `${computer.name}-disk1.raw`),
    plan: layoutAt(computer.layout ?? index),
    sizeMiB: computer.diskSizeMiB ?? options.diskSizeMiB ?? DEFAULT_DISK_MIB,
    words: `ogdesk-lab/${options.seed ?? 1}/${computer.name}`
  }
  await createDisk(disk)
  return disk
}

async function makeRepository(
  options: LabOptions,
  computers: number,
  shared: { jobDurationMs: number; consoleUrl: () => string | undefined; log: (line: string) => void }
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
    certificate: await ownCertificate(wanted.ip, [...new Set([wanted.ip, host, DEFAULT_HOST])])
  })
}

function localAddress(explicit: string | undefined, host: string) {
  return { address: explicit ?? host, explicit: explicit !== undefined }
}
