/** The webhook server's routes. Nothing in a request is believed before its schema and its address have been checked. */
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AGENT_EVENTS } from '#shared/domain/agent-states.ts'
import { socketAddress } from '#shared/domain/network.ts'
import type { UnheededReason } from '#shared/domain/trust.ts'
import { WEBHOOK_LIMITS, type WebhookLimits } from '#shared/domain/limits.ts'
import { guardConnections } from '../http/connections.ts'
import { reasonOf, refuseClient, type Refusals } from '../http/refusals.ts'
import { strictJson, strictText } from '../http/strict-json.ts'
import type { AgentReports, Report, ReportOutcome } from '../inventory/agent-reports.ts'
import type { Logger } from '../ports.ts'
import { isDiskFailure } from '../storage.ts'
import type { Ingest } from '../traces/ingest.ts'
import { WebhookRefusedError } from '../traces/ingest.ts'
import type { ServerCertificate } from '../trust/server-certificate.ts'
import type { TokenGate } from '../trust/token.ts'
import type { Unheeded } from '../trust/unheeded.ts'
import type { News } from '../traces/news.ts'
import {
  PATHS,
  agentNews,
  agentReport,
  agentReportSchema,
  agentStatusSchema,
  repositoryNews,
  repositorySchema,
  type AgentStatusBody,
  type RepositoryBody
} from './schemas.ts'
import { createBodyRoom, readBody } from './read-body.ts'

/** Bytes; a webhook is a few hundred, a partition table a few thousand. Only the results of agents may be longer. */
const SHORT_BODY = 256 * 1024
/** Milliseconds for a TLS handshake, and between two looks at who takes too long. */
const HANDSHAKE_TIMEOUT = 10_000
const LOOK_EVERY = 1_000
/**
 * Who goes on after as many requests as are allowed is told so, which costs a handshake; at this many times as many
 * connections it is not worth one.
 */
const PATIENCE = 2

/** Insufficient Storage: nothing was kept, and the same may be sent again. */
const NO_ROOM = 507

export interface WebhookParts {
  readonly ingest: Ingest
  readonly reports: AgentReports
  readonly gate: Pick<TokenGate, 'refusal'>
  /** Is told of reports that changed nothing. */
  readonly unheeded: (what: Unheeded) => void
  /** As the settings have them now. */
  readonly limits: () => WebhookLimits
  readonly refusals: Refusals
  readonly log: Logger
}

/** Reports that changed nothing; those of discovered computers are listed with these. */
const REPORT_OBJECTIONS: Readonly<Partial<Record<ReportOutcome, UnheededReason>>> = {
  elsewhere: 'wrong-computer',
  nobody: 'unknown-source'
}
const NO_JOB = { jobId: null, traceId: null } as const

/** What a report says of its computer: of it only what may be shown. */
const withoutSecret = ({ mac, ip, ostype, osversion, user }: Report): string =>
  JSON.stringify({ mac, ip, ostype, osversion, user })

type RawRequest = FastifyRequest & { rawText?: string }

/** Builds the server; it listens once its caller says so. */
export async function buildWebhookApp(
  certificate: ServerCertificate,
  { ingest, reports, gate, unheeded, limits, refusals, log }: WebhookParts
): Promise<FastifyInstance> {
  const [{ default: fastify }, { default: rateLimit }] = await Promise.all([
    import('fastify'),
    import('@fastify/rate-limit')
  ])
  /** Answers what is not taken, and counts it. What is wrong inside is for the log, not for the network. */
  function refuse(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) {
    const noRoom = isDiskFailure(error)
    const status =
      error instanceof WebhookRefusedError ? error.status : noRoom ? NO_ROOM : (error.statusCode ?? 500)
    const source = socketAddress(request.ip ?? '')
    const { url: path } = request
    if (status < 500) refusals.note(source, reasonOf(status), { status, path, error: error.message })
    // That the disk is full is said once, as the error that it is.
    else if (noRoom) log.warn({ status, source, path }, 'webhook not kept')
    else log.error({ status, source, path, error: error.stack }, 'webhook failed')
    return reply
      .code(status)
      .send({ error: status < 500 ? error.message : 'The console could not take the webhook.' })
  }

  const app = fastify({
    https: {
      key: certificate.key,
      cert: certificate.cert,
      minVersion: 'TLSv1.2',
      handshakeTimeout: HANDSHAKE_TIMEOUT,
      connectionsCheckingInterval: LOOK_EVERY
    },
    bodyLimit: WEBHOOK_LIMITS.bodyKb.most * 1024,
    // Agents send what their version knows; a number that comes as a text is not for us to guess at.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } },
    forceCloseConnections: true,
    frameworkErrors: refuse,
    clientErrorHandler: (error, socket) => refuseClient(error, socket as Socket, refusals)
  }) as unknown as FastifyInstance
  const connectionLimits = () => {
    const { requestsPerMinute, ...others } = limits()
    return { ...others, connectionsPerMinute: requestsPerMinute * PATIENCE }
  }
  const closeConnections = guardConnections(app.server as Server, connectionLimits, refusals)
  app.addHook('preClose', async () => closeConnections())

  await app.register(rateLimit, {
    global: false,
    max: () => limits().requestsPerMinute,
    timeWindow: '1 minute'
  })
  // Of the server and not of its routes: who looks for what is not there is counted, too.
  app.addHook('onRequest', app.rateLimit())

  // Whatever its content type says, a webhook is JSON; its text is kept to the letter.
  app.removeAllContentTypeParsers()
  const shareOf = createBodyRoom(() => limits().pendingMb * 1024 * 1024)
  app.addContentTypeParser('*', (request, payload, done) => {
    const isResult = request.routeOptions.url === PATHS.agentStatus
    const longest = limits().bodyKb * 1024
    const most = isResult ? longest : Math.min(longest, SHORT_BODY)
    readBody(payload, { most, share: shareOf(socketAddress(request.ip)) }, (error, body) => {
      if (error) return done(error)
      try {
        const text = strictText(body)
        ;(request as RawRequest).rawText = text
        done(null, strictJson(text))
      } catch (cause) {
        done(Object.assign(cause as Error, { statusCode: 400 }))
      }
    })
  })
  app.setNotFoundHandler((request, reply) =>
    refuse(Object.assign(new Error('There is nothing at this path.'), { statusCode: 404 }), request, reply)
  )
  app.setErrorHandler(refuse)

  /** Before anything is read of who may not speak. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const path = request.routeOptions.url ?? ''
    const reason = gate.refusal(request.headers.authorization, socketAddress(request.ip), path)
    if (!reason) return
    reply.header('www-authenticate', 'Bearer')
    throw new WebhookRefusedError(401, reason, 'The token of the site is missing, or is not this one.')
  }

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
    { onRequest, schema: { body: agentStatusSchema } },
    (request) => take(request, 'agent', PATHS.agentStatus, agentNews(request.body))
  )
  app.post<{ Body: RepositoryBody }>(
    PATHS.repository,
    { onRequest, schema: { body: repositorySchema } },
    (request) => take(request, 'repository', PATHS.repository, repositoryNews(request.body))
  )
  for (const event of AGENT_EVENTS) {
    const path = `${PATHS.agentReport}/${event}`
    app.post<{ Body: Report }>(
      path,
      { onRequest, schema: { body: agentReportSchema } },
      async (request, reply) => {
        const report = agentReport(request.body)
        const sourceAddress = socketAddress(request.ip)
        const outcome = await reports.take(event, report, sourceAddress)
        const reason = REPORT_OBJECTIONS[outcome]
        if (reason) unheeded({ ...NO_JOB, reason, path, sourceAddress, body: withoutSecret(report) })
        return reply.send({ ok: true, known: outcome === 'known' })
      }
    )
  }
  await app.ready()
  return app
}
