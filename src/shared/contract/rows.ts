/** The rows of the inventory and of the work, as the renderer sees them. Times are milliseconds since the epoch. */
import * as z from 'zod'
import { AGENT_EVENTS } from '../domain/agent-states.ts'
import { PARTITION_CHANGES } from '../domain/partition-changes.ts'
import { FAILURE_CODES, type Failure } from '../domain/failures.ts'
import { CLIENT_STATES, IMAGE_STATES, TRACE_COMMANDS, TRACE_STATES } from '../domain/states.ts'
import { UNIT_TYPES } from '../domain/units.ts'
import { REFUSALS } from '../domain/limits.ts'

const id = z.int().positive()
const time = z.int().nonnegative()

export const failureSchema: z.ZodType<Failure> = z.object({
  code: z.enum(FAILURE_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string().nullable()
})

/** How a multicast sender and its network talk. [L] protocol.md section 1 */
export const MULTICAST_MODES = ['full-duplex', 'half-duplex', 'broadcast'] as const
/** What a computer does in a torrent. [L] */
export const P2P_MODES = ['peer', 'leecher', 'seeder'] as const
/** Where a partition table comes from: asked of the agent, sent with a job's result, an import, or typed by hand. */
export const PARTITION_SOURCES = ['refresh', 'job', 'import', 'edit'] as const
export type PartitionSource = (typeof PARTITION_SOURCES)[number]

export const unitSchema = z.object({
  id,
  parentId: id.nullable(),
  type: z.enum(UNIT_TYPES),
  name: z.string(),
  routerIp: z.string().nullable(),
  netmask: z.string().nullable(),
  dns: z.string().nullable(),
  ntp: z.string().nullable(),
  /** Null: inherited from the unit above. */
  repositoryId: id.nullable(),
  ogLive: z.string().nullable(),
  pxeTemplate: z.string().nullable(),
  multicastAddress: z.string().nullable(),
  multicastPort: z.int().nullable(),
  multicastMode: z.enum(MULTICAST_MODES).nullable(),
  /** Megabits a second. */
  multicastSpeed: z.int().nullable(),
  p2pMode: z.enum(P2P_MODES).nullable(),
  /** Seconds that a computer goes on seeding. */
  p2pTime: z.int().nullable(),
  hardwareProfile: z.string().nullable(),
  /** Places for computers. */
  capacity: z.int().nullable(),
  location: z.string().nullable(),
  comments: z.string().nullable(),
  /** The pattern of its computers' names, such as `aula1-pc%02d`. */
  namePattern: z.string().nullable(),
  /** The seat plan's grid; null: as large as its computers need. */
  planColumns: z.int().nullable(),
  planRows: z.int().nullable(),
  createdAt: time
})
export type Unit = z.infer<typeof unitSchema>

export const subnetSchema = z.object({
  id,
  name: z.string(),
  address: z.string(),
  netmask: z.string(),
  routerIp: z.string().nullable(),
  createdAt: time
})
export type Subnet = z.infer<typeof subnetSchema>

export const repositorySchema = z.object({
  id,
  name: z.string(),
  ip: z.string(),
  port: z.int(),
  /** The folder of the images on the repository. [S] */
  path: z.string(),
  /** SHA-256 of the certificate pinned at first use, as `AB:CD:…`; null before it. */
  certificateFingerprint: z.string().nullable(),
  certificatePinnedAt: time.nullable(),
  createdAt: time
})
export type Repository = z.infer<typeof repositorySchema>

export const clientSchema = z.object({
  id,
  unitId: id,
  subnetId: id.nullable(),
  name: z.string(),
  mac: z.string(),
  ip: z.string(),
  serialNumber: z.string().nullable(),
  networkInterface: z.string().nullable(),
  /** Its own setting; null: inherited. What holds in the end is in `effective`. */
  ogLive: z.string().nullable(),
  pxeTemplate: z.string().nullable(),
  repositoryId: id.nullable(),
  effective: z.object({
    ogLive: z.string().nullable(),
    pxeTemplate: z.string().nullable(),
    repositoryId: id.nullable()
  }),
  state: z.enum(CLIENT_STATES),
  stateSince: time,
  /** When its agent was last asked, whether it answered or not; null: never. */
  stateCheckedAt: time.nullable(),
  /** Why the agent's last answer told no state, or null where it did. */
  stateFailure: failureSchema.nullable(),
  agentPort: z.int(),
  agentVersion: z.string().nullable(),
  /** The system that its agent last reported. [A] */
  systemName: z.string().nullable(),
  /** Who has a session open on it, as its agent last reported. [A] */
  sessionUser: z.string().nullable(),
  sessionSince: time.nullable(),
  /** When its agent last reported in by itself. */
  reportedAt: time.nullable(),
  /** Its place on the seat plan of its unit, from 0; both null: not placed. */
  planColumn: z.int().nonnegative().nullable(),
  planRow: z.int().nonnegative().nullable(),
  /** Whether the agent of its installed system has handed over its secret: without it, it takes no orders. [A] */
  hasSecret: z.boolean(),
  createdAt: time
})
export type Client = z.infer<typeof clientSchema>

/** An installed system, as its agent tells of it. [A] */
export const agentDetailSchema = z.object({
  agentVersion: z.string().nullable(),
  osVersion: z.string().nullable(),
  load: z.number().nullable(),
  /** How many sessions are open. */
  sessions: z.number().nullable(),
  user: z.string().nullable()
})
export type AgentDetail = z.infer<typeof agentDetailSchema>

export const partitionSchema = z.object({
  id,
  clientId: id,
  disk: z.int().positive(),
  /** 0 is the disk itself, and its code the partition table. [L] */
  partition: z.int().nonnegative(),
  code: z.string(),
  fileSystem: z.string(),
  sizeKb: z.int().nonnegative(),
  usagePercent: z.int().min(0).max(100),
  system: z.string()
})
export type Partition = z.infer<typeof partitionSchema>

const partitionFacts = partitionSchema.omit({ id: true, clientId: true })
/** A partition table that a computer was seen with. */
export const partitionHistorySchema = z.object({
  id,
  at: time,
  source: z.enum(PARTITION_SOURCES),
  partitions: z.array(partitionFacts),
  /** What changed from the table before it; null where none is known. */
  changes: z
    .array(
      z.object({
        kind: z.enum(PARTITION_CHANGES),
        disk: z.int(),
        partition: z.int(),
        from: z.union([z.string(), z.number()]).nullable(),
        to: z.union([z.string(), z.number()]).nullable()
      })
    )
    .nullable()
})
export type PartitionHistoryEntry = z.infer<typeof partitionHistorySchema>

/** A computer that reported in and is not in the inventory. */
export const discoveredSchema = z.object({
  id,
  mac: z.string(),
  /** What it says of itself. [A] */
  ip: z.string(),
  /** Where its report came from; another one than `ip` is worth a look. */
  sourceAddress: z.string(),
  systemName: z.string().nullable(),
  osType: z.string().nullable(),
  agentVersion: z.string().nullable(),
  /** What follows from its last report. */
  state: z.enum(CLIENT_STATES),
  lastEvent: z.enum(AGENT_EVENTS),
  reports: z.int().positive(),
  firstSeenAt: time,
  lastSeenAt: time,
  /** Somebody has said that it is none of ours. */
  ignored: z.boolean()
})
export type Discovered = z.infer<typeof discoveredSchema>

export const imageSchema = z.object({
  /** The number that people see. */
  number: id,
  /** UUID version 7: the `idi` of the wire. [S] */
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  type: z.string(),
  version: z.string(),
  architecture: z.string(),
  repositoryId: id,
  sourceClientId: id.nullable(),
  sourceDisk: z.int(),
  sourcePartition: z.int(),
  partitionCode: z.string(),
  /** The size of the partition that it was made from, which a target must have; null where nobody knows it. */
  sourceSizeKb: z.int().nonnegative().nullable(),
  state: z.enum(IMAGE_STATES),
  /** MD5 of the whole file, 32 hex characters. [S] */
  fullsum: z.string().nullable(),
  /** Bytes. */
  size: z.int().nonnegative().nullable(),
  failure: failureSchema.nullable(),
  /** Whether the auxiliary files can be asked for again: the image's file is there, and only they failed. */
  canRetryAuxiliaryFiles: z.boolean(),
  createdAt: time,
  updatedAt: time,
  readyAt: time.nullable()
})
export type Image = z.infer<typeof imageSchema>

/** An image's file in a repository's trash. [D] */
export const trashedImageSchema = z.object({
  name: z.string(),
  fullsum: z.string(),
  /** Bytes. */
  size: z.int().nonnegative().nullable(),
  /** Whether its record is still remembered, so that a restore brings all of it back. */
  remembered: z.boolean()
})
export type TrashedImage = z.infer<typeof trashedImageSchema>

/** A certificate as a person can judge it. */
export const certificateSchema = z.object({
  /** SHA-256, as `AB:CD:…`. */
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  validFrom: time,
  validTo: time
})
export type Certificate = z.infer<typeof certificateSchema>

const jobOfClient = z.object({ traceId: id, clientName: z.string(), command: z.enum(TRACE_COMMANDS) })
/** What goes with a removal, and what forbids it. */
export const removalSchema = z.object({
  units: z.array(z.object({ id, name: z.string(), type: z.enum(UNIT_TYPES) })),
  clients: z.array(z.object({ id, name: z.string(), unitId: id })),
  /** Images that were made from these computers; they stay. */
  images: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Jobs that run on these computers; nothing can be removed before they end. */
  running: z.array(jobOfClient),
  /** What waits for its turn or its time on them; it is cancelled with the removal. */
  scheduled: z.array(jobOfClient)
})
export type Removal = z.infer<typeof removalSchema>

export const traceSchema = z.object({
  id,
  command: z.enum(TRACE_COMMANDS),
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  repositoryId: id.nullable(),
  repositoryName: z.string().nullable(),
  imageId: z.uuid().nullable(),
  imageName: z.string().nullable(),
  batchId: z.string().nullable(),
  /** The trace that this one follows from, such as create-image of create-image-aux-file. */
  parentId: id.nullable(),
  state: z.enum(TRACE_STATES),
  jobId: z.string().nullable(),
  /** From 0 to 1; null before the first news of it. */
  progress: z.number().min(0).max(1).nullable(),
  failure: failureSchema.nullable(),
  scheduledAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  deadlineAt: time.nullable()
})
export type Trace = z.infer<typeof traceSchema>

export const HISTORY_KINDS = [
  'created',
  'woken',
  'disk-read',
  'reported',
  'reported-late',
  'call',
  'reply',
  'call-failed',
  'accepted',
  'progress',
  'result',
  'ignored',
  'deadline',
  'asked',
  'kept',
  'clock-set',
  'slept',
  'resumed',
  'ended'
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

export const traceHistorySchema = z.object({
  id,
  at: time,
  kind: z.enum(HISTORY_KINDS),
  /** Values of the entry's sentence, such as the state reached or the percentage. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The bytes on the wire, as text. */
  raw: z.string().nullable()
})
export type TraceHistoryEntry = z.infer<typeof traceHistorySchema>

export const orphanWebhookSchema = z.object({
  id,
  receivedAt: time,
  path: z.string(),
  sourceAddress: z.string(),
  jobId: z.string().nullable(),
  body: z.string()
})
export type OrphanWebhook = z.infer<typeof orphanWebhookSchema>

/** What the webhook server refused of one address since the console started. */
export const refusalSchema = z.object({
  address: z.string(),
  total: z.int().positive(),
  reasons: z.partialRecord(z.enum(REFUSALS), z.int().positive()),
  lastAt: time
})
export type Refusal = z.infer<typeof refusalSchema>

export const webhookStatusSchema = z.object({
  state: z.enum(['starting', 'listening', 'failed', 'stopped']),
  host: z.string(),
  port: z.int(),
  /** The addresses at which agents and repositories of the LAN can reach it: `https://192.168.2.10:8443`. */
  urls: z.array(z.string()),
  /** SHA-256 of its certificate, as `AB:CD:…`. */
  certificateFingerprint: z.string().nullable(),
  failure: failureSchema.nullable()
})
export type WebhookStatus = z.infer<typeof webhookStatusSchema>
