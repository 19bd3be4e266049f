/** images.*: what the repositories hold. */
import * as z from 'zod'
import { base, revision } from './base.ts'
import { IMAGE_FILE_FATES, imageChange } from './inputs.ts'
import { imageSchema, traceSchema, trashedImageSchema } from './rows.ts'

const imageId = z.object({ id: z.uuid() })

export const imagesContract = {
  list: base.output(z.object({ revision, images: z.array(imageSchema) })),
  get: base.input(imageId).output(z.object({ revision, image: imageSchema, traces: z.array(traceSchema) })),
  /** Asks the repository again for the auxiliary files of an image whose file is there. */
  retryAuxiliaryFiles: base.input(imageId).output(z.object({ image: imageSchema, trace: traceSchema })),
  /** Changes what people wrote of an image. */
  update: base.input(imageId.extend({ change: imageChange })).output(imageSchema),
  /** Removes the record; its file stays in the repository, goes to its trash, or goes for good. */
  remove: base
    .input(imageId.extend({ file: z.enum(IMAGE_FILE_FATES) }))
    .output(z.object({ undoId: z.string().nullable() })),
  /** What lies in a repository's trash. */
  trash: base.input(z.object({ repositoryId: z.int().positive() })).output(z.array(trashedImageSchema)),
  /** Takes a file out of the trash; the image's record comes back with it, or is made anew. */
  restore: base
    .input(z.object({ repositoryId: z.int().positive(), fullsum: z.string().regex(/^[0-9a-f]{32}$/) }))
    .output(imageSchema)
}
