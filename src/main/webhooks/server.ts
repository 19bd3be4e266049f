/** Starts, moves and stops the webhook server, and says how it fares. A port in use is a state, not the end. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { buildWebhookApp, type WebhookParts } from './app.ts'
import { lanAddresses, loadServerCertificate } from './certificate.ts'

const ANY = new Set(['0.0.0.0', '::'])

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Failure {
  const params = { host, port, text: error.message }
  if (error.code === 'EADDRINUSE') return failure('port-in-use', params, error.message)
  if (error.code === 'EACCES') return failure('port-not-allowed', params, error.message)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return failure('address-not-available', params, error.message)
  }
  return failure('listen-failed', params, error.message)
}

/** Builds the server. `changed` is told of every new status. */
export function createWebhookServer(
  directory: string,
  parts: WebhookParts,
  changed: (status: WebhookStatus) => void
) {
  let app: FastifyInstance | undefined
  let status: WebhookStatus = {
    state: 'stopped',
    host: '',
    port: 0,
    urls: [],
    certificateFingerprint: null,
    failure: null
  }
  const set = (change: Partial<WebhookStatus>) => {
    status = { ...status, ...change }
    changed(status)
  }

  async function close(): Promise<void> {
    const closing = app
    app = undefined
    await closing?.close()
  }

  /** Listens there; returns the status, `failed` with its reason where that cannot be. Port 0: any free one. */
  async function listen(host: string, port: number): Promise<WebhookStatus> {
    set({ state: 'starting', host, port, urls: [], failure: null })
    let next: FastifyInstance | undefined
    try {
      await close()
      const certificate = await loadServerCertificate(directory)
      next = await buildWebhookApp(certificate, parts)
      await next.listen({ host, port })
      const bound = (next.server.address() as AddressInfo).port
      const hosts = ANY.has(host) ? lanAddresses() : [host]
      app = next
      set({
        state: 'listening',
        port: bound,
        urls: (hosts.length > 0 ? hosts : ['127.0.0.1']).map((address) => `https://${address}:${bound}`),
        certificateFingerprint: certificate.fingerprint
      })
    } catch (error) {
      await next?.close()
      const cause = listenFailure(error as NodeJS.ErrnoException, host, port)
      parts.log.error({ host, port, error: String(error) }, 'the webhook server cannot listen')
      set({ state: 'failed', failure: cause })
    }
    return status
  }

  return {
    status: (): WebhookStatus => status,
    listen,
    async stop(): Promise<void> {
      await close()
      set({ state: 'stopped', urls: [] })
    }
  }
}
