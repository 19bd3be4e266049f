/** inventory.* and repositories.*: what a campus consists of, read and edited. */
import * as z from 'zod'
import { base, revision, rowId, rowIds } from './base.ts'
import {
  certificateFingerprint,
  clientChange,
  clientInput,
  inventoryDocument,
  newRepository,
  partitionInput,
  repositoryChange,
  repositoryInput,
  subnetChange,
  subnetInput,
  unitChange,
  unitInput
} from './inputs.ts'
import {
  certificateSchema,
  clientSchema,
  failureSchema,
  partitionSchema,
  removalSchema,
  repositorySchema,
  subnetSchema,
  unitSchema
} from './rows.ts'

/** What `inventory.undo` takes back. It lives as long as this run of the console. */
const undoable = z.object({ undoId: z.string() })
const doomed = z.object({
  unitIds: z.array(z.int().positive()).max(10_000).default([]),
  clientIds: z.array(z.int().positive()).max(10_000).default([])
})

export const inventoryContract = {
  snapshot: base.output(
    z.object({
      revision,
      units: z.array(unitSchema),
      subnets: z.array(subnetSchema),
      repositories: z.array(repositorySchema),
      clients: z.array(clientSchema),
      /** The systems installed on the partitions of those clients that have any. */
      systems: z.array(z.object({ clientId: z.int().positive(), names: z.array(z.string()) }))
    })
  ),
  client: base
    .input(rowId)
    .output(z.object({ revision, client: clientSchema, partitions: z.array(partitionSchema) })),
  createUnit: base.input(unitInput).output(unitSchema),
  createSubnet: base.input(subnetInput).output(subnetSchema),
  createRepository: base.input(newRepository).output(repositorySchema),
  createClient: base.input(clientInput).output(clientSchema),
  /** Replaces a client's partition table. */
  setPartitions: base
    .input(z.object({ clientId: z.int().positive(), partitions: z.array(partitionInput).max(512) }))
    .output(z.array(partitionSchema)),
  /** Adds a whole inventory, in one transaction or not at all. */
  importDocument: base
    .input(inventoryDocument)
    .output(z.object({ units: z.int(), subnets: z.int(), repositories: z.int(), clients: z.int() })),

  /** Changes the fields that are there; the others stay. */
  updateUnit: base.input(rowId.extend({ change: unitChange })).output(unitSchema),
  /** Moves a unit, with all that it holds, into another one or to the top. */
  moveUnit: base
    .input(rowId.extend({ parentId: z.int().positive().nullable() }))
    .output(undoable.extend({ unit: unitSchema })),
  /** What would go with these units and computers: everything that they hold, and what forbids it. */
  removal: base.input(doomed).output(removalSchema),
  /** Removes units with all that they hold, and computers; all of it, or nothing. Traces and images stay. */
  remove: base.input(doomed).output(undoable.extend({ units: z.int(), clients: z.int() })),

  updateClient: base.input(rowId.extend({ change: clientChange })).output(clientSchema),
  /** Moves computers to another unit; all of them, or none. */
  moveClients: base
    .input(z.object({ ids: rowIds, unitId: z.int().positive() }))
    .output(undoable.extend({ moved: z.int() })),
  /** The next free name and address for a computer of a unit, by its pattern and by those that it has. */
  suggestClient: base
    .input(z.object({ unitId: z.int().positive(), like: z.int().positive().nullable().default(null) }))
    .output(
      z.object({ name: z.string(), ip: z.string().nullable(), subnetId: z.int().positive().nullable() })
    ),

  updateSubnet: base.input(rowId.extend({ change: subnetChange })).output(subnetSchema),
  removeSubnet: base.input(rowId).output(undoable),
  updateRepository: base.input(rowId.extend({ change: repositoryChange })).output(repositorySchema),
  removeRepository: base.input(rowId).output(undoable),

  /** Takes a removal or a move back, as a whole. */
  undo: base.input(undoable).output(z.object({ units: z.int(), clients: z.int() }))
}

export const repositoriesContract = {
  /** Asks whether the repository answers; pins its certificate at first use. */
  check: base
    .input(rowId)
    .output(z.object({ repository: repositorySchema, failure: failureSchema.nullable() })),
  /** Pins the certificate with this fingerprint in place of the one pinned before. */
  trustCertificate: base
    .input(rowId.extend({ fingerprint: certificateFingerprint }))
    .output(repositorySchema),
  /** "Test connection" before there is a row: does a repository answer there, and with which certificate. Pins nothing. */
  probe: base
    .input(repositoryInput.pick({ ip: true, port: true }))
    .output(z.object({ certificate: certificateSchema.nullable(), failure: failureSchema.nullable() }))
}
