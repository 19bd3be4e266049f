/** What somebody may do to a disk in the editor, in any order. */
import fc from 'fast-check'
import {
  added,
  cached,
  dragged,
  gapsOf,
  marked,
  refiled,
  removed,
  resized,
  retabled,
  retyped,
  untouched
} from '#shared/domain/disk-edits.ts'
import { DISK_TABLES, type DiskPlan, type KnownDisk } from '#shared/domain/disk-layout.ts'
import { DISK_TEMPLATES, fromTemplate } from '#shared/domain/disk-templates.ts'

const MIB = 1024
/** Something that one does to a disk in the editor. */
type Edit = (plan: DiskPlan, known: KnownDisk) => DiskPlan
/** Of a partition that may be there. */
export const partitionNumber = fc.integer({ min: 1, max: 7 })
export const sizeKb = fc.integer({ min: 0, max: 20_000 * MIB })
const code = fc.constantFrom('83', '7', '5', '82', '8300', '700', 'ef00', 'c01', 'beef')
const drag = fc.tuple(partitionNumber, sizeKb).map(
  ([partition, kb]): Edit =>
    (plan, known) =>
      dragged(plan, known, partition, kb)
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  drag,
  fc.tuple(partitionNumber, sizeKb).map(
    ([partition, kb]): Edit =>
      (plan, known) =>
        resized(plan, known, partition, kb)
  ),
  partitionNumber.map(
    (partition): Edit =>
      (plan, known) =>
        removed(plan, known, partition)
  ),
  fc.tuple(fc.nat(3), code).map(([index, type]): Edit => (plan, known) => {
    const gap = gapsOf(plan, known)[index]
    return gap ? added(plan, known, gap, type) : plan
  }),
  fc.tuple(partitionNumber, code).map(
    ([partition, type]): Edit =>
      (plan, known) =>
        retyped(plan, known, partition, type)
  ),
  fc.tuple(partitionNumber, fc.constantFrom('EXT4', 'NTFS', 'EMPTY')).map(
    ([partition, fileSystem]): Edit =>
      (plan, known) =>
        refiled(plan, known, partition, fileSystem)
  ),
  fc.tuple(partitionNumber, fc.boolean()).map(
    ([partition, format]): Edit =>
      (plan, known) =>
        marked(plan, known, partition, format)
  ),
  fc.option(sizeKb).map(
    (kb): Edit =>
      (plan, known) =>
        cached(plan, known, kb)
  ),
  fc.constantFrom(...DISK_TABLES).map(
    (table): Edit =>
      (plan, known) =>
        retabled(plan, known, table)
  ),
  fc.constantFrom(...DISK_TEMPLATES).map(
    (template): Edit =>
      (plan, known) =>
        fromTemplate(template, plan, known)
  )
)
/** Some edits, one after the other. */
export const edits = fc.array(edit, { maxLength: 8 })
/** The plan that they make of a disk. */
export const edited = (known: KnownDisk, list: readonly Edit[]) =>
  list.reduce((plan, one) => one(plan, known), untouched(known))
