/** What is ordered of computers: a command and its parameters, as they are kept with their batch. */
import * as z from 'zod'
import { BATCH_MOMENTS } from '../domain/commands.ts'
import { DISK_TABLES } from '../domain/disk-layout.ts'
import { CANONICAL_NAME_MAX } from '../domain/names.ts'
import { isMulticast } from '../domain/network.ts'
import { ipv4, port, text } from './fields.ts'
import { MULTICAST_MODES, P2P_MODES } from './rows.ts'

const clientIds = z.array(z.int().positive()).min(1).max(10_000)
const place = { disk: z.int().positive(), partition: z.int().positive() }

/** How an image travels; `ptc` on the wire. [L] */
export const protocolInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unicast') }),
  z.object({
    kind: z.literal('multicast'),
    port,
    mode: z.enum(MULTICAST_MODES),
    address: ipv4.refine(isMulticast, { error: 'multicast' }),
    /** Megabits a second. */
    speed: z.int().min(1).max(100_000),
    /** Computers that are waited for. */
    clients: z.int().min(1).max(10_000),
    /** Seconds that they are waited for. */
    wait: z.int().min(0).max(86_400)
  }),
  z.object({
    kind: z.literal('torrent'),
    mode: z.enum(P2P_MODES),
    /** Seconds that a computer goes on seeding. */
    seed: z.int().min(0).max(604_800)
  })
])
export type ProtocolInput = z.infer<typeof protocolInput>

/** A disk as it is to be; sizes in KB. [L] */
export const diskLayoutInput = z.object({
  disk: z.int().positive(),
  table: z.enum(DISK_TABLES),
  /** The size of the cache, which is a partition of its own at the end of the disk; null: none. */
  cacheKb: z.int().positive().nullable(),
  partitions: z
    .array(
      z.object({
        partition: z.int().positive(),
        /** As in the tables of codes: hex. `0`: this number is dropped. */
        code: z.string().regex(/^[0-9a-f]{1,6}$/),
        /** Nothing that means something between the fields of `cfg`. */
        fileSystem: text(20).regex(/^[\w+.-]*$/),
        sizeKb: z.int().nonnegative(),
        format: z.boolean()
      })
    )
    .max(128)
})
export type DiskLayoutInput = z.infer<typeof diskLayoutInput>

export const orderInput = z.discriminatedUnion('command', [
  z.object({ command: z.literal('power-on') }),
  z.object({ command: z.literal('power-off') }),
  z.object({ command: z.literal('reboot') }),
  z.object({ command: z.literal('login'), ...place }),
  z.object({ command: z.literal('logout') }),
  z.object({ command: z.literal('message'), title: text(200), text: text(4000).min(1) }),
  z.object({
    command: z.literal('run-script'),
    /** The script of the library that it was made from; null: typed for this once. */
    scriptId: z.int().positive().nullable(),
    name: text(100),
    /** As it runs, its parameters filled in. */
    script: z.string().min(1).max(200_000),
    /** In the session of who sits there, and not as the system's administrator; installed systems only. [A] */
    inSession: z.boolean()
  }),
  z.object({ command: z.literal('refresh') }),
  z.object({ command: z.literal('hardware-inventory') }),
  z.object({ command: z.literal('software-inventory'), ...place }),
  z.object({ command: z.literal('delete-cached-image'), name: text(CANONICAL_NAME_MAX).min(1) }),
  z.object({
    command: z.literal('deploy-image'),
    imageId: z.uuid(),
    protocol: protocolInput,
    /** Where each computer takes it: those of one layout share a place. */
    places: z
      .array(z.object({ clientIds, ...place }))
      .min(1)
      .max(1000)
  }),
  z.object({
    command: z.literal('partition-and-format'),
    layout: diskLayoutInput,
    /** The disks as they were when the layout was made for them, as `layoutText` writes them. */
    seen: z
      .array(z.object({ clientIds, disk: z.string().max(20_000) }))
      .max(10_000)
      .optional()
  })
])
export type Order = z.infer<typeof orderInput>
export type OrderOf<Command extends Order['command']> = Extract<Order, { command: Command }>

/** When a batch runs. */
export const momentInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal(BATCH_MOMENTS[0]) }),
  z.object({ kind: z.literal(BATCH_MOMENTS[1]), at: z.int().positive() }),
  z.object({ kind: z.literal(BATCH_MOMENTS[2]) })
])
export type Moment = z.infer<typeof momentInput>
