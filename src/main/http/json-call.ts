/** One HTTPS request to a peer, and what became of it. Replies are suspects: bounded in time and size, never followed. */
import { request as requestOver, type Agent } from 'node:https'
import type { CallFailure } from '#shared/domain/failures.ts'
import { harmless } from '#shared/domain/harmless.ts'
import { checkPeerNames, WRONG_NAME, type PeerNames } from '../trust/peer-names.ts'
import { strictJson, strictText } from './strict-json.ts'

/** A reply of a peer says little; more than this is no reply of ours. Bytes. */
const MAX_REPLY = 1024 * 1024
/** Bytes of a header. */
const MAX_HEADER = 16 * 1024
/** Characters of a peer's own words that are shown. */
const LONGEST_ERROR = 2_000
const EXCERPT = 200

export interface CallRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  /** JSON text; sent in UTF-8 with its Content-Length, which the agent insists on. [A] */
  readonly body?: string
  /** Milliseconds, from connect to the end of the reply. */
  readonly timeout: number
  readonly agent: Agent
  readonly headers?: Record<string, string>
  /** Whose certificate it must be, where the agent verifies it. */
  readonly peer?: PeerNames
}

/** `milliseconds` is how long it took; `raw` the reply's text, where one came. */
export type CallResult =
  | { ok: true; status: number; json: unknown; raw: string; milliseconds: number }
  | {
      ok: false
      failure: CallFailure
      status: number | null
      /** The peer's own words, or the error's. */
      text: string
      raw: string | null
      milliseconds: number
    }

const UNREACHABLE = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ENOTFOUND',
  'EADDRNOTAVAIL',
  'EAI_AGAIN'
])
/** What is wrong with a certificate that was checked against the site's authorities; OpenSSL's and Node's words. */
const CERTIFICATE_FAILURES: Readonly<Record<string, CallFailure>> = {
  CERT_HAS_EXPIRED: 'cert-dates',
  CERT_NOT_YET_VALID: 'cert-dates',
  [WRONG_NAME]: 'cert-name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'cert-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'cert-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'cert-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'cert-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'cert-untrusted',
  CERT_SIGNATURE_FAILURE: 'cert-untrusted',
  CERT_UNTRUSTED: 'cert-untrusted',
  CERT_REVOKED: 'cert-untrusted',
  INVALID_CA: 'cert-untrusted',
  INVALID_PURPOSE: 'cert-untrusted'
}
const TIMED_OUT = 'ETIMEDOUT'
const TOO_LARGE = 'ERR_REPLY_TOO_LARGE'

function failureOfError({ code = '', message }: NodeJS.ErrnoException): CallFailure {
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === TIMED_OUT) return 'timeout'
  if (code === TOO_LARGE || code === 'HPE_HEADER_OVERFLOW') return 'too-large'
  if (UNREACHABLE.has(code)) return 'unreachable'
  const ofCertificate = CERTIFICATE_FAILURES[code]
  if (ofCertificate) return ofCertificate
  if (/secure TLS connection|SSL|TLS|EPROTO|CERT|certificate|self.signed/i.test(`${code} ${message}`))
    return 'tls'
  if (code.startsWith('HPE_')) return 'not-json'
  return 'connection-lost'
}

/** What an agent means by the text of its error. [A] protocol.md section 1 */
function failureOfText(text: string): CallFailure {
  if (/system is busy/i.test(text)) return 'busy'
  if (/unauthorized operation/i.test(text)) return 'unauthorized'
  if (/^message processor for|has no attribute 'processServerMessage'/i.test(text)) return 'unknown-operation'
  return 'error'
}

function errorText(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('error' in json)) return undefined
  // An agent ends every text with a full stop and a space. [A]
  const text = typeof json.error === 'string' ? json.error : JSON.stringify(json.error)
  return harmless(text.slice(0, LONGEST_ERROR)).replace(/\.$/, '')
}

/** What is no UTF-8 is shown all the same. A byte order mark is no part of a text. */
const LENIENT = new TextDecoder()

function readReply(status: number, bytes: Buffer, milliseconds: number): CallResult {
  const raw = LENIENT.decode(bytes)
  let json: unknown
  try {
    json = strictJson(strictText(bytes))
  } catch {
    return {
      ok: false,
      failure: 'not-json',
      status,
      text: harmless(raw.slice(0, EXCERPT)),
      raw,
      milliseconds
    }
  }
  const text = errorText(json)
  if (text !== undefined) return { ok: false, failure: failureOfText(text), status, text, raw, milliseconds }
  if (status < 200 || status > 299) {
    return {
      ok: false,
      failure: 'unexpected-reply',
      status,
      text: harmless(raw.slice(0, EXCERPT)),
      raw,
      milliseconds
    }
  }
  return { ok: true, status, json, raw, milliseconds }
}

const stopped = (code: string, message: string) => Object.assign(new Error(message), { code })

/** Sends the request and reads its reply to the end. @throws what the network says, or why it was not waited for. */
function exchange(request: CallRequest): Promise<{ status: number; bytes: Buffer }> {
  const { method, url, body, timeout, agent, peer } = request
  const headers = {
    accept: 'application/json',
    connection: 'close',
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body))
    }),
    ...request.headers
  }
  return new Promise((resolve, reject) => {
    const options = {
      method,
      agent,
      headers,
      maxHeaderSize: MAX_HEADER,
      ...(peer && { checkServerIdentity: checkPeerNames(peer) })
    }
    const sent = requestOver(url, options, (reply) => {
      const chunks: Buffer[] = []
      let size = 0
      reply.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > MAX_REPLY) giveUp(stopped(TOO_LARGE, `more than ${MAX_REPLY} bytes`))
      })
      reply.on('error', giveUp)
      reply.on('end', () => {
        clearTimeout(timer)
        resolve({ status: reply.statusCode ?? 0, bytes: Buffer.concat(chunks) })
      })
    })
    function giveUp(error: Error): void {
      clearTimeout(timer)
      // A request that has no connection yet would say nothing of its end.
      reject(error)
      sent.destroy()
    }
    // From the start to the end: a slow trickle keeps no connection open.
    const timer = setTimeout(() => giveUp(stopped(TIMED_OUT, `timeout of ${timeout} ms exceeded`)), timeout)
    sent.on('error', giveUp)
    // After a `101 Switching Protocols` nothing else is told. Where the reply has ended, this comes too late to matter.
    sent.on('close', () => giveUp(stopped('ECONNRESET', 'the connection was closed')))
    sent.end(body)
  })
}

/** Sends the request and reads the reply as JSON. Never throws: what goes wrong is the result. */
export async function callJson(request: CallRequest): Promise<CallResult> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  try {
    const { status, bytes } = await exchange(request)
    return readReply(status, bytes, elapsed())
  } catch (error) {
    const cause: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
    const { code, message } = cause
    const text = code && !message.includes(code) ? `${code}: ${message}` : message
    return {
      ok: false,
      failure: failureOfError(cause),
      status: null,
      text: text || 'no details',
      raw: null,
      milliseconds: elapsed()
    }
  }
}

/** As long as a webhook may have it. */
const LONGEST_JOB_ID = 200

/** The `job_id` of a reply, or undefined where it carries none. [S] */
export function jobIdOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('job_id' in json)) return undefined
  const { job_id: id } = json
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_JOB_ID ? id : undefined
}
