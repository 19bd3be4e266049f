/** Tells the windows how batches stand: not at each change, for a batch is counted anew each time. */
import type { Tables } from '../db/tables.ts'
import type { EventBus } from '../events.ts'

/** Milliseconds between two events of batches. */
const PAUSE = 250

/** Builds it. `tables` is there by the time that something changes. */
export function createBatchNews(tables: Tables, bus: EventBus) {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  function tell(): void {
    timer = undefined
    const ids = [...changed]
    changed.clear()
    for (const id of ids) {
      const batch = tables.batches.get(id)
      bus.publish(batch ? { type: 'batch', batch } : { type: 'batch-removed', id })
    }
  }

  return {
    /** Notes that a batch is not as it was. */
    changed(id: string): void {
      changed.add(id)
      timer ??= setTimeout(tell, PAUSE)
    },
    stop: (): void => clearTimeout(timer)
  }
}
