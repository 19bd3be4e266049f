/**
 * The contract: everything that the renderer may ask of the console, over Electron's MessagePort or over a WebSocket.
 * Both ends check it. Every procedure fails with a FAILURE, whose data has a sentence in each language.
 */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { auditContract } from './audit.ts'
import { backupsContract, recoverySchema } from './backups.ts'
import { base, revision, rowId } from './base.ts'
import { batchesContract, commandsContract } from './commands.ts'
import { deployContract } from './deploy.ts'
import { discoveredContract } from './discovered.ts'
import { consoleEventSchema } from './events.ts'
import { exportsContract } from './exports.ts'
import { imagesContract } from './images.ts'
import { importsContract } from './imports.ts'
import {
  checkSchema,
  createImageDraft,
  createImageInput,
  settingsChange,
  settingsSchema,
  traceFilter
} from './inputs.ts'
import { inventoryContract, repositoriesContract } from './inventory.ts'
import { partitionsContract } from './partitions.ts'
import { planContract } from './plan.ts'
import {
  agentDetailSchema,
  clientSchema,
  failureSchema,
  imageSchema,
  orphanWebhookSchema,
  refusalSchema,
  traceHistorySchema,
  traceSchema,
  webhookStatusSchema
} from './rows.ts'
import { reachSchema, selfTestSchema } from './reach.ts'
import { recordsContract } from './records.ts'
import { trustContract } from './trust.ts'
import { scriptsContract } from './scripts.ts'
import { searchContract, smartGroupsContract } from './search.ts'

export const contract = {
  system: {
    /** Where and what this console is. */
    info: base.output(
      z.object({
        version: z.string(),
        host: z.enum(['electron', 'headless']),
        dataDirectory: z.string(),
        settings: settingsSchema,
        webhook: webhookStatusSchema,
        /** Why nothing can be kept at the moment: the disk is full; null: it can. */
        storage: failureSchema.nullable(),
        /** What was found wrong with the database at the start; null once somebody has decided. */
        recovery: recoverySchema.nullable()
      })
    ),
    /** Live changes. Subscribe first, then pull snapshots, and drop events up to a snapshot's revision. */
    events: base.output(eventIterator(consoleEventSchema)),
    /** The interfaces of the console's machine by which magic packets can leave. */
    interfaces: base.output(
      z.array(z.object({ name: z.string(), address: z.string(), netmask: z.string() }))
    ),
    changeSettings: base.input(settingsChange).output(settingsSchema),
    /** What somebody who helps has to know, without a secret. */
    diagnostics: base.output(z.object({ fileName: z.string(), text: z.string() })),
    /** What the webhook server refused since the console started, by address, the latest first. */
    refusals: base.output(z.array(refusalSchema)),
    /** Where the classrooms can reach the webhook server, and why they might not. */
    reach: base.output(reachSchema),
    /** Calls each address of the webhook server from this machine, over TLS. */
    testReach: base.output(z.array(selfTestSchema)),
    /** Moves the webhook server to another address or port (0: any free one), and remembers it. */
    listen: base
      .input(
        z.object({ host: z.string().trim().min(1).max(255).optional(), port: z.int().min(0).max(65535) })
      )
      .output(webhookStatusSchema)
  },
  inventory: inventoryContract,
  clients: {
    /** Asks the client's agent for its state now. */
    refresh: base.input(rowId).output(clientSchema),
    /** What the agent of an installed system tells to who has its secret; null where it does not say. */
    detail: base.input(z.object({ clientId: z.int().positive() })).output(agentDetailSchema),
    /** While this stream is open, the clients' agents are asked for their states: at once, then now and then. */
    watch: base
      .input(z.object({ ids: z.array(z.int().positive()).max(5000) }))
      .output(eventIterator(z.object({ checked: z.int().positive() })))
  },
  repositories: repositoriesContract,
  imaging: {
    /** A new image's id, and the repository that the client's images go to. */
    prepare: base
      .input(z.object({ clientId: z.int().positive() }))
      .output(z.object({ imageId: z.uuidv7(), repositoryId: z.int().positive().nullable() })),
    /** Runs the checks of a draft; each comes as `running`, then with its outcome. */
    preflight: base.input(createImageDraft).output(eventIterator(checkSchema)),
    /** The exact call that createImage would send. */
    preview: base
      .input(
        createImageDraft.extend({
          repositoryId: z.int().positive(),
          disk: z.int().positive(),
          partition: z.int().positive()
        })
      )
      .output(z.object({ url: z.string(), body: z.string(), curl: z.string() })),
    /**
     * Writes the image and its trace, calls the agent, and returns once it has answered. A call that went wrong is not
     * an error of this procedure: the trace comes back `failed`, with its failure.
     */
    createImage: base.input(createImageInput).output(z.object({ image: imageSchema, trace: traceSchema }))
  },
  images: imagesContract,
  traces: {
    list: base
      .input(traceFilter)
      .output(z.object({ revision, traces: z.array(traceSchema), total: z.int().nonnegative() })),
    /** What the bell shows: everything that runs, then the latest that ended; and what nobody has looked at yet. */
    recent: base.output(
      z.object({
        revision,
        running: z.array(traceSchema),
        latest: z.array(traceSchema),
        /** Traces that finished after this time have not been seen. */
        seenAt: z.int().nonnegative()
      })
    ),
    get: base.input(rowId).output(
      z.object({
        revision,
        trace: traceSchema,
        /** The job's parameters and its result, as on the wire. */
        input: z.string().nullable(),
        output: z.string().nullable(),
        history: z.array(traceHistorySchema)
      })
    ),
    /** The bell was opened: everything up to now has been seen. */
    markSeen: base.output(z.object({ seenAt: z.int().nonnegative() })),
    /** Webhooks whose job nobody knows. */
    orphans: base.output(z.array(orphanWebhookSchema))
  },
  imports: importsContract,
  exports: exportsContract,
  backups: backupsContract,
  search: searchContract,
  smartGroups: smartGroupsContract,
  discovered: discoveredContract,
  partitions: partitionsContract,
  plan: planContract,
  records: recordsContract,
  scripts: scriptsContract,
  deploy: deployContract,
  commands: commandsContract,
  batches: batchesContract,
  audit: auditContract,
  trust: trustContract
}
export type Contract = typeof contract
