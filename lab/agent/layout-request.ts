import { isCodeName } from '../disk/code-names.ts'
import { isFileSystem } from '../disk/file-systems.ts'
import { JobFailure } from '../jobs/desk.ts'

/** A partition table as Configurar is asked for it, sizes in KB [L] (protocol.md, section 1). */
export interface LayoutRequest {
  disk: string
  /** The size of the cache, 0 for none. */
  cacheKb: number
  partitions: RequestedPartition[]
}

export interface RequestedPartition {
  number: number
  /** A code name, such as LINUX. */
  codeName: string
  fileSystem: string
  sizeKb: number
  format: boolean
}

const HEAD = /^dis=(?<disk>\d{1,3})\*che=(?<cache>[01])\*tch=(?<cacheKb>\d{1,12})$/
const PARTITION =
  /^par=(?<number>[1-9]\d{0,2})\*cpt=(?<codeName>[A-Z0-9-]*)\*sfi=(?<fileSystem>[A-Z0-9-]*)\*tam=(?<sizeKb>\d{1,12})\*ope=(?<format>[01])$/

/**
 * Reads `cfg` as Configurar is sent it, to the letter: `dis=1*che=0*tch=0!par=1*cpt=LINUX*sfi=EXT4*tam=11000000*ope=0%…%`.
 * Partitions to drop are left out. Throws JobFailure 001 for what is not written so, 019 for a size that cannot be, 020 for
 * a file system that nobody knows.
 */
export function layoutRequest(text: string): LayoutRequest {
  const [head = '', body, ...rest] = text.split('!')
  const { disk, cache, cacheKb } = HEAD.exec(head)?.groups ?? {}
  if (disk === undefined || body === undefined || rest.length > 0) throw wrong(`"${text}"`)
  if ((cache === '1') !== Number(cacheKb) > 0) throw wrong(`che=${cache} con tch=${cacheKb}`)
  if (body !== '' && !body.endsWith('%')) throw wrong('falta % detrás de la última partición')
  const partitions = body.split('%').slice(0, -1).map(requestedPartition)
  const numbers = new Set(partitions.map(({ number }) => number))
  if (numbers.size < partitions.length) throw wrong('hay dos particiones con el mismo número')
  return {
    disk,
    cacheKb: Number(cacheKb),
    partitions: partitions.filter((partition) => !isDropped(partition))
  }
}

function requestedPartition(text: string): RequestedPartition {
  const { number, codeName, fileSystem, sizeKb, format } = PARTITION.exec(text)?.groups ?? {}
  if (number === undefined || codeName === undefined || fileSystem === undefined) throw wrong(`"${text}"`)
  const partition = {
    number: Number(number),
    codeName,
    fileSystem,
    sizeKb: Number(sizeKb),
    format: format === '1'
  }
  if (!isCodeName(codeName)) throw wrong(`no hay ninguna partición de tipo "${codeName}"`)
  if (!isFileSystem(fileSystem))
    throw new JobFailure(`020-Sistema de ficheros desconocido o no se puede montar: "${fileSystem}"`)
  if (partition.sizeKb === 0 && !isDropped(partition))
    throw new JobFailure(`019-Valor fuera de rango: la partición ${number} no tiene tamaño`)
  return partition
}

/** A partition to drop has code and file system EMPTY and no size [L]. */
const isDropped = ({ codeName, fileSystem, sizeKb }: RequestedPartition): boolean =>
  codeName === 'EMPTY' && fileSystem === 'EMPTY' && sizeKb === 0

const wrong = (what: string): JobFailure => new JobFailure(`001-Formato de ejecución incorrecto: ${what}`)
