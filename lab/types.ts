import type { Authority } from './certificates.ts'
import type { AgentFault, RepositoryFault } from './faults.ts'

/** What a computer of the lab runs. `off` and `initializing` have no agent, so their port is closed. */
export const LAB_STATES = [
  'off',
  'initializing',
  'og-live',
  'linux',
  'linux-session',
  'windows',
  'windows-session',
  'macos',
  'macos-session',
  'unknown'
] as const
export type LabState = (typeof LAB_STATES)[number]

export interface LabOptions {
  /** `disks/` and `repository/` are made in it. */
  directory: string
  /** Default: the seed's two, modelo and pc1; a number N makes modelo, pc1 … pcN-1. */
  computers?: number | LabComputerOptions[]
  repository?: LabRepositoryOptions
  /** Further computers that announce themselves and are in no inventory: nuevo1, nuevo2 … Default 0. */
  strangers?: number
  /** Base of the console's webhook server, such as https://127.0.0.1:8443; may be set later. */
  consoleUrl?: string
  /** Size of the file of a disk of 500 GB in MiB, 8 or more; others in proportion. Default 8. */
  diskSizeMiB?: number
  /** The disk layout of every computer that asks for no other, from 0. Default: each of them in turn. */
  layout?: number
  /** Same seed, same bytes on every disk. Default 1. */
  seed?: number
  /** A job is spread over at least this many milliseconds. Default 0: as fast as it goes. */
  jobDurationMs?: number
  /**
   * Sizes that agents declare in their partition lists: `seed` (default) those of a real classroom, as the seed's
   * 511997 MB, though the file has a few MiB; `file` those the file really has. describe() tells both.
   */
  declaredSizes?: 'seed' | 'file'
  /** What computers run once they have been switched on or started again. Default og-live. */
  bootState?: LabState
  /** How long that takes, in milliseconds. Default 0. */
  bootMs?: number
  /** Post `ogagent/started` when an agent starts and `stopped` when the lab stops. Default false. */
  announce?: boolean
  /** Pause between two attempts at `started`, in milliseconds. Default 3000 [A]. */
  announcePauseMs?: number
  /** Loopback address that all servers listen on unless they say otherwise. Default 127.0.0.1. */
  host?: string
  /** The first computer's port, the next ones follow, and the repository takes the one after. Default: any free. */
  portBase?: number
  /** Signs the certificates of all agents and of the repository. Default: those that they carry in the world. */
  authority?: Authority
  log?: (line: string) => void
}

export interface LabComputerOptions {
  name: string
  /** The declared address, such as 192.168.2.2: what the inventory says, not where it listens. */
  ip: string
  mac: string
  /** Loopback address to listen on, 127.x.x.x. */
  host?: string
  port?: number
  /** Local address its webhooks are sent from. Default: host. */
  localAddress?: string
  /** Size of its disk's file in MiB: one that is smaller than the others' declares less, too. Default: as its layout needs. */
  diskSizeMiB?: number
  state?: LabState
  fault?: AgentFault
  /** Operations an agent may be limited to [A]. Default full. */
  level?: 'status' | 'halt' | 'full'
  announce?: boolean
  /** Not in the inventory that is made of this lab: nobody has told the console of it. */
  stranger?: boolean
  /** Which of the disk layouts it has, from 0; default the lab's, or its position, wrapping round. */
  layout?: number
  bootState?: LabState
}

interface LabRepositoryOptions {
  name?: string
  /** The declared address, which agents are told as `ipr`. Default 192.168.68.55. */
  ip?: string
  host?: string
  port?: number
  localAddress?: string
  fault?: RepositoryFault
}

/** A partition in the fields of protocol.md, and where its bytes are in the disk's file. */
interface PartitionDescription {
  disk: number
  partition: number
  /** Code in hex, lower case, no leading zeros: `83`, `ef00`. */
  code: string
  fileSystem: string
  /** Declared size in KB. */
  sizeKb: number
  usagePercent: number
  /** The installed system, '' for none. */
  system: string
  cloneable: boolean
  /** Bytes from the start of the disk's file. */
  fileOffset: number
  fileBytes: number
}

export interface DiskDescription {
  disk: number
  file: string
  fileBytes: number
  table: 'MSDOS' | 'GPT'
  /** `cpt` of partition 0: 1 MSDOS, 2 GPT [L]. */
  tableCode: string
  sizeKb: number
  partitions: PartitionDescription[]
}

/** A message that the agent in a system has shown. */
export interface ShownMessage {
  title: string
  message: string
  /** Who had a session open, '' for nobody. */
  user: string
}

/** A script that a computer was sent, as text. */
export interface ReceivedScript {
  /** CloningEngine/EjecutarScript, or opengnsys/script. */
  door: 'og-live' | 'system'
  script: string
  /** To run in the session of whoever sits there. */
  inSession: boolean
}

export interface ComputerDescription {
  name: string
  ip: string
  mac: string
  serialNumber: string
  networkInterface: string
  ogLive: string
  agentVersion: string
  host: string
  port: number
  state: LabState
  busy: boolean
  fault: AgentFault | null
  /** In no inventory that is made of this lab. */
  stranger: boolean
  disks: DiskDescription[]
  /** Names of the images in its cache partition. */
  cachedImages: string[]
  messages: ShownMessage[]
  scripts: ReceivedScript[]
}

export interface RepositoryDescription {
  name: string
  ip: string
  host: string
  port: number
  /** The images folder as a real repository calls it. */
  path: string
  certificatePem: string
  /** SHA-256 of the certificate, upper-case hex with colons, as node and openssl print it. */
  certificateSha256: string
  /** The images folder on this machine. */
  imagesDirectory: string
  fault: RepositoryFault | null
}

export interface LabDescription {
  directory: string
  seed: number
  declaredSizes: 'seed' | 'file'
  consoleUrl: string | null
  computers: ComputerDescription[]
  /** Where magic packets arrive, UDP. */
  wake: { host: string; port: number }
  repository: RepositoryDescription
}

/** A request that a server of the lab has read whole. */
export interface ReceivedRequest {
  at: Date
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: string
  /** The body as JSON, undefined when it is none. */
  json: unknown
}
