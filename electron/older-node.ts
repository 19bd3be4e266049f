/**
 * What the bundled libraries expect of Node 20 and an older Electron's Node does not have yet. Must be imported before
 * anything that is bundled. Of tracing channels only the making: nobody here listens to pino's and Fastify's.
 */
import { webcrypto } from 'node:crypto'
import diagnostics from 'node:diagnostics_channel'

const NAMES = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const

function tracingChannel(name: string) {
  const channels = Object.fromEntries(
    NAMES.map((part) => [part, diagnostics.channel(`tracing:${name}:${part}`)])
  )
  return {
    ...channels,
    hasSubscribers: false,
    traceSync: <T>(
      run: (...given: unknown[]) => T,
      _context: unknown,
      self: unknown,
      ...given: unknown[]
    ): T => run.apply(self, given)
  }
}

if (!('tracingChannel' in diagnostics)) Object.assign(diagnostics, { tracingChannel })
if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: webcrypto })
