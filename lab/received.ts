import type { IncomingMessage } from 'node:http'
import type { ReceivedRequest } from './types.ts'

/** Reads a request whole and keeps what asserts need. Bodies over the limit (bytes) make it throw. */
export async function receive(request: IncomingMessage, limitBytes: number): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > limitBytes) throw new Error(`the body is larger than ${limitBytes} bytes`)
    chunks.push(chunk as Buffer)
  }
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const bytes = Buffer.concat(chunks)
  return {
    at: new Date(),
    method: request.method ?? '',
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)])
    ),
    body: bytes.toString('utf8'),
    json: parse(bytes)
  }
}

/** JSON in UTF-8, or undefined. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}
