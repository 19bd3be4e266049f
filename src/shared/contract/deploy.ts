/** deploy.*: where an image can be put, how it travels there, and which computer carries which. */
import * as z from 'zod'
import { TARGET_DOUBTS, type NoTargetReason } from '../domain/deploy-targets.ts'
import { base, revision, rowIds } from './base.ts'
import { MULTICAST_MODES, P2P_MODES, failureSchema } from './rows.ts'

const id = z.int().positive()
const NO_TARGET_REASONS = [
  'whole-disk',
  'partition-type',
  'cache',
  'too-small'
] as const satisfies readonly NoTargetReason[]

const placeSchema = z.object({ disk: id, partition: z.int().nonnegative() })

/** Computers whose disks are laid out alike. Sizes are those of the smallest among them. */
const layoutGroupSchema = z.object({
  /** What they have in common, so that a choice outlives a new answer. */
  key: z.string(),
  clientIds: z.array(id),
  /** `table`: the code of its partition table. */
  disks: z.array(z.object({ disk: id, table: z.string(), sizeKb: z.int().nonnegative() })),
  /** Without those that stand for whole disks. */
  partitions: z.array(
    placeSchema.extend({
      code: z.string(),
      fileSystem: z.string(),
      sizeKb: z.int().nonnegative(),
      /** What is installed there, on any of them. */
      systems: z.array(z.string()),
      /** Why the image cannot be put there; null: it can. */
      reason: z.enum(NO_TARGET_REASONS).nullable(),
      doubts: z.array(z.enum(TARGET_DOUBTS))
    })
  ),
  /** Where it most probably is to go. */
  suggested: placeSchema.nullable()
})
export type LayoutGroup = z.infer<typeof layoutGroupSchema>

/** An image on a partition. */
const deployedSchema = z.object({
  clientId: id,
  disk: id,
  partition: z.int().nonnegative(),
  /** Its record may be gone. */
  imageId: z.string(),
  imageName: z.string(),
  /** The version: an image that is made again has another one. */
  fullsum: z.string(),
  deployedAt: z.int().nonnegative()
})
export type Deployed = z.infer<typeof deployedSchema>

export const deployContract = {
  /** The computers by how their disks are laid out, the largest group first, and where the image fits. */
  plan: base.input(z.object({ imageId: z.uuid(), clientIds: rowIds })).output(
    z.object({
      revision,
      groups: z.array(layoutGroupSchema),
      /** Computers whose partition tables nobody knows. */
      unknown: z.array(id)
    })
  ),
  /** Whether the image's repository answers, and has that very file. */
  source: base
    .input(z.object({ imageId: z.uuid() }))
    .output(z.object({ failure: failureSchema.nullable(), warning: failureSchema.nullable() })),
  /** How images travel in the units of these computers. Null: none of them says, or they differ. */
  defaults: base.input(z.object({ clientIds: rowIds })).output(
    z.object({
      /** Names of the units whose values these are. */
      units: z.array(z.string()),
      multicastAddress: z.string().nullable(),
      multicastPort: z.int().nullable(),
      multicastMode: z.enum(MULTICAST_MODES).nullable(),
      multicastSpeed: z.int().nullable(),
      p2pMode: z.enum(P2P_MODES).nullable(),
      p2pTime: z.int().nullable()
    })
  ),
  /** Which image lies where: of these computers, or of all. */
  versions: base
    .input(z.object({ clientIds: rowIds.optional() }))
    .output(z.object({ revision, deployed: z.array(deployedSchema) }))
}
