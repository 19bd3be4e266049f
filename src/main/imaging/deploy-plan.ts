/** Which computers can take an image alike, and how images travel in their classrooms. */
import type { LayoutGroup } from '#shared/contract/deploy.ts'
import type { Image, Partition, Unit } from '#shared/contract/rows.ts'
import { noTargetReason, targetDoubts } from '#shared/domain/deploy-targets.ts'
import type { Tables } from '../db/tables.ts'
import { need } from '../inventory/rules.ts'
import { tableOfDisk } from './deploy-checks.ts'

/** Disks that are sold as the same differ by less. */
const SIZE_STEP_KB = 1024 * 1024

/** What computers of one group have in common: places, types, sizes as people read them, and where the image fits. */
function signatureOf(rows: readonly Partition[], image: Image): string {
  return rows
    .map((row) => {
      const { disk, partition, code, fileSystem, sizeKb } = row
      const size = Math.round(sizeKb / SIZE_STEP_KB)
      return [disk, partition, code, fileSystem, size, noTargetReason(row, image) ?? ''].join(':')
    })
    .join('|')
}

function groupOf(key: string, members: readonly (readonly Partition[])[], image: Image): LayoutGroup {
  const [first = []] = members
  const everyRow = members.flat()
  const smallest = (row: Partition): number =>
    Math.min(...everyRow.filter((own) => isSamePlace(own, row)).map(({ sizeKb }) => sizeKb))
  const partitions = first
    .filter(({ partition }) => partition > 0)
    .map((row) => ({
      disk: row.disk,
      partition: row.partition,
      code: row.code,
      fileSystem: row.fileSystem,
      sizeKb: smallest(row),
      systems: [
        ...new Set(everyRow.filter((own) => isSamePlace(own, row) && own.system).map(({ system }) => system))
      ],
      reason: noTargetReason(row, image),
      doubts: targetDoubts(row, tableOfDisk(first, row.disk), image)
    }))
  const open = partitions.filter(({ reason }) => reason === null)
  const source = open.find(
    ({ disk, partition }) => disk === image.sourceDisk && partition === image.sourcePartition
  )
  const only = open.length === 1 ? open[0] : undefined
  const suggested = source ?? only
  return {
    key,
    clientIds: members.map(([row]) => row!.clientId),
    disks: first
      .filter(({ partition }) => partition === 0)
      .map((row) => ({ disk: row.disk, table: row.code, sizeKb: smallest(row) })),
    partitions,
    suggested: suggested ? { disk: suggested.disk, partition: suggested.partition } : null
  }
}

const isSamePlace = (one: Partition, other: Partition): boolean =>
  one.disk === other.disk && one.partition === other.partition

const DEFAULT_KEYS = [
  'multicastAddress',
  'multicastPort',
  'multicastMode',
  'multicastSpeed',
  'p2pMode',
  'p2pTime'
] as const
type Defaults = Pick<Unit, (typeof DEFAULT_KEYS)[number]>

/** Builds the plans. */
export function createDeployPlans(tables: Tables) {
  /** A unit's values, each from the nearest unit above that has one. */
  function valuesOf(unitId: number): Defaults {
    const values: Partial<Record<keyof Defaults, unknown>> = {}
    const seen = new Set<number>()
    for (let unit = tables.units.get(unitId); unit && !seen.has(unit.id);) {
      seen.add(unit.id)
      for (const key of DEFAULT_KEYS) values[key] ??= unit[key]
      unit = unit.parentId === null ? undefined : tables.units.get(unit.parentId)
    }
    return values as Defaults
  }

  return {
    /** The computers by how their disks are laid out. @throws FailureError not-found where the image is gone. */
    plan(imageId: string, clientIds: readonly number[]): { groups: LayoutGroup[]; unknown: number[] } {
      const image = need(tables.images.get(imageId))
      const byKey = new Map<string, Partition[][]>()
      const unknown: number[] = []
      for (const clientId of clientIds) {
        if (!tables.clients.get(clientId)) continue
        const rows = tables.partitions.ofClient(clientId)
        if (rows.every(({ partition }) => partition === 0)) {
          unknown.push(clientId)
          continue
        }
        const key = signatureOf(rows, image)
        const members = byKey.get(key)
        if (members) members.push(rows)
        else byKey.set(key, [rows])
      }
      const groups = [...byKey].map(([key, members]) => groupOf(key, members, image))
      return {
        groups: groups.sort((one, other) => other.clientIds.length - one.clientIds.length),
        unknown
      }
    },

    /** How images travel in the units of these computers; what differs from one to the other is left open. */
    defaults(clientIds: readonly number[]): Defaults & { units: string[] } {
      const unitIds = new Set(clientIds.flatMap((id) => tables.clients.get(id)?.unitId ?? []))
      const all = [...unitIds].map(valuesOf)
      const agreed: Partial<Record<keyof Defaults, unknown>> = {}
      for (const key of DEFAULT_KEYS) {
        const [value, ...others] = new Set(all.map((values) => values[key]))
        agreed[key] = others.length === 0 ? (value ?? null) : null
      }
      const units = [...unitIds].flatMap((id) => tables.units.get(id)?.name ?? [])
      return { ...(agreed as Defaults), units }
    }
  }
}
export type DeployPlans = ReturnType<typeof createDeployPlans>
