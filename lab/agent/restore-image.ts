import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { DECISIONS } from '../decisions.ts'
import { isCache } from '../disk/scale.ts'
import type { FoundPartition } from '../disk/partition-reader.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { JobContext } from '../jobs/desk.ts'
import { mustBeCloneable } from './create-image.ts'
import { partitionOf, repositoryFolderOf } from './engine-host.ts'
import type { EngineHost } from './engine-host.ts'
import { transferProtocol } from './transfer-protocol.ts'
import type { TransferProtocol } from './transfer-protocol.ts'

const CHUNK = 128 * 1024

/** The values of a RestaurarImagen call [L] that the work needs, all strings. */
interface RestoreImageCall {
  dsk: string
  par: string
  ipr: string
  nci: string
  ptc: string
}

/**
 * Writes an image's bytes to a partition, which has them from its first byte on; what is behind them in a larger partition
 * stays as it was, free room for the file system [D]. Throws JobFailure with a `der` of protocol.md, section 6; half way
 * through, the partition is left half written and without a system, as on a real disk.
 */
export async function restoreImage(
  call: RestoreImageCall,
  host: EngineHost,
  context: JobContext
): Promise<void> {
  const { dsk, par, ipr, nci } = call
  const protocol = transferProtocol(call.ptc)
  if (!DECISIONS.canonicalName.test(nci))
    throw new JobFailure(`001-Formato de ejecución incorrecto: nombre canónico "${nci}"`)
  const partition = await partitionOf(dsk, par, host)
  mustBeCloneable(partition.code)
  const path = `${repositoryFolderOf(ipr, host)}/${nci}.img`
  const image = await open(path, 'r').catch(() => {
    throw new JobFailure(`002-Fichero o dispositivo no encontrado: la imagen ${nci}.img`)
  })
  try {
    const length = await checkedLength(image, nci, context.signal)
    if (length > partition.length)
      throw new JobFailure(
        `030-La imagen ocupa ${length} bytes y la partición ${par} tiene ${partition.length}: no cabe`
      )
    await travel(protocol, { ipr, nci, bytes: (await image.stat()).size }, host, context.signal)
    const { fileSystem } = partition
    await host.disk.learn(partition.number, { fileSystem, system: '', usagePercent: 0 })
    await write(image, { disk: host.disk.path, partition, length }, context)
    await host.disk.learn(partition.number, host.notes.of(nci))
  } finally {
    await image.close()
  }
  await context.progress(1)
}

/** The bytes that an image has when it is read to its end. Throws JobFailure 033 for one that cannot be. */
async function checkedLength(image: FileHandle, nci: string, signal: AbortSignal): Promise<number> {
  let length = 0
  const count = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) length += chunk.length
  }
  try {
    await pipeline(reading(image), createGunzip({ chunkSize: CHUNK }), count, { signal })
  } catch (error) {
    signal.throwIfAborted()
    throw new JobFailure(`033-El fichero de imagen ${nci}.img está dañado: ${(error as Error).message}`)
  }
  return length
}

/** What the way of an image asks for: others to receive with, or room in the cache where there is one. */
async function travel(
  protocol: TransferProtocol,
  { ipr, nci, bytes }: { ipr: string; nci: string; bytes: number },
  host: EngineHost,
  signal: AbortSignal
): Promise<void> {
  if (protocol.kind === 'unicast') return
  const cache = (await host.disk.read()).partitions.find(({ code }) => isCache(code))
  if (cache && !host.disk.cache.keep({ name: nci, bytes }, cache.length))
    throw new JobFailure(`016-No hay espacio en la caché para la imagen ${nci}`)
  if (protocol.kind === 'multicast')
    await host.multicast.join({ ...protocol, image: `${ipr}/${nci}` }, signal)
}

async function write(
  image: FileHandle,
  target: { disk: string; partition: FoundPartition; length: number },
  context: JobContext
): Promise<void> {
  const { partition, length } = target
  const disk = await open(target.disk, 'r+')
  const writeAll = async (source: AsyncIterable<Buffer>) => {
    let done = 0
    for await (const chunk of source) {
      await disk.write(chunk, 0, chunk.length, partition.offset + done).catch((error: Error) => {
        throw new JobFailure(`014-Error al escribir en el destino: ${error.message}`)
      })
      done += chunk.length
      // The last step is only reported when it is known what the partition holds.
      if (done < length) await context.progress(done / length)
    }
  }
  try {
    const { signal } = context
    await pipeline(reading(image), createGunzip({ chunkSize: CHUNK }), writeAll, { signal })
  } finally {
    await disk.close()
  }
}

/** An image's file from its start; it stays open. */
const reading = (image: FileHandle) =>
  image.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK })
