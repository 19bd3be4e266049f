/** The rows of the inventory and of the work, as the renderer sees them. Times are milliseconds since the epoch. */
import * as z from 'zod'
import { FAILURE_CODES, type Failure } from '../domain/failures.ts'
import { CLIENT_STATES, IMAGE_STATES, TRACE_COMMANDS, TRACE_STATES } from '../domain/states.ts'

const id = z.int().positive()
const time = z.int().nonnegative()

export const failureSchema: z.ZodType<Failure> = z.object({
  code: z.enum(FAILURE_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string().nullable()
})

export const UNIT_TYPES = ['centre', 'classroom-group', 'classroom', 'client-group'] as const

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
  location: z.string().nullable(),
  comments: z.string().nullable(),
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
  createdAt: time
})
export type Client = z.infer<typeof clientSchema>

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
  'call',
  'reply',
  'call-failed',
  'accepted',
  'progress',
  'result',
  'ignored',
  'deadline',
  'asked',
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
