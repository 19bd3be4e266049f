/** The console's side of ogAgent: routes, certificates, and what its answers mean. protocol.md section 1. */
import { Agent } from 'node:https'
import { createSecureContext } from 'node:tls'
import * as z from 'zod'
import type { AgentDetail, Client } from '#shared/contract/rows.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import { harmless } from '#shared/domain/harmless.ts'
import type { ClientState } from '#shared/domain/states.ts'
import { callJson, jobIdOf, type CallResult } from '../http/json-call.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { Timings } from '../timings.ts'
import type { PeerTrust } from '../trust/site-trust.ts'

/** Paths are case-sensitive. [A] */
const ROUTES = {
  status: '/opengnsys/status',
  detail: '/opengnsys/status?detail=true',
  system: (operation: string) => `/opengnsys/${operation}`,
  cloningEngine: (operation: string) => `/CloningEngine/${operation}`
} as const

type Reached = Pick<Client, 'name' | 'ip' | 'agentPort'>

/** The states by what `/opengnsys/status` says; OPG [D], the others [A]. */
const STATES: Readonly<Record<string, { free: ClientState; inSession: ClientState }>> = {
  OPG: { free: 'og-live', inSession: 'og-live' },
  LNX: { free: 'linux', inSession: 'linux-session' },
  WIN: { free: 'windows', inSession: 'windows-session' },
  OSX: { free: 'macos', inSession: 'macos-session' }
}

/** A computer that does not answer at all is off; one that answers badly is on, and its state not known. */
const STATE_OF_FAILURE: Partial<Record<string, ClientState>> = { timeout: 'off', unreachable: 'off' }

export interface AskedState {
  readonly state: ClientState
  /** Why the state could not be told, or null where it was. */
  readonly failure: Failure | null
  readonly reply: CallResult
}

export interface JobCall {
  readonly url: string
  readonly body: string
}

export type JobReply = { reply: CallResult } & ({ jobId: string } | { failure: Failure })

export type SystemReply = { reply: CallResult } & ({ done: true } | { failure: Failure })

const shown = z.string().max(500).transform(harmless)
/** What `/opengnsys/status?detail=true` adds. [A] What is missing or odd is not known. */
const agentDetail = z
  .object({
    agent_version: shown.nullable().catch(null),
    os_version: shown.nullable().catch(null),
    sys_load: z.number().nullable().catch(null),
    sessions: z
      .union([z.number(), z.array(z.unknown()).transform(({ length }) => length)])
      .nullable()
      .catch(null),
    current_user: shown.nullable().catch(null)
  })
  .transform((told): AgentDetail => ({
    agentVersion: told.agent_version,
    osVersion: told.os_version,
    load: told.sys_load,
    sessions: told.sessions,
    user: told.current_user || null
  }))

/** One context for all connections: an Agent left to itself makes a new one, with its keys and roots, for each. */
function agentFor({ ca, client }: PeerTrust): Agent {
  const secureContext = createSecureContext({ ...(ca !== null && { ca }), ...client, minVersion: 'TLSv1.2' })
  // A session that is taken up again would not be verified again.
  return new Agent({
    keepAlive: false,
    maxCachedSessions: 0,
    rejectUnauthorized: ca !== null,
    secureContext
  })
}

/** Builds the client of all agents. Without an authority of the site's they are accepted unverified. */
export function createAgentClient(network: NetworkMap, timings: Timings, trust: () => PeerTrust) {
  // One connection a request, as the agent's HTTP/1.0 wants it. [S, A] Its built-in certificate is the same on every
  // computer and expired, so that verification is only possible against a CA of the site's own.
  let made: { trust: PeerTrust; agent: Agent } | undefined
  const httpsAgent = () => {
    const current = trust()
    if (made?.trust !== current) made = { trust: current, agent: agentFor(current) }
    return made.agent
  }

  /** The address that people see and that the call is for. */
  const url = (client: Reached, path: string) => `https://${client.ip}:${client.agentPort}${path}`
  const reachedUrl = (client: Reached, path: string) => {
    const { host, port } = network.resolve(client.ip, client.agentPort)
    return `https://${host}:${port}${path}`
  }

  const failureOf = (client: Reached, reply: CallResult & { ok: false }, timeout: number): Failure =>
    failure(
      `agent-${reply.failure}`,
      {
        client: client.name,
        address: `${client.ip}:${client.agentPort}`,
        text: reply.text,
        status: reply.status ?? '',
        seconds: Math.round(timeout / 100) / 10
      },
      reply.raw ?? reply.text
    )

  const oddly = (client: Reached, reply: CallResult & { ok: true }, kind: 'no-job-id' | 'unexpected-reply') =>
    failureOf(
      client,
      { ...reply, ok: false, failure: kind, text: harmless(reply.raw.slice(0, 200)) },
      timings.call
    )

  const post = (client: Reached, { url: seen, body }: JobCall, secret?: string): Promise<CallResult> =>
    callJson({
      method: 'POST',
      url: reachedUrl(client, new URL(seen).pathname),
      body,
      timeout: timings.call,
      agent: httpsAgent(),
      peer: client,
      // The whole header is the secret. [A]
      ...(secret !== undefined && { headers: { authorization: secret } })
    })

  return {
    /** Asks the agent what its computer is doing. */
    async status(client: Reached): Promise<AskedState> {
      const reply = await callJson({
        method: 'GET',
        url: reachedUrl(client, ROUTES.status),
        timeout: timings.status,
        agent: httpsAgent(),
        peer: client
      })
      if (!reply.ok) {
        const state = STATE_OF_FAILURE[reply.failure] ?? 'unknown'
        return { state, failure: failureOf(client, reply, timings.status), reply }
      }
      const answer = reply.json as { status?: unknown; loggedin?: unknown } | null
      const status = answer?.status
      // Own entries only: every object has a `constructor`.
      const states = typeof status === 'string' && Object.hasOwn(STATES, status) ? STATES[status] : undefined
      if (states)
        return { state: answer?.loggedin === true ? states.inSession : states.free, failure: null, reply }
      // UNK is a documented answer; anything else is not one.
      if (status === 'UNK') return { state: 'unknown', failure: null, reply }
      const odd = {
        ...reply,
        ok: false,
        failure: 'unexpected-reply',
        text: harmless(reply.raw.slice(0, 200))
      } as const
      return { state: 'unknown', failure: failureOf(client, odd, timings.status), reply }
    },

    /** The call that starts a job: its URL as people see it, and its exact body. All values are strings. [S] */
    jobCall(client: Reached, operation: string, parameters: Record<string, string>): JobCall {
      return { url: url(client, ROUTES.cloningEngine(operation)), body: JSON.stringify(parameters) }
    },

    /** Starts a job; the reply carries its id. [S] */
    async startJob(client: Reached, call: JobCall): Promise<JobReply> {
      const reply = await post(client, call)
      if (!reply.ok) return { reply, failure: failureOf(client, reply, timings.call) }
      const jobId = jobIdOf(reply.json)
      if (jobId !== undefined) return { reply, jobId }
      return { reply, failure: oddly(client, reply, 'no-job-id') }
    },

    /** What an installed system is told to do. [A] */
    systemCall(client: Reached, operation: string, body: Record<string, string>): JobCall {
      return { url: url(client, ROUTES.system(operation)), body: JSON.stringify(body) }
    },

    /** Tells an installed system, which answers that it has begun: `{"op":…}`. [A] */
    async startSystem(client: Reached, call: JobCall, secret: string): Promise<SystemReply> {
      const reply = await post(client, call, secret)
      if (!reply.ok) return { reply, failure: failureOf(client, reply, timings.call) }
      const { op } = (reply.json ?? {}) as { op?: unknown }
      if (typeof op === 'string') return { reply, done: true }
      return { reply, failure: oddly(client, reply, 'unexpected-reply') }
    },

    /** What the agent of an installed system tells of it to who has its secret. [A] */
    async detail(client: Reached, secret: string): Promise<AgentDetail | { failure: Failure }> {
      const reply = await callJson({
        method: 'GET',
        url: reachedUrl(client, ROUTES.detail),
        timeout: timings.status,
        agent: httpsAgent(),
        peer: client,
        headers: { authorization: secret }
      })
      if (!reply.ok) return { failure: failureOf(client, reply, timings.status) }
      const told = agentDetail.safeParse(reply.json)
      return told.success ? told.data : { failure: oddly(client, reply, 'unexpected-reply') }
    }
  }
}
export type AgentClient = ReturnType<typeof createAgentClient>
