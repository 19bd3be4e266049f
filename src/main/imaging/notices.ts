/** Tells people that an image is ready or has failed, or that a batch is done: in the window and by the desktop. */
import type { Notice } from '#shared/contract/events.ts'
import type { Language } from '#shared/contract/inputs.ts'
import type { Image } from '#shared/contract/rows.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { failureSentence, fill, sharedMessages } from '#shared/messages/format.ts'
import { batchOutcome } from '#shared/messages/outcome.ts'
import type { Tables } from '../db/tables.ts'
import type { EventBus } from '../events.ts'
import type { Logger } from '../ports.ts'

/** Builds the notifier; its methods are for after the commit. */
export function createNotices(
  tables: Tables,
  bus: EventBus,
  options: { notify: (notice: Notice) => void; language: () => Language; log: Logger }
) {
  function tell(notice: Notice): void {
    bus.publish({ type: 'notice', notice })
    try {
      options.notify(notice)
    } catch (error) {
      // A desktop without a notification service must not cost the job its state.
      options.log.warn({ error: String(error) }, 'notification not shown')
    }
  }

  /** The sentences of a kind of notice, with these values. */
  function said(kind: Notice['kind'], values: Record<string, string>): { title: string; body: string } {
    const { title, body } = sharedMessages[options.language()].notices[kind]
    return { title: fill(title, values), body: fill(body, values) }
  }

  function ofImage(
    kind: 'image-ready' | 'image-failed',
    traceId: number,
    image: Image,
    params: Record<string, string>
  ): void {
    const imageName = image.name
    tell({ kind, traceId, imageName, ...said(kind, { image: imageName, ...params }) })
  }
  return {
    imageReady(traceId: number, imageId: string): void {
      const image = tables.images.get(imageId)
      if (!image) return
      const repository = tables.repositories.get(image.repositoryId)?.name ?? ''
      ofImage('image-ready', traceId, image, { repository, fullsum: image.fullsum ?? '' })
    },
    imageFailed(traceId: number, imageId: string, failure: Failure): void {
      const image = tables.images.get(imageId)
      if (image)
        ofImage('image-failed', traceId, image, { reason: failureSentence(options.language(), failure) })
    },
    /** A batch has nothing left to do. */
    batchDone(batchId: string): void {
      const batch = tables.batches.get(batchId)
      // Whoever cancelled all of it, or removed its computers, knows.
      if (!batch || batch.counts.success + batch.counts.failed === 0) return
      const language = options.language()
      const command = sharedMessages[language].commands[batch.command]
      const values = { command, target: batch.target, outcome: batchOutcome(sharedMessages[language], batch) }
      tell({ kind: 'batch-done', batchId, failed: batch.counts.failed, ...said('batch-done', values) })
    }
  }
}
export type Notices = ReturnType<typeof createNotices>
