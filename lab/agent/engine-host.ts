import type { KnownPartition, LabDisk } from '../disk/lab-disk.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { ImageNotes } from '../repository/image-notes.ts'
import type { LabState } from '../types.ts'
import type { MulticastSessions } from './multicast.ts'

/** What the functions of CloningEngine may use of their computer, and of the lab around it. */
export interface EngineHost {
  /** Words that name the computer within its seed: they decide what its inventories say. */
  words: string
  mac: string
  serialNumber: string
  disk: LabDisk
  /** The images folder of the repository with a declared address, undefined when none answers there. */
  repositoryFolder: (ip: string) => string | undefined
  notes: ImageNotes
  multicast: MulticastSessions
  recordScript: (script: string) => void
  power: {
    off: () => Promise<void>
    /** Starts again, in the system it usually starts in or in this one. */
    restart: (state?: LabState) => Promise<void>
  }
}

/** The disk of a number. Throws JobFailure 002. */
export function diskOf(dsk: string, { disk }: EngineHost): LabDisk {
  if (dsk === String(disk.number)) return disk
  throw new JobFailure(`002-Fichero o dispositivo no encontrado: disco ${dsk}`)
}

/** A partition, as the table on the disk has it. Throws JobFailure 002 or 003. */
export async function partitionOf(dsk: string, par: string, host: EngineHost): Promise<KnownPartition> {
  const disk = diskOf(dsk, host)
  const { partitions } = await disk.read().catch((error: Error) => {
    throw new JobFailure(`003-Error en partición de disco: ${error.message}`)
  })
  const found = partitions.find(({ number }) => String(number) === par)
  if (found) return found
  throw new JobFailure(`003-Error en partición de disco: el disco ${dsk} no tiene la partición ${par}`)
}

/** A partition with an installed system. Throws JobFailure 006 where there is none. */
export async function systemPartitionOf(dsk: string, par: string, host: EngineHost): Promise<KnownPartition> {
  const found = await partitionOf(dsk, par, host)
  if (found.system !== '' && found.system !== 'DATA') return found
  throw new JobFailure(`006-No hay sistema operativo en la partición ${par} del disco ${dsk}`)
}

/** The images folder of a repository. Throws JobFailure 012. */
export function repositoryFolderOf(ip: string, { repositoryFolder }: EngineHost): string {
  const folder = repositoryFolder(ip)
  if (folder !== undefined) return folder
  throw new JobFailure(`012-No se puede enviar el fichero por la red: el repositorio ${ip} no responde`)
}
