/** Keeps the webhook server listening: its port may be taken for a while, its address may go and come back. */
import { failure } from '#shared/domain/failures.ts'
import { isIpv4 } from '#shared/domain/network.ts'
import type { Logger, NetworkInterface } from '../ports.ts'
import type { Timings } from '../timings.ts'
import { testUrl } from './self-test.ts'
import type { WebhookServer } from './server.ts'

/** Addresses that are always there. */
const everywhere = (host: string): boolean => !isIpv4(host) || host === '0.0.0.0' || host === '127.0.0.1'

/** Builds what looks after it. */
export function createWebhookKeeper(
  server: Pick<WebhookServer, 'status' | 'lose' | 'retry' | 'readdress'>,
  options: {
    interfaces: () => readonly NetworkInterface[]
    uptime: () => number
    timings: Pick<Timings, 'relistenAfter' | 'relistenMost'>
    log: Logger
  }
) {
  const { interfaces, uptime, timings, log } = options
  const addresses = () => interfaces().map(({ name, address }) => `${name} ${address}`)
  let known = addresses().join()
  let pause = timings.relistenAfter
  let next: number | null = null
  let tending: Promise<void> | undefined
  /** The machine has woken, and nobody has looked since. */
  let woken = false

  async function check(): Promise<void> {
    const { host, port, urls, certificateFingerprint } = server.status()
    if (!everywhere(host) && !interfaces().some(({ address }) => address === host)) {
      log.warn({ host }, 'the address of the webhook server is gone')
      await server.lose(failure('address-not-available', { host, port, text: '' }))
      return
    }
    server.readdress()
    const [url] = urls
    if (everywhere(host) || !url) return
    // Not every system keeps a socket alive whose address has been away.
    const { outcome, text } = await testUrl(url, certificateFingerprint)
    if (outcome !== 'answers')
      await server.lose(failure('listen-failed', { host, port, text: text ?? outcome }))
  }

  async function relisten(): Promise<void> {
    next ??= uptime() + pause
    if (uptime() < next) return
    await server.retry()
    const { state, host, port } = server.status()
    if (state === 'listening') log.info({ host, port }, 'the webhook server listens again')
    pause = Math.min(pause * 2, timings.relistenMost)
    next = state === 'failed' ? uptime() + pause : null
  }

  async function tendTo(): Promise<void> {
    const awoke = woken
    woken = false
    const now = addresses().join()
    const changed = now !== known
    known = now
    if (changed) log.info({ addresses: addresses() }, 'the addresses of this machine have changed')
    if (changed || awoke) {
      pause = timings.relistenAfter
      next = 0
    }
    if (server.status().state === 'listening') {
      if (changed || awoke) await check()
      if (server.status().state === 'listening') pause = timings.relistenAfter
    }
    if (server.status().state === 'failed') await relisten()
    else next = null
    // While the server was being looked after.
    if (woken) await tendTo()
  }

  /** Looks whether it still listens where it should; `awoke`: whatever it seems. */
  function tend(awoke = false): Promise<void> {
    woken ||= awoke
    tending ??= tendTo()
      .catch((error: unknown) =>
        log.error({ error: String(error) }, 'the webhook server was not looked after')
      )
      .finally(() => (tending = undefined))
    return tending
  }

  return { tend, settled: (): Promise<void> => tending ?? Promise.resolve() }
}
