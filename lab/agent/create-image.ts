import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { DECISIONS, NOT_CLONEABLE } from '../decisions.ts'
import { readPartitionTable } from '../disk/partition-reader.ts'
import type { FoundPartition } from '../disk/partition-reader.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { JobContext } from '../jobs/desk.ts'
import { placeImage } from '../repository/store.ts'

const CHUNK = 128 * 1024

/** The values of a CrearImagen call [S] that the work needs, all strings. */
export interface CreateImageCall {
  dsk: string
  par: string
  cpt: string
  nci: string
  ipr: string
}

export interface ImageSource {
  /** The file of a disk by its number, undefined when there is no such disk. */
  diskFile: (disk: string) => string | undefined
  /** The images folder of the repository with a declared address, undefined when none answers there. */
  repositoryFolder: (ip: string) => string | undefined
}

/**
 * Reads a partition's bytes from the disk, as its own table places them, and writes them compressed (gzip) to the
 * repository's folder under a temporary name, then renames. Throws JobFailure with a `der` of protocol.md, section 6.
 */
export async function createImage(
  call: CreateImageCall,
  source: ImageSource,
  context: JobContext
): Promise<void> {
  if (!DECISIONS.canonicalName.test(call.nci)) {
    throw new JobFailure(`001-Formato de ejecución incorrecto: nombre canónico "${call.nci}"`)
  }
  const { disk, partition } = await findPartition(call, source)
  const folder = source.repositoryFolder(call.ipr)
  if (folder === undefined) {
    throw new JobFailure(
      `012-No se puede enviar el fichero por la red: el repositorio ${call.ipr} no responde`
    )
  }
  const path = `${folder}/${call.nci}.img`
  const temporary = `${path}.${context.jobId}.part`
  try {
    await copyCompressed(disk, partition, temporary, context)
  } catch (error) {
    // Only a computer that dies leaves its half behind.
    if (error instanceof JobFailure || context.signal.aborted) await rm(temporary, { force: true })
    throw error
  }
  await placeImage(temporary, path)
  await context.progress(1)
}

async function findPartition(
  { dsk, par, cpt }: CreateImageCall,
  source: ImageSource
): Promise<{ disk: string; partition: FoundPartition }> {
  const disk = source.diskFile(dsk)
  if (disk === undefined || !(await stat(disk).catch(() => null))) {
    throw new JobFailure(`002-Fichero o dispositivo no encontrado: disco ${dsk}`)
  }
  const table = await readPartitionTable(disk).catch((error: Error) => {
    throw new JobFailure(`003-Error en partición de disco: ${error.message}`)
  })
  const partition = table.partitions.find(({ number }) => String(number) === par)
  if (partition === undefined) {
    throw new JobFailure(`003-Error en partición de disco: el disco ${dsk} no tiene la partición ${par}`)
  }
  if (partition.code !== cpt.toLowerCase()) {
    throw new JobFailure(
      `003-Error en partición de disco: la partición ${par} es ${partition.code}, no ${cpt}`
    )
  }
  if (NOT_CLONEABLE.has(partition.code)) {
    throw new JobFailure(`020-Sistema de ficheros desconocido o no se puede montar: código ${partition.code}`)
  }
  return { disk, partition }
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
