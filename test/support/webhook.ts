import { request } from 'node:https'

export const AGENT_WEBHOOK = '/opengnsys/rest/clients/status/webhook'
export const REPOSITORY_WEBHOOK = '/og-repository/webhook'
export const AGENT_REPORT = '/opengnsys/rest/ogagent'

export interface WebhookReply {
  status: number
  json: Record<string, unknown>
}

/** Posts as an agent does: certificate not verified, one connection a request. A reply that is not JSON rejects. */
export function post(
  url: string,
  body: unknown,
  options: {
    localAddress?: string
    method?: string
    contentType?: string | null
    headers?: Record<string, string>
  } = {}
): Promise<WebhookReply> {
  const { localAddress, method = 'POST', contentType = 'application/json' } = options
  const payload = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method,
      agent: false,
      rejectUnauthorized: false,
      ...(localAddress !== undefined && { localAddress }),
      headers: {
        ...(contentType !== null && { 'content-type': contentType }),
        'content-length': payload.length,
        ...options.headers
      }
    })
    let answered = false
    call.on('error', (error) => {
      // A server that has answered may close before it has read the rest of what is too large.
      if (!answered) reject(error)
    })
    call.on('response', (response) => {
      answered = true
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const json = parse(text)
        if (json === undefined) reject(new Error(`The reply is not JSON: ${text}`))
        else resolve({ status: response.statusCode ?? 0, json })
      })
    })
    call.end(payload)
  })
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** The result of CrearImagen, as on the wire. */
export function agentResult(
  call: Record<string, unknown>,
  jobId: string,
  change: Record<string, unknown> = {}
) {
  const { idi, dsk, par, cpt, ipr, nci, ids } = call
  const common = { idi, dsk, par, cpt, ipr, nci, ids }
  return { job_id: jobId, nfn: 'RESPUESTA_CrearImagen', ...common, res: '1', der: '', ...change }
}
