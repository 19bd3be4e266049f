/** A POST as anybody writes it: JSON out, JSON back. */
import { request, type Agent } from 'node:https'

/** Sends a body; resolves with the reply's JSON. @throws where there is none, or its status is not 200. */
export function post({
  port,
  path,
  body,
  agent,
  secret
}: {
  readonly port: number
  readonly path: string
  readonly body: string
  readonly agent: Agent
  readonly secret?: string
}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(secret !== undefined && { authorization: secret })
    }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (reply) => {
      let text = ''
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
      reply.on('error', reject)
      reply.on('end', () => {
        if (reply.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${path}: status ${reply.statusCode}: ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
