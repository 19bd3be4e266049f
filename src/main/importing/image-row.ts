import { v7 as uuidv7 } from 'uuid'
import type { DocumentImage } from '#shared/contract/inputs.ts'
import type { NewImage } from '../db/tables/images.ts'

/** An image of a document as a row; what the document does not say is now, or new. */
export function imageRow(
  image: DocumentImage,
  references: Pick<NewImage, 'repositoryId'> & { sourceClientId: number | null },
  now: number
): NewImage {
  const { repository: _repository, sourceClient: _sourceClient, ...values } = image
  return {
    ...values,
    ...references,
    id: image.id ?? uuidv7(),
    createdAt: image.createdAt ?? now,
    updatedAt: image.updatedAt ?? now
  }
}
