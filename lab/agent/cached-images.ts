import { isCache } from '../disk/scale.ts'
import { JobFailure } from '../jobs/desk.ts'
import type { EngineHost } from './engine-host.ts'

/** Removes an image from the computer's cache. Throws JobFailure 015 without a cache, 002 when the image is not in it. */
export async function deleteCachedImage(nci: string, { disk }: EngineHost): Promise<void> {
  const { partitions } = await disk.read()
  if (!partitions.some(({ code }) => isCache(code))) throw new JobFailure('015-No hay caché en el cliente')
  if (!disk.cache.remove(nci))
    throw new JobFailure(`002-Fichero o dispositivo no encontrado: la imagen ${nci} no está en la caché`)
}
