/** What a page's main thread does while something is done to it, as its processor time: what others do on the machine does not count. */
import type { Browser, Page } from '@playwright/test'

export interface Work {
  /** The longest task in milliseconds. */
  readonly worst: number
  /** All tasks together in milliseconds. */
  readonly total: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's own time. */
  readonly tdur?: number
}

const MARK = 'ogdesk-bench'
const TASK = 'RunTask'
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing']
/** What is still to be drawn after a step has this long, in milliseconds. */
const SETTLE = 400

/** Does something to a page, and tells what its main thread did until it had come to rest. */
export async function mainThreadWork(browser: Browser, page: Page, step: () => Promise<void>): Promise<Work> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.evaluate((mark) => performance.mark(mark), MARK)
  await step()
  await page.waitForTimeout(SETTLE)
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mark = trace.traceEvents.find(({ name }) => name === MARK)
  if (!mark) throw new Error('the trace does not hold its mark')
  const tasks = trace.traceEvents
    .filter(({ name, ph, pid, tid }) => name === TASK && ph === 'X' && pid === mark.pid && tid === mark.tid)
    .map(({ tdur = 0 }) => tdur / 1000)
  return {
    worst: tasks.reduce((worst, task) => Math.max(worst, task), 0),
    total: tasks.reduce((sum, task) => sum + task, 0)
  }
}
