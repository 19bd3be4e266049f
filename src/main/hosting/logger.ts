/** The log of both hosts: one JSON object a line, on standard error and in the data folder, written before the call returns. */
import { writeSync } from 'node:fs'
import pino from 'pino'
import type { Logger } from '../ports.ts'
import { scrub, scrubText } from '../scrub.ts'
import { createLogFile } from './log-file.ts'

function toStandardError(line: string): void {
  try {
    writeSync(2, line)
  } catch {
    // Whoever reads it has gone, or does not keep up: the file has the line.
  }
}

/**
 * Synchronous, so that the last lines before a crash are there. Standard output stays free for the ready line. Secrets
 * are taken out of every line.
 */
export function createLogger(directory: string): Logger {
  const file = createLogFile(directory)
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => scrub(fields) as Record<string, unknown>
      },
      hooks: {
        logMethod(args, method) {
          const [fields, message, ...rest] = args
          method.call(this, fields, message === undefined ? message : scrubText(String(message)), ...rest)
        }
      }
    },
    {
      write(line: string): void {
        toStandardError(line)
        file.write(line)
      }
    }
  )
}
