/** The webhook server's routes. Nothing in a request is believed before its schema and its address have been checked. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AGENT_EVENTS } from '#shared/domain/agent-states.ts'
import { socketAddress } from '#shared/domain/network.ts'
import type { AgentReports, Report } from '../inventory/agent-reports.ts'
import type { Logger } from '../ports.ts'
import { isDiskFailure } from '../storage.ts'
import type { Ingest } from '../traces/ingest.ts'
import { WebhookRefusedError } from '../traces/ingest.ts'
import type { News } from '../traces/news.ts'
import {
  PATHS,
  agentNews,
  agentReportSchema,
  agentStatusSchema,
  repositoryNews,
  repositorySchema,
  type AgentStatusBody,
  type RepositoryBody
} from './schemas.ts'
import type { ServerCertificate } from './certificate.ts'

/** Bytes; a webhook is a few hundred, a partition table a few thousand. */
const BODY_LIMIT = 256 * 1024
/** An inventory of software is longer, and JSON doubles its ends of lines. */
const RESULT_LIMIT = 2.5 * 1024 * 1024
/** Milliseconds for a whole request: an agent gives up after 5 s. [A] */
const REQUEST_TIMEOUT = 10_000

/** Requests a minute from one address: a hundred times what a classroom behind one NAT address sends at its busiest. */
const RATE_LIMIT = 6_000

/** Insufficient Storage: nothing was kept, and the same may be sent again. */
const NO_ROOM = 507

export interface WebhookParts {
  readonly ingest: Ingest
  readonly reports: AgentReports
  readonly log: Logger
}

type RawRequest = FastifyRequest & { rawText?: string }

/** Builds the server; it listens once its caller says so. */
export async function buildWebhookApp(
  certificate: ServerCertificate,
  { ingest, reports, log }: WebhookParts
): Promise<FastifyInstance> {
  const [{ default: fastify }, { default: rateLimit }] = await Promise.all([
    import('fastify'),
    import('@fastify/rate-limit')
  ])
  const app = fastify({
    https: { key: certificate.key, cert: certificate.cert, minVersion: 'TLSv1.2' },
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // Agents send what their version knows; a number that comes as a text is not for us to guess at.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } },
    forceCloseConnections: true
  }) as unknown as FastifyInstance

  await app.register(rateLimit, { max: RATE_LIMIT, timeWindow: '1 minute', hook: 'onRequest' })

  // Whatever its content type says, a webhook is JSON; its text is kept to the letter.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    ;(request as RawRequest).rawText = body as string
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }))
    }
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'There is nothing at this path.' })
  )
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status =
      error instanceof WebhookRefusedError
        ? error.status
        : isDiskFailure(error)
          ? NO_ROOM
          : (error.statusCode ?? 500)
    const source = socketAddress(request.ip)
    // That the disk is full has been said once; what is not kept is said of each.
    if (status < 500 || status === NO_ROOM)
      log.warn({ status, source, path: request.url, error: error.message }, 'webhook refused')
    else log.error({ status, source, path: request.url, error: error.stack }, 'webhook failed')
    // What is wrong inside is for the log, not for the network.
    return reply
      .code(status)
      .send({ error: status < 500 ? error.message : 'The console could not take the webhook.' })
  })

  const take = async (request: FastifyRequest, peer: 'agent' | 'repository', path: string, news: News) => {
    const sourceAddress = socketAddress(request.ip)
    const outcome = await ingest({
      path,
      peer,
      sourceAddress,
      body: (request as RawRequest).rawText ?? '',
      news
    })
    return { ok: true, outcome }
  }
  app.post<{ Body: AgentStatusBody }>(
    PATHS.agentStatus,
    { schema: { body: agentStatusSchema }, bodyLimit: RESULT_LIMIT },
    (request) => take(request, 'agent', PATHS.agentStatus, agentNews(request.body))
  )
  app.post<{ Body: RepositoryBody }>(PATHS.repository, { schema: { body: repositorySchema } }, (request) =>
    take(request, 'repository', PATHS.repository, repositoryNews(request.body))
  )
  for (const event of AGENT_EVENTS) {
    app.post<{ Body: Report }>(
      `${PATHS.agentReport}/${event}`,
      { schema: { body: agentReportSchema } },
      async (request, reply) => {
        const known = await reports.take(event, request.body, socketAddress(request.ip))
        return reply.send({ ok: true, known })
      }
    )
  }
  await app.ready()
  return app
}
