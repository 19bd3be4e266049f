import { toTrace } from '../db/tables/traces.ts'
import { fail } from '../failure-error.ts'
import type { Implementer } from './errors.ts'
import type { Services } from './services.ts'

/** imaging.* and images.*: making images, and what has been made. */
export function imagingApi(os: Implementer, services: Services) {
  const { bus, tables, imaging, imageRecords, preflight } = services
  return {
    imaging: {
      prepare: os.imaging.prepare.handler(({ input }) => imaging.prepare(input.clientId)),
      preflight: os.imaging.preflight.handler(({ input, signal }) => preflight.checks(input, signal)),
      preview: os.imaging.preview.handler(({ input }) => imaging.preview(input)),
      createImage: os.imaging.createImage.handler(({ input }) => imaging.createImage(input))
    },
    images: {
      list: os.images.list.handler(() => ({ revision: bus.revision(), images: tables.images.all() })),
      get: os.images.get.handler(({ input }) => {
        const image = tables.images.get(input.id)
        if (!image) throw fail('not-found')
        return { revision: bus.revision(), image, traces: tables.traces.ofImage(input.id).map(toTrace) }
      }),
      retryAuxiliaryFiles: os.images.retryAuxiliaryFiles.handler(({ input }) =>
        imaging.retryAuxiliaryFiles(input.id)
      ),
      update: os.images.update.handler(({ input }) => imageRecords.update(input.id, input.change)),
      remove: os.images.remove.handler(({ input }) => imageRecords.remove(input.id, input.file)),
      trash: os.images.trash.handler(({ input }) => imageRecords.trash(input.repositoryId)),
      restore: os.images.restore.handler(({ input }) =>
        imageRecords.restore(input.repositoryId, input.fullsum)
      )
    }
  }
}
