/** Starts, moves and stops the webhook server, and says how it fares. A port in use is a state, not the end. */
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { WebhookStatus } from '#shared/contract/rows.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { FailureError } from '../failure-error.ts'
import { createTurns } from '../in-turn.ts'
import type { NetworkInterface } from '../ports.ts'
import type { ServerCertificates } from '../trust/server-certificate.ts'
import { buildWebhookApp, type WebhookParts } from './app.ts'

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
  certificates: ServerCertificates,
  parts: WebhookParts,
  changed: (status: WebhookStatus) => void,
  interfaces: () => readonly NetworkInterface[]
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

  async function open(host: string, port: number): Promise<{ app: FastifyInstance; fingerprint: string }> {
    const certificate = await certificates.load()
    const opened = await buildWebhookApp(certificate, parts)
    try {
      await opened.listen({ host, port })
      return { app: opened, fingerprint: certificate.fingerprint }
    } catch (error) {
      await opened.close()
      throw error
    }
  }

  /** Shows another certificate, where there is another one now; connections that stand are not touched. */
  async function renew(): Promise<void> {
    if (!app) return
    const { key, cert, fingerprint } = await certificates.load()
    if (fingerprint === status.certificateFingerprint) return
    ;(app.server as unknown as Server).setSecureContext({ key, cert, minVersion: 'TLSv1.2' })
    set({ certificateFingerprint: fingerprint })
  }

  async function closeOld(): Promise<void> {
    const old = app
    app = undefined
    await old?.close()
  }

  /** Where it can be called, listening there. */
  function urlsOf(host: string, port: number): string[] {
    const hosts = ANY.has(host) ? interfaces().map(({ address }) => address) : [host]
    return (hosts.length > 0 ? hosts : ['127.0.0.1']).map((address) => `https://${address}:${port}`)
  }

  /** Stops listening, for a reason that may pass. */
  async function lose(cause: Failure): Promise<void> {
    if (!app) return
    await closeOld()
    set({ state: 'failed', urls: [], failure: cause })
  }

  /** Tries again what has failed, and tells of it only where something is new. */
  async function retry(): Promise<void> {
    if (app || status.state !== 'failed') return
    const { host, port } = status
    try {
      const opened = await open(host, port)
      app = opened.app
      listening(host, opened.fingerprint)
    } catch (error) {
      const cause = listenFailure(error as NodeJS.ErrnoException, host, port)
      if (cause.code !== status.failure?.code) set({ failure: cause })
    }
  }

  function listening(host: string, fingerprint: string): void {
    const { port } = app!.server.address() as AddressInfo
    const urls = urlsOf(host, port)
    set({ state: 'listening', host, port, urls, certificateFingerprint: fingerprint, failure: null })
  }

  /**
   * Listens there; a server that listens elsewhere goes on until the new one does. Port 0: any free one.
   * @returns the status: `failed` with its reason where nothing listens now.
   * @throws FailureError where the place cannot be had and the old one is kept.
   */
  async function listen(host: string, port: number): Promise<WebhookStatus> {
    const before = status
    const same = app !== undefined && before.host === host && before.port === port
    if (same) return status
    if (!app) set({ state: 'starting', host, port, urls: [], failure: null })
    // Two addresses of one port may be the same place to the system: the old server has to make room.
    const makesRoom = app !== undefined && before.port === port
    try {
      if (makesRoom) await closeOld()
      const opened = await open(host, port)
      const old = app
      app = opened.app
      listening(host, opened.fingerprint)
      await old?.close()
    } catch (error) {
      const cause = listenFailure(error as NodeJS.ErrnoException, host, port)
      parts.log.error({ host, port, error: String(error) }, 'the webhook server cannot listen')
      if (makesRoom) app = (await open(before.host, before.port).catch(() => undefined))?.app
      if (app) throw new FailureError(cause)
      set({ state: 'failed', failure: cause })
    }
    return status
  }

  /** Two windows may choose a port at once. */
  const inTurn = createTurns()
  return {
    status: (): WebhookStatus => status,
    listen: (host: string, port: number) => inTurn(() => listen(host, port)),
    /** Looks at its certificate: another one was given to it, or its own is about to end. */
    renew: () => inTurn(renew),
    lose: (cause: Failure) => inTurn(() => lose(cause)),
    retry: () => inTurn(retry),
    /** This machine's addresses have changed. */
    readdress(): void {
      if (!app) return
      const urls = urlsOf(status.host, status.port)
      if (urls.join() !== status.urls.join()) set({ urls })
    },
    stop: () =>
      inTurn(async () => {
        await closeOld()
        set({ state: 'stopped', urls: [] })
      })
  }
}
export type WebhookServer = ReturnType<typeof createWebhookServer>
