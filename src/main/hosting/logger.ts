/** The log of both hosts: one JSON object a line on standard error, written before the call returns. */
import pino from 'pino'
import type { Logger } from '../ports.ts'

/** Synchronous, so that the last lines before a crash are there. Standard output stays free for the ready line. */
export function createLogger(): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) }
    },
    pino.destination({ dest: 2, sync: true })
  )
}
