import type { ServerCertificate } from '../certificates.ts'
import type { LabDisk } from '../disk/lab-disk.ts'
import type { AgentFault } from '../faults.ts'
import type { ImageNotes } from '../repository/image-notes.ts'
import type { LabState } from '../types.ts'
import type { MulticastSessions } from './multicast.ts'

/** Everything that a computer of the lab is made of. */
export interface ComputerSetup {
  name: string
  ip: string
  mac: string
  serialNumber: string
  /** Words that name it within its seed. */
  words: string
  host: string
  port: number
  localAddress: { address: string; explicit: boolean }
  state: LabState
  /** What it runs once it has been switched on or started again, and how long that takes. */
  bootState: LabState
  bootMs: number
  fault: AgentFault | null
  level: 'status' | 'halt' | 'full'
  stranger: boolean
  announce: boolean
  announcePauseMs: number
  /** Every computer of the lab has one disk. */
  disk: LabDisk
  /** A disk with another of the layouts, in the place of the one it has. */
  newDisk: (layout: number) => Promise<LabDisk>
  jobDurationMs: number
  certificate: ServerCertificate
  consoleUrl: () => string | undefined
  repositoryFolder: (ip: string) => string | undefined
  notes: ImageNotes
  multicast: MulticastSessions
  log: (line: string) => void
}
