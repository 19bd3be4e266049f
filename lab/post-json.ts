import { request as httpsRequest } from 'node:https'
import { request as httpRequest } from 'node:http'

export interface PostOptions {
  /** Gives up after this long, from start to the reply's last byte. */
  timeoutMs: number
  /** Local address to send from; undefined lets the system choose. */
  localAddress?: string | undefined
  signal?: AbortSignal
}

export interface PostReply {
  status: number
  json: unknown
}

/**
 * Posts JSON as an ogAgent does [A]: certificate not verified, one connection a request, and a reply without a JSON body
 * is a failure whatever its status. Throws an Error with a sentence on any failure but the status, which is the caller's.
 */
export async function postJson(url: string, body: unknown, options: PostOptions): Promise<PostReply> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  const payload = Buffer.from(JSON.stringify(body))
  try {
    const { status, text } = await send(new URL(url), payload, signal, options.localAddress)
    return { status, json: parseReply(status, text) }
  } catch (error) {
    if (timeout.aborted) throw new Error(`no answer in ${options.timeoutMs} ms`, { cause: error })
    throw error
  }
}

function send(
  url: URL,
  payload: Buffer,
  signal: AbortSignal,
  localAddress: string | undefined
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': payload.length }
    const common = { method: 'POST', headers, signal, agent: false as const }
    const local =
      localAddress === undefined ? {} : { localAddress, family: localAddress.includes(':') ? 6 : 4 }
    const options = { ...common, ...local }
    const request =
      url.protocol === 'http:'
        ? httpRequest(url, options)
        : httpsRequest(url, { ...options, rejectUnauthorized: false })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })
      })
    })
    request.end(payload)
  })
}

function parseReply(status: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`status ${status}, and the reply's body is not JSON`, { cause: error })
  }
}
