/** Tells people that an image is ready or has failed: in the window and by the desktop. */
import type { Notice } from '#shared/contract/events.ts'
import type { Language } from '#shared/contract/inputs.ts'
import type { Image } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { failureSentence, fill, sharedMessages } from '#shared/messages/format.ts'
import type { Tables } from '../db/tables.ts'
import type { EventBus } from '../events.ts'
import type { Logger } from '../ports.ts'

/** Builds the notifier; its methods are for after the commit. */
export function createNotices(
  tables: Tables,
  bus: EventBus,
  options: { notify: (notice: Notice) => void; language: () => Language; log: Logger }
) {
  function tell(kind: Notice['kind'], traceId: number, image: Image, params: Record<string, string>): void {
    const { title, body } = sharedMessages[options.language()].notices[kind]
    const values = { image: image.name, ...params }
    const notice: Notice = {
      kind,
      traceId,
      imageName: image.name,
      title: fill(title, values),
      body: fill(body, values)
    }
    bus.publish({ type: 'notice', notice })
    try {
      options.notify(notice)
    } catch (error) {
      // A desktop without a notification service must not cost the job its state.
      options.log.warn({ error: String(error) }, 'notification not shown')
    }
  }
  return {
    imageReady(traceId: number, imageId: string): void {
      const image = tables.images.get(imageId)
      if (!image) return
      const repository = tables.repositories.get(image.repositoryId)?.name ?? ''
      tell('image-ready', traceId, image, { repository, fullsum: image.fullsum ?? '' })
    },
    imageFailed(traceId: number, imageId: string, failure: Failure): void {
      const image = tables.images.get(imageId)
      if (image)
        tell('image-failed', traceId, image, { reason: failureSentence(options.language(), failure) })
    }
  }
}
export type Notices = ReturnType<typeof createNotices>
