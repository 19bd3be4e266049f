import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { DECISIONS, NOT_CLONEABLE } from '../decisions.ts'
import type { FoundPartition } from '../disk/partition-reader.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { JobContext } from '../jobs/desk.ts'
import { placeImage } from '../repository/store.ts'
import { partitionOf, repositoryFolderOf } from './engine-host.ts'
import type { EngineHost } from './engine-host.ts'

const CHUNK = 128 * 1024

/** The values of a CrearImagen call [S] that the work needs, all strings. */
export interface CreateImageCall {
  dsk: string
  par: string
  cpt: string
  nci: string
  ipr: string
}

/**
 * Reads a partition's bytes from the disk, as its own table places them, and writes them compressed (gzip) to the
 * repository's folder under a temporary name, then renames. Throws JobFailure with a `der` of protocol.md, section 6.
 */
export async function createImage(
  call: CreateImageCall,
  host: EngineHost,
  context: JobContext
): Promise<void> {
  const { dsk, par, cpt, nci } = call
  if (!DECISIONS.canonicalName.test(nci)) {
    throw new JobFailure(`001-Formato de ejecución incorrecto: nombre canónico "${nci}"`)
  }
  const partition = await partitionOf(dsk, par, host)
  if (partition.code !== cpt.toLowerCase()) {
    throw new JobFailure(
      `003-Error en partición de disco: la partición ${par} es ${partition.code}, no ${cpt}`
    )
  }
  mustBeCloneable(partition.code)
  const path = `${repositoryFolderOf(call.ipr, host)}/${nci}.img`
  const temporary = `${path}.${context.jobId}.part`
  try {
    await copyCompressed(host.disk.path, partition, temporary, context)
  } catch (error) {
    // Only a computer that dies leaves its half behind.
    if (error instanceof JobFailure || context.signal.aborted) await rm(temporary, { force: true })
    throw error
  }
  await host.notes.remember(nci, partition)
  await placeImage(temporary, path)
  await context.progress(1)
}

/** Throws JobFailure 020 for a partition that no image is made of and none is written to. */
export function mustBeCloneable(code: string): void {
  if (NOT_CLONEABLE.has(code))
    throw new JobFailure(`020-Sistema de ficheros desconocido o no se puede montar: código ${code}`)
}

async function copyCompressed(
  disk: string,
  { offset, length }: FoundPartition,
  temporary: string,
  context: JobContext
): Promise<void> {
  const bytes = createReadStream(disk, { start: offset, end: offset + length - 1, highWaterMark: CHUNK })
  const counted = async function* (source: AsyncIterable<Buffer>) {
    let done = 0
    for await (const chunk of source) {
      yield chunk
      done += chunk.length
      // The last step is only reported when the image is in its place.
      if (done < length) await context.progress(done / length)
    }
  }
  const gzip = createGzip({ level: DECISIONS.gzipLevel })
  await pipeline(bytes, counted, gzip, createWriteStream(temporary), { signal: context.signal })
}
