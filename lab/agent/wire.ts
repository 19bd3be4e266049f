import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { DECISIONS } from '../decisions.ts'
import type { ReceivedRequest } from '../types.ts'

/**
 * The HTTP that a running ogAgent really speaks: Python's BaseHTTPServer, HTTP/1.0, the connection closed after each
 * exchange [S], [A]. Replies are written to the socket as bytes, since node's own server would speak HTTP/1.1.
 */
export interface AgentReply {
  status: number
  body: string
  /** Errors carry no Content-Length [A]: they end where the connection ends. */
  withLength: boolean
}

/** An error of a processor, which the agent answers with 500. */
export class AgentError extends Error {}

/** A 200 with JSON. */
export function okReply(data: unknown): AgentReply {
  return { status: 200, body: JSON.stringify(data), withLength: true }
}

/** Always status 500, `{"error": "<text>. "}` [A]. */
export function errorReply(text: string): AgentReply {
  return { status: 500, body: JSON.stringify({ error: `${text}. ` }), withLength: false }
}

/**
 * What is wrong with a POST's body, in the agent's words, or null: it needs a Content-Length, UTF-8 and JSON [A]. A
 * chunked body has no Content-Length.
 */
export function bodyProblem(request: ReceivedRequest): string | null {
  if (request.method !== 'POST' || request.json !== undefined) {
    const noLength = request.method === 'POST' && request.headers['content-length'] === undefined
    return noLength ? DECISIONS.agentErrors.noLength : null
  }
  if (request.headers['content-length'] === undefined) return DECISIONS.agentErrors.noLength
  return request.body.includes('\ufffd') ? DECISIONS.agentErrors.notUtf8 : DECISIONS.agentErrors.notJson
}

/** Writes whole replies one after the other and closes. Resolves when they have left, or the client has. */
export function writeReplies(socket: Socket, replies: AgentReply[]): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', resolve)
    socket.end(Buffer.concat(replies.map(toBytes)), resolve)
  })
}

function toBytes({ status, body, withLength }: AgentReply): Buffer {
  const payload = Buffer.from(body)
  const head = [
    `HTTP/1.0 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Server: BaseHTTP/0.6 Python/3.11.2',
    `Date: ${new Date().toUTCString()}`,
    'Content-type: application/json',
    ...(withLength ? [`Content-Length: ${payload.length}`] : [])
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), payload])
}
