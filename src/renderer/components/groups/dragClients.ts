/** Computers on their way to another unit: dragged from a list, dropped on the tree. */

/** What is dragged is a JSON array of the computers' ids. */
export const CLIENTS_DRAG_TYPE = 'application/x-ogdesk-clients'

/** Lets these computers be dragged, under a small sign of how many they are. */
export function dragClients(event: DragEvent, ids: readonly number[], label: string): void {
  if (!event.dataTransfer) return
  event.dataTransfer.setData(CLIENTS_DRAG_TYPE, JSON.stringify(ids))
  event.dataTransfer.effectAllowed = 'move'
  const sign = document.createElement('div')
  sign.className = 'drag-sign'
  sign.textContent = label
  // Under the theme's element, whose colours it has; taken away as soon as the browser has drawn it.
  document.querySelector('.v-application')?.append(sign)
  event.dataTransfer.setDragImage(sign, -12, -4)
  setTimeout(() => sign.remove())
}
