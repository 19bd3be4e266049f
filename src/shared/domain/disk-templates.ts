/** Ready-made plans for a disk, as classrooms have them. Sizes shrink with the disk, down to a small one. */
import { settled } from './disk-edits.ts'
import { GIB, LEAST_KB, MIB, roomKb, type DiskPlan, type DiskTable, type KnownDisk } from './disk-layout.ts'
import { fileSystemsOf } from './disk-types.ts'

export const DISK_TEMPLATES = ['linux', 'windows', 'windows-linux', 'data-cache'] as const
export type DiskTemplate = (typeof DISK_TEMPLATES)[number]

/** A partition of a template: its size in KB, or its share of what those leave. */
interface Part {
  readonly codes: Readonly<Record<DiskTable, string | null>>
  readonly sizeKb?: number
  readonly share?: number
}

const EFI: Part = { codes: { MSDOS: null, GPT: 'ef00' }, sizeKb: 512 * MIB }
const RESERVED: Part = { codes: { MSDOS: null, GPT: 'c01' }, sizeKb: 16 * MIB }
const RECOVERY: Part = { codes: { MSDOS: '27', GPT: '2700' }, sizeKb: GIB }
const SWAP: Part = { codes: { MSDOS: '82', GPT: '8200' }, sizeKb: 8 * GIB }
const windows = (share: number): Part => ({ codes: { MSDOS: '7', GPT: '700' }, share })
const linux = (share: number): Part => ({ codes: { MSDOS: '83', GPT: '8300' }, share })

const PARTS: Readonly<Record<DiskTemplate, readonly Part[]>> = {
  linux: [EFI, linux(1), SWAP],
  windows: [EFI, RESERVED, windows(1), RECOVERY],
  'windows-linux': [EFI, RESERVED, windows(1), linux(1), SWAP],
  'data-cache': [windows(1)]
}

/** What a partition of fixed size takes at most of the disk. */
const MOST_SHARE = 1 / 8

/** The plan of a template. The cache stays as it is planned, but for the template that is about it. */
export function fromTemplate(template: DiskTemplate, plan: DiskPlan, known: KnownDisk): DiskPlan {
  const { table } = plan
  const room = roomKb(known)
  const wholeMib = (kb: number): number => Math.max(LEAST_KB, Math.floor(kb / MIB) * MIB)
  const cacheKb = template === 'data-cache' ? (plan.cacheKb ?? wholeMib(room / 2)) : plan.cacheKb
  const parts = PARTS[template].flatMap(({ codes, ...size }) => {
    const code = codes[table]
    return code === null ? [] : [{ code, ...size }]
  })
  const own = Math.max(0, room - (cacheKb ?? 0))
  const fixed = parts.map(({ sizeKb }) =>
    sizeKb === undefined ? 0 : Math.min(sizeKb, wholeMib(own * MOST_SHARE))
  )
  const left = own - fixed.reduce((total, kb) => total + kb, 0)
  const shares = parts.reduce((total, { share }) => total + (share ?? 0), 0)
  const partitions = parts.map(({ code, share }, index) => ({
    partition: index + 1,
    code,
    fileSystem: fileSystemsOf(code)[0]!,
    sizeKb: share === undefined ? fixed[index]! : wholeMib((left * share) / shares),
    format: true
  }))
  return settled({ table, cacheKb, partitions }, known)
}
