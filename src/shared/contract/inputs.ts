/** What the renderer may send. Trusted by nobody before these have looked at it. */
import * as z from 'zod'
import { BATCH_COMMANDS, JOB_DEADLINES } from '../domain/commands.ts'
import { CHECK_STATES, CREATE_IMAGE_CHECKS } from '../domain/checks.ts'
import { normalizePartitionCode } from '../domain/partition-codes.ts'
import { CLIENT_STATES, TRACE_COMMANDS, TRACE_FIELDS, TRACE_STATES } from '../domain/states.ts'
import { isNamePattern } from '../domain/client-names.ts'
import { isMulticast } from '../domain/network.ts'
import { PLAN_SIDE_MAX } from '../domain/seat-plan.ts'
import { UNIT_TYPES } from '../domain/units.ts'
import { CLIENT_COLUMNS, DEFAULT_CLIENT_COLUMNS } from '../domain/client-columns.ts'
import {
  HEADLESS_LIMITS,
  WEBHOOK_LIMITS,
  usualLimits,
  type LimitRange,
  type LimitRanges
} from '../domain/limits.ts'
import { ipv4, mac, name, netmask, optional, port, text } from './fields.ts'
import { MULTICAST_MODES, P2P_MODES, failureSchema } from './rows.ts'

/** SHA-256 of a certificate, as `AB:CD:…`. */
export const certificateFingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
/** The largest seat plan, in seats a side. */
export const planSide = z.int().min(1).max(PLAN_SIDE_MAX)
/** The column or the row of a seat. */
export const seatPlace = z
  .int()
  .min(0)
  .max(PLAN_SIDE_MAX - 1)
const idOrNull = z.int().positive().nullable().default(null)

export const unitInput = z.object({
  parentId: idOrNull,
  type: z.enum(UNIT_TYPES),
  name,
  routerIp: ipv4.nullable().default(null),
  netmask: netmask.nullable().default(null),
  dns: optional,
  ntp: optional,
  repositoryId: idOrNull,
  ogLive: optional,
  pxeTemplate: optional,
  multicastAddress: ipv4.refine(isMulticast, { error: 'multicast' }).nullable().default(null),
  multicastPort: port.nullable().default(null),
  multicastMode: z.enum(MULTICAST_MODES).nullable().default(null),
  multicastSpeed: z.int().min(1).max(100_000).nullable().default(null),
  p2pMode: z.enum(P2P_MODES).nullable().default(null),
  p2pTime: z.int().min(0).max(604_800).nullable().default(null),
  hardwareProfile: optional,
  capacity: z.int().min(0).max(10_000).nullable().default(null),
  location: optional,
  comments: text(2000).nullable().default(null),
  namePattern: text(100).refine(isNamePattern, { error: 'namePattern' }).nullable().default(null),
  planColumns: planSide.nullable().default(null),
  planRows: planSide.nullable().default(null)
})
export type UnitInput = z.infer<typeof unitInput>

export const subnetInput = z.object({
  name,
  address: ipv4,
  netmask,
  routerIp: ipv4.nullable().default(null)
})
export type SubnetInput = z.infer<typeof subnetInput>

export const repositoryInput = z.object({
  name,
  ip: ipv4,
  port: port.default(8006),
  path: text(500).min(1).default('/opt/opengnsys/ogrepository/images')
})
export type RepositoryInput = z.infer<typeof repositoryInput>

/** A new repository, with the certificate that somebody has looked at and trusts; without one, the first one is pinned. */
export const newRepository = repositoryInput.extend({
  certificateFingerprint: certificateFingerprint.nullable().default(null)
})
export type NewRepository = z.infer<typeof newRepository>

export const clientInput = z.object({
  unitId: z.int().positive(),
  subnetId: idOrNull,
  name,
  mac,
  ip: ipv4,
  serialNumber: optional,
  networkInterface: optional,
  ogLive: optional,
  pxeTemplate: optional,
  repositoryId: idOrNull,
  agentPort: port.default(8000),
  planColumn: seatPlace.nullable().default(null),
  planRow: seatPlace.nullable().default(null)
})
export type ClientInput = z.infer<typeof clientInput>

/** Only the fields that are there; a default that fills a gap would overwrite what nobody meant to change. */
function changeOf<Shape extends z.ZodRawShape>(input: z.ZodObject<Shape>) {
  const fields = Object.entries(input.shape).map(([key, field]) => [
    key,
    ((field instanceof z.ZodDefault ? field.unwrap() : field) as z.ZodType).optional()
  ])
  return z.object(Object.fromEntries(fields) as { [K in keyof Shape]: z.ZodOptional<Undefaulted<Shape[K]>> })
}
type Undefaulted<Field> = Field extends z.ZodDefault<infer Inner> ? Inner : Field

export const unitChange = changeOf(unitInput.omit({ parentId: true }))
export type UnitChange = z.infer<typeof unitChange>
export const clientChange = changeOf(clientInput.omit({ unitId: true }))
export type ClientChange = z.infer<typeof clientChange>
export const subnetChange = changeOf(subnetInput)
export type SubnetChange = z.infer<typeof subnetChange>
export const repositoryChange = changeOf(repositoryInput)
export type RepositoryChange = z.infer<typeof repositoryChange>

export const partitionInput = z.object({
  disk: z.int().positive(),
  partition: z.int().nonnegative(),
  code: z
    .string()
    .transform(normalizePartitionCode)
    .pipe(z.string().regex(/^[0-9a-f]{1,6}$/)),
  fileSystem: text(20).default('EMPTY'),
  sizeKb: z.int().nonnegative(),
  usagePercent: z.int().min(0).max(100).default(0),
  system: text(200).default('')
})
export type PartitionInput = z.infer<typeof partitionInput>

/** What a smart group asks of a computer; what is empty is not asked. */
export const smartFilter = z.object({
  /** Part of its name, IP or MAC. */
  text: text(100).default(''),
  states: z.array(z.enum(CLIENT_STATES)).max(CLIENT_STATES.length).default([]),
  /** Part of the name of a system that is installed on one of its partitions, such as `Windows 11`. */
  system: text(100).default(''),
  /** In one of these units, or below. */
  unitIds: z.array(z.int().positive()).max(1000).default([]),
  /** Part of the name of the ogLive that it boots, its own or inherited. */
  ogLive: text(200).default(''),
  /** Its images go to one of these. */
  repositoryIds: z.array(z.int().positive()).max(100).default([]),
  /** Part of the version of its ogAgent. */
  agentVersion: text(50).default(''),
  /** Off, or not heard of, for at least this many days. */
  silentDays: z.int().min(1).max(3650).nullable().default(null),
  /** Its agent has never reported in by itself. */
  neverReported: z.boolean().default(false)
})
export const smartGroupName = name
export type SmartFilter = z.infer<typeof smartFilter>

/**
 * A whole inventory in one file. Rows point at each other by name, so that a person can write one: a unit's
 * `repository`, a client's `subnet` (its address) and `repository`, an image's `sourceClient` (its MAC address), the
 * units of a smart group (their ways from the top) and its repositories. Version 2 added certificates, images and smart groups.
 */
export const INVENTORY_FORMAT = 'ogdesk-inventory'
export const INVENTORY_VERSION = 2

export const documentClient = clientInput.omit({ unitId: true, subnetId: true, repositoryId: true }).extend({
  subnet: ipv4.nullable().default(null),
  repository: name.nullable().default(null),
  partitions: z.array(partitionInput).default([])
})
export const documentUnitFields = unitInput
  .omit({ parentId: true, repositoryId: true })
  .extend({ repository: name.nullable().default(null), clients: z.array(documentClient).default([]) })
export const documentUnit = documentUnitFields.extend({
  get units(): z.ZodDefault<z.ZodArray<typeof documentUnit>> {
    return z.array(documentUnit).default([])
  }
})
export type DocumentUnit = z.infer<typeof documentUnit>

export const documentRepository = repositoryInput.extend({
  /** The pinned certificate. */
  certificate: z
    .object({ fingerprint: certificateFingerprint, pem: z.string().max(20_000) })
    .nullable()
    .default(null)
})
export type DocumentRepository = z.infer<typeof documentRepository>

const time = z.int().nonnegative()
export const documentImage = z.object({
  /** Null: another one is given to it. */
  id: z.uuid().nullable().default(null),
  name,
  repository: name,
  description: text(1000).default(''),
  type: text(50).default(''),
  version: text(100).default(''),
  architecture: text(50).default(''),
  sourceClient: mac.nullable().default(null),
  sourceDisk: z.int().nonnegative().default(0),
  sourcePartition: z.int().nonnegative().default(0),
  partitionCode: text(20).default(''),
  sourceSizeKb: z.int().nonnegative().nullable().default(null),
  /** Never one that is still being made: its end is told to the console that makes it. */
  state: z.enum(['success', 'failed']).default('success'),
  fullsum: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .default(null),
  size: z.int().nonnegative().nullable().default(null),
  failure: failureSchema.nullable().default(null),
  createdAt: time.nullable().default(null),
  updatedAt: time.nullable().default(null),
  readyAt: time.nullable().default(null)
})
export type DocumentImage = z.infer<typeof documentImage>

export const documentSmartGroup = z.object({
  name: smartGroupName,
  filter: smartFilter.omit({ unitIds: true, repositoryIds: true }).extend({
    units: z.array(z.array(name).min(1).max(50)).max(1000).default([]),
    repositories: z.array(name).max(100).default([])
  })
})
export type DocumentSmartGroup = z.infer<typeof documentSmartGroup>

export const inventoryDocument = z.object({
  format: z.literal(INVENTORY_FORMAT),
  version: z.int().positive(),
  repositories: z.array(documentRepository).default([]),
  subnets: z.array(subnetInput).default([]),
  units: z.array(documentUnit).default([]),
  images: z.array(documentImage).default([]),
  smartGroups: z.array(documentSmartGroup).default([])
})
export type InventoryDocument = z.infer<typeof inventoryDocument>

/** What the wizard holds; every field may still be empty while the checks run. */
export const createImageDraft = z.object({
  clientId: z.int().positive(),
  /** The id that a new image will have, from imaging.prepare; ignored where `existingImageId` is set. */
  imageId: z.uuidv7(),
  /** The image to create again, or null for a new one. */
  existingImageId: z.uuid().nullable(),
  name: text(200),
  repositoryId: z.int().positive().nullable(),
  disk: z.int().positive().nullable(),
  partition: z.int().nonnegative().nullable()
})
export type CreateImageDraft = z.infer<typeof createImageDraft>

export const createImageInput = createImageDraft.extend({
  description: text(1000),
  type: text(50),
  version: text(100),
  architecture: text(50),
  repositoryId: z.int().positive(),
  disk: z.int().positive(),
  partition: z.int().positive()
})
export type CreateImageInput = z.infer<typeof createImageInput>

/** What people write of an image. Its name is its file's, and stays. */
export const imageChange = createImageInput
  .pick({ description: true, type: true, version: true, architecture: true })
  .partial()
export type ImageChangeInput = z.infer<typeof imageChange>
/** What becomes of an image's file when its record is removed. */
export const IMAGE_FILE_FATES = ['keep', 'trash', 'permanent'] as const
export type ImageFileFate = (typeof IMAGE_FILE_FATES)[number]

export const checkSchema = z.object({
  name: z.enum(CREATE_IMAGE_CHECKS),
  state: z.enum(CHECK_STATES),
  failure: failureSchema.nullable()
})
export type Check = z.infer<typeof checkSchema>

export const traceFilter = z.object({
  /** Part of the client's name. */
  client: text(100).default(''),
  command: z.enum(TRACE_COMMANDS).nullable().default(null),
  state: z.enum(TRACE_STATES).nullable().default(null),
  /** Those of one batch. */
  batchId: z.uuid().nullable().default(null),
  sortBy: z.enum(TRACE_FIELDS).default('id'),
  descending: z.boolean().default(true),
  page: z.int().positive().default(1),
  itemsPerPage: z.int().min(1).max(500).default(20)
})
export type TraceFilter = z.infer<typeof traceFilter>

const LOG_LEVELS = ['info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export const LANGUAGES = ['es', 'en', 'ca'] as const
export type Language = (typeof LANGUAGES)[number]

const backupSettings = z.object({
  everyHours: z
    .int()
    .min(1)
    .max(24 * 31),
  /** Of those of the schedule, and of those made by hand. */
  keep: z.int().min(1).max(1000)
})

const deadlineMinutes = z.number().positive().max(10_080)
const commandSettings = z.object({
  /** Computers that work on it at the same time. */
  concurrency: z.int().min(1).max(1000).optional(),
  /** Milliseconds between two starts. */
  stagger: z.int().min(0).max(60_000).optional(),
  /** Minutes without news after which it is given up. */
  deadlineMinutes: deadlineMinutes.optional()
})
/** Minutes without news after which a job that is no order to computers is given up. */
const jobDeadlines = z.object({
  'create-image': deadlineMinutes.default(JOB_DEADLINES['create-image']),
  'create-image-aux-file': deadlineMinutes.default(JOB_DEADLINES['create-image-aux-file'])
})
const wakeSettings = z.object({
  /** Who sends the magic packets: this console, or the repository of each computer. */
  by: z.enum(['console', 'repository']),
  /** The address of the interface that they leave by; null: as the system routes. */
  interface: ipv4.nullable(),
  port
})
const queueLimit = z
  .int()
  .min(1)
  .max(24 * 31)

const limit = ({ least, most }: LimitRange) => z.int().min(least).max(most)
const limits = <Name extends string>(ranges: LimitRanges<Name>) =>
  z.object(
    Object.fromEntries(
      Object.entries<LimitRange>(ranges).map(([name, range]) => [name, limit(range)])
    ) as Record<Name, ReturnType<typeof limit>>
  )
const webhookLimits = limits(WEBHOOK_LIMITS)
const headlessLimits = limits(HEADLESS_LIMITS)

export const settingsSchema = z.object({
  language: z.enum(LANGUAGES).default('es'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** How the window is arranged. `auto`: as its width allows. */
  menu: z.enum(['auto', 'open', 'narrow']).default('auto'),
  clientsView: z.enum(['cards', 'table', 'plan']).default('table'),
  /** The columns of the table of computers, besides their names. */
  clientColumns: z.array(z.enum(CLIENT_COLUMNS)).default([...DEFAULT_CLIENT_COLUMNS]),
  webhookHost: z.string().default('0.0.0.0'),
  webhookPort: z.int().min(0).max(65535).default(8443),
  /** Rule 7: webhooks are taken only from an address that the job belongs to. */
  checkSourceAddress: z.boolean().default(true),
  /** PEM of the site's authorities; null: agents are accepted unverified, and repositories pinned. */
  siteCa: z.string().nullable().default(null),
  deadlineMinutes: jobDeadlines.default(JOB_DEADLINES),
  backup: backupSettings.default({ everyHours: 24, keep: 14 }),
  /** What differs from the commands' own figures. */
  commands: z.partialRecord(z.enum(BATCH_COMMANDS), commandSettings).default({}),
  wake: wakeSettings.default({ by: 'console', interface: null, port: 9 }),
  /** Hours after which a dangerous command that has waited is not run without asking. */
  queueLimitHours: queueLimit.default(12),
  /** The least that a line of the log must be to be written. */
  logLevel: z.enum(LOG_LEVELS).default('info'),
  webhookLimits: webhookLimits.default(() => usualLimits(WEBHOOK_LIMITS)),
  /** Of the user interface for browsers; the desktop's has no server. */
  headlessLimits: headlessLimits.default(() => usualLimits(HEADLESS_LIMITS))
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsChange = z.object({
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  menu: z.enum(['auto', 'open', 'narrow']).optional(),
  clientsView: z.enum(['cards', 'table', 'plan']).optional(),
  clientColumns: z.array(z.enum(CLIENT_COLUMNS)).max(CLIENT_COLUMNS.length).optional(),
  checkSourceAddress: z.boolean().optional(),
  backup: backupSettings.optional(),
  commands: z.partialRecord(z.enum(BATCH_COMMANDS), commandSettings).optional(),
  deadlineMinutes: jobDeadlines.optional(),
  wake: wakeSettings.optional(),
  queueLimitHours: queueLimit.optional(),
  logLevel: z.enum(LOG_LEVELS).optional(),
  webhookLimits: webhookLimits.optional(),
  headlessLimits: headlessLimits.optional()
})
export type SettingsChange = z.infer<typeof settingsChange>
