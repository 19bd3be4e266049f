/** What the renderer is told while it is open. Every event carries the revision of the row that it brings. */
import * as z from 'zod'
import { batchSchema } from './batch-rows.ts'
import {
  clientSchema,
  discoveredSchema,
  failureSchema,
  imageSchema,
  orphanWebhookSchema,
  repositorySchema,
  traceSchema,
  webhookStatusSchema
} from './rows.ts'

const said = { title: z.string(), body: z.string() }
const noticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['image-ready', 'image-failed']),
    traceId: z.int(),
    imageName: z.string(),
    ...said
  }),
  /** `failed`: how many of its computers did not do it. */
  z.object({ kind: z.literal('batch-done'), batchId: z.uuid(), failed: z.int().nonnegative(), ...said })
])
export type Notice = z.infer<typeof noticeSchema>

const revision = z.int().nonnegative()

export const consoleEventSchema = z.discriminatedUnion('type', [
  /** The first one of every subscription: what follows is newer than this revision. */
  z.object({ type: z.literal('subscribed'), revision }),
  z.object({ type: z.literal('trace'), revision, trace: traceSchema }),
  /** A batch as it now stands; told at most a few times a second. */
  z.object({ type: z.literal('batch'), revision, batch: batchSchema }),
  z.object({ type: z.literal('batch-removed'), revision, id: z.string() }),
  /** Which images lie on a client's partitions has changed. */
  z.object({ type: z.literal('deployed'), revision, clientId: z.int() }),
  /** An inventory of hardware or software of a client has come. */
  z.object({ type: z.literal('inventory-taken'), revision, clientId: z.int() }),
  /** The library of scripts has changed. */
  z.object({ type: z.literal('scripts'), revision }),
  z.object({ type: z.literal('image'), revision, image: imageSchema }),
  z.object({ type: z.literal('image-removed'), revision, id: z.string() }),
  /** `systems`: those that are installed on its partitions. */
  z.object({
    type: z.literal('client'),
    revision,
    client: clientSchema,
    systems: z.array(z.string())
  }),
  /** A client's partition table, which no event carries, has changed. */
  z.object({ type: z.literal('partitions'), revision, clientId: z.int() }),
  /** A computer that is not in the inventory has reported in; null: it has left the list. */
  z.object({ type: z.literal('discovered'), revision, id: z.int(), computer: discoveredSchema.nullable() }),
  z.object({ type: z.literal('repository'), revision, repository: repositorySchema }),
  z.object({ type: z.literal('webhook-status'), revision, status: webhookStatusSchema }),
  /** The disk takes nothing more, or takes data again. */
  z.object({ type: z.literal('storage'), revision, failure: failureSchema.nullable() }),
  /** Webhooks came that changed nothing; told at most once a second. */
  z.object({ type: z.literal('unheeded'), revision }),
  /** Somebody has changed who is trusted. */
  z.object({ type: z.literal('trust'), revision }),
  /** The webhook server has refused requests; told at most once a second. */
  z.object({ type: z.literal('webhook-refusals'), revision }),
  z.object({ type: z.literal('orphan'), revision, orphan: orphanWebhookSchema }),
  /** Many rows changed at once (an import): pull the snapshot again. */
  z.object({ type: z.literal('inventory'), revision }),
  /** The saved filters changed: pull them again. */
  z.object({ type: z.literal('smart-groups'), revision }),
  /** Another database has taken the place of this one: everything that was pulled is of the old one. */
  z.object({ type: z.literal('restored'), revision }),
  /** There are other backups than before, or one could not be made. */
  z.object({ type: z.literal('backups'), revision, failure: failureSchema.nullable() }),
  z.object({ type: z.literal('notice'), revision, notice: noticeSchema }),
  /** The host asks for a trace to be shown: somebody clicked its notification. */
  z.object({ type: z.literal('open-trace'), revision, traceId: z.int() }),
  /** The same of a batch. */
  z.object({ type: z.literal('open-batch'), revision, batchId: z.string() })
])
export type ConsoleEvent = z.infer<typeof consoleEventSchema>
