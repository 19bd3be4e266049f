import { open } from 'node:fs/promises'
import { codeOfName, tableFor } from '../disk/code-names.ts'
import { format } from '../disk/file-systems.ts'
import type { KnownPartition, LabDisk, NewTable } from '../disk/lab-disk.ts'
import { GPT_ENTRIES } from '../disk/partition-writer.ts'
import { isCache, isExtended, isLogical, MOST_PRIMARY } from '../disk/scale.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { JobContext } from '../jobs/desk.ts'
import { diskOf } from './engine-host.ts'
import type { EngineHost } from './engine-host.ts'
import { layoutRequest } from './layout-request.ts'
import type { LayoutRequest, RequestedPartition } from './layout-request.ts'

/** Where the cache goes when nobody says otherwise [L]. */
const CACHE_NUMBER = 4

/**
 * Writes the partition table that it is asked for and formats what it is told to. What keeps place and size keeps its
 * bytes. A new cache is always formatted. Throws JobFailure with a `der` of protocol.md, section 6.
 */
export async function configure(
  { dsk, cfg }: { dsk: string; cfg: string },
  host: EngineHost,
  context: JobContext
): Promise<void> {
  const request = layoutRequest(cfg)
  const disk = diskOf(dsk, host)
  if (request.disk !== dsk)
    throw new JobFailure(`001-Formato de ejecución incorrecto: dis=${request.disk} en el disco ${dsk}`)
  const before = await disk.read()
  const partitions = withCache(request)
  const wanted = newTable(partitions, before.table)
  if (disk.plan(wanted) === null) throw noRoom(request, disk)
  await disk.repartition(wanted)

  const kept = new Set(before.partitions.map(placeOf))
  const toFormat = (await disk.read()).partitions.flatMap((partition) => {
    const asked = partitions.find(({ number }) => number === partition.number)
    const newCache = isCache(partition.code) && !kept.has(placeOf(partition))
    return asked && (asked.format || newCache) ? [{ partition, fileSystem: asked.fileSystem }] : []
  })
  if (!wanted.partitions.some(({ code }) => isCache(code))) disk.cache.clear()
  await formatAll(disk, toFormat, context)
  await context.progress(1)
}

/** The partitions asked for, and the cache among them, at a number that is free. Throws JobFailure 021. */
function withCache({ cacheKb, partitions }: LayoutRequest): RequestedPartition[] {
  const listed = partitions.filter(({ codeName }) => codeName === 'CACHE')
  const [cache] = listed
  if (listed.length > 1 || (cache && cache.sizeKb !== cacheKb))
    throw new JobFailure('021-Error en la partición de caché local: tch y la partición CACHE no coinciden')
  if (cacheKb === 0 || cache) return partitions
  const taken = new Set(partitions.map(({ number }) => number))
  const free = [CACHE_NUMBER, ...Array.from({ length: GPT_ENTRIES }, (_, index) => index + 1)]
  const number = free.find((candidate) => !taken.has(candidate)) ?? GPT_ENTRIES
  const fresh = { number, codeName: 'CACHE', fileSystem: 'CACHE', sizeKb: cacheKb, format: false }
  return [...partitions, fresh]
}

/** The table in the codes of its kind. Throws JobFailure 003 for names or numbers that no table can have. */
function newTable(partitions: RequestedPartition[], current: 'MSDOS' | 'GPT'): NewTable {
  const names = partitions.map(({ codeName }) => codeName)
  const table = tableFor(names, current)
  if (table === null) throw diskError(`ninguna tabla tiene a la vez ${[...new Set(names)].join(', ')}`)
  const most = table === 'GPT' ? GPT_ENTRIES : MOST_PRIMARY
  if (partitions.some(({ number, codeName }) => number > most && codeName === 'CACHE'))
    throw new JobFailure('021-Error en la partición de caché local: no queda sitio en la tabla')
  const wanted = partitions.map(({ number, codeName, sizeKb }) => ({
    number,
    code: codeOfName(codeName, table) ?? '0',
    declaredKb: sizeKb
  }))
  const inside = wanted.filter((partition) => isLogical(table, partition))
  if (inside.length > 0) checkLogical(inside, wanted.filter(isExtended))
  const beyond = wanted.find(({ number }) => table === 'GPT' && number > most)
  if (beyond) throw diskError(`una tabla ${table} tiene ${most} particiones, y se pide la ${beyond.number}`)
  if (partitions.some(({ codeName, format }) => codeName === 'EXTENDED' && format))
    throw diskError('una partición extendida no se formatea')
  return { table, partitions: wanted }
}

/** Logical partitions lie in the one extended partition that there is, and a table cannot leave a number out. */
function checkLogical(logical: NewTable['partitions'], extended: NewTable['partitions']): void {
  const numbers = logical.map(({ number }) => number).sort((one, other) => one - other)
  if (extended.length !== 1)
    throw diskError(`la partición ${numbers[0]} es lógica, y hay ${extended.length} particiones extendidas`)
  const gap = numbers.find((number, index) => number !== MOST_PRIMARY + 1 + index)
  if (gap !== undefined) throw diskError(`no hay partición ${gap - 1} antes de la ${gap}, que es lógica`)
}

/** Why it does not fit: because of the cache, or without it either. */
function noRoom({ cacheKb, partitions }: LayoutRequest, disk: LabDisk): JobFailure {
  // Names tell enough here: only an MSDOS table has EXTENDED, and with it numbers that lie inside.
  const hasExtended = partitions.some(({ codeName }) => codeName === 'EXTENDED')
  const others = partitions.filter(
    ({ codeName, number }) => codeName !== 'CACHE' && !(hasExtended && number > MOST_PRIMARY)
  )
  const sizes = others.reduce((sum, { sizeKb }) => sum + sizeKb, 0)
  if (cacheKb > 0 && sizes < disk.declaredKb)
    return new JobFailure(`021-Error en la partición de caché local: ${cacheKb} KB no caben en el disco`)
  return new JobFailure(
    `019-Valor fuera de rango: las particiones suman ${sizes} KB y el disco tiene ${disk.declaredKb} KB`
  )
}

async function formatAll(
  disk: LabDisk,
  toFormat: { partition: KnownPartition; fileSystem: string }[],
  context: JobContext
): Promise<void> {
  const total = toFormat.reduce((sum, { partition }) => sum + partition.length, 0)
  const file = await open(disk.path, 'r+')
  let before = 0
  try {
    for (const { partition, fileSystem } of toFormat) {
      const { number, length, code } = partition
      await disk.learn(number, { fileSystem: 'EMPTY', system: '', usagePercent: 0 })
      if (isCache(code)) disk.cache.clear()
      await format(file, partition, fileSystem, async (bytes) => {
        // The last step is only reported when all of it is done.
        if (before + bytes < total) await context.progress((before + bytes) / total)
      })
      await disk.learn(number, { fileSystem, system: '', usagePercent: 0 })
      before += length
    }
  } finally {
    await file.close()
  }
}

const placeOf = ({ offset, length }: KnownPartition): string => `${offset}+${length}`

const diskError = (what: string): JobFailure => new JobFailure(`003-Error en partición de disco: ${what}`)
