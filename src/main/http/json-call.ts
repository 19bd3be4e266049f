/** One HTTPS request to a peer, and what became of it. Replies are suspects: bounded in time and size, never followed. */
import type { Agent } from 'node:https'
import axios, { AxiosError } from 'axios'
import type { CallFailure } from '#shared/domain/failures.ts'

/** A reply of a peer says little; more than this is no reply of ours. Bytes. */
const MAX_REPLY = 1024 * 1024

export interface CallRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  /** JSON text; sent in UTF-8 with its Content-Length, which the agent insists on. [A] */
  readonly body?: string
  /** Milliseconds, from connect to the end of the reply. */
  readonly timeout: number
  readonly agent: Agent
  readonly headers?: Record<string, string>
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
const TIMED_OUT = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ERR_CANCELED'])

function failureOfError(error: AxiosError): CallFailure {
  const code = error.code ?? ''
  const text = `${code} ${error.message}`
  if (code === 'ECONNREFUSED') return 'refused'
  if (TIMED_OUT.has(code)) return 'timeout'
  if (UNREACHABLE.has(code)) return 'unreachable'
  if (/secure TLS connection|SSL|TLS|EPROTO|CERT|certificate|self.signed/i.test(text)) return 'tls'
  if (/maxContentLength/.test(text)) return 'too-large'
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
  return typeof json.error === 'string' ? json.error.trim().replace(/\.$/, '') : JSON.stringify(json.error)
}

function readReply(status: number, raw: string, milliseconds: number): CallResult {
  let json: unknown
  try {
    json = JSON.parse(raw)
  } catch {
    return { ok: false, failure: 'not-json', status, text: raw.slice(0, 200), raw, milliseconds }
  }
  const text = errorText(json)
  if (text !== undefined) return { ok: false, failure: failureOfText(text), status, text, raw, milliseconds }
  if (status < 200 || status > 299) {
    return { ok: false, failure: 'unexpected-reply', status, text: raw.slice(0, 200), raw, milliseconds }
  }
  return { ok: true, status, json, raw, milliseconds }
}

/** Sends the request and reads the reply as JSON. Never throws: what goes wrong is the result. */
export async function callJson(request: CallRequest): Promise<CallResult> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  // axios counts its timeout from the connection's start or from the last byte; a slow trickle needs an end of its own.
  const limit = AbortSignal.timeout(request.timeout)
  try {
    const reply = await axios.request<string>({
      method: request.method,
      url: request.url,
      ...(request.body !== undefined && { data: request.body }),
      headers: {
        accept: 'application/json',
        connection: 'close',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers
      },
      httpsAgent: request.agent,
      adapter: 'http',
      proxy: false,
      maxRedirects: 0,
      maxContentLength: MAX_REPLY,
      timeout: request.timeout,
      signal: limit,
      responseType: 'text',
      transformResponse: (data: string) => data,
      validateStatus: () => true
    })
    return readReply(reply.status, reply.data, elapsed())
  } catch (error) {
    const cause = error instanceof AxiosError ? error : new AxiosError(String(error))
    const text =
      cause.code && !cause.message.includes(cause.code) ? `${cause.code}: ${cause.message}` : cause.message
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

/** The `job_id` of a reply, or undefined where it carries none. [S] */
export function jobIdOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('job_id' in json)) return undefined
  return typeof json.job_id === 'string' && json.job_id !== '' ? json.job_id : undefined
}
