/** Native notifications: an image is ready or has failed, a batch is done. */
import { Notification } from 'electron'
import type { Notice } from '#shared/contract/events.ts'

/** A notification that nothing holds is collected, and its click is lost. Only so many are kept. */
const KEPT = 50
const shown = new Set<Notification>()

/** @param opened the user clicked the notification */
export function showNotice(notice: Notice, opened: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: notice.title, body: notice.body })
  shown.add(notification)
  const [oldest] = shown
  if (shown.size > KEPT && oldest) shown.delete(oldest)
  notification.on('click', () => {
    shown.delete(notification)
    opened()
  })
  // Not on `close`: a notification that only left the screen can still be clicked in the system's list.
  notification.on('failed', () => shown.delete(notification))
  notification.show()
}
