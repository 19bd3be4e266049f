/** What every job has in common that a computer's agent works on: whose it is, and what becomes of the computer. */
import { parseAgentError } from '#shared/domain/agent-errors.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { Client } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import type { Changes } from '../events.ts'
import { fail } from '../failure-error.ts'
import type { NetworkMap } from '../http/network-map.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { JobKind } from '../traces/job-kind.ts'
import type { ClientStates } from './client-states.ts'

export interface AgentJobParts {
  readonly agents: Pick<AgentClient, 'jobCall' | 'startJob'>
  readonly network: NetworkMap
  readonly clientStates: ClientStates
}

/** The place that a job's call named. */
export function placeOf({ input }: Pick<TraceRecord, 'input'>): { disk: number; partition: number } {
  const { dsk, par } = JSON.parse(input ?? '{}') as Record<string, string>
  return { disk: Number(dsk), partition: Number(par) }
}

/** The parts of a kind of job that are the same for all functions of the agent; `name` is the function's. [L] */
export function createAgentJob(tables: Tables, name: string, parts: AgentJobParts) {
  const { agents, network, clientStates } = parts

  const found = (trace: TraceRecord): Client | undefined =>
    trace.clientId === null ? undefined : tables.clients.get(trace.clientId)
  function clientOf(trace: TraceRecord): Client {
    const client = found(trace)
    if (!client) throw fail('not-found')
    return client
  }

  function setClientState(
    trace: TraceRecord,
    state: 'busy' | 'og-live' | 'initializing',
    changes: Changes
  ): void {
    const client = found(trace)
    if (!client) return
    // A late end of a job that was given up does not free a computer that works on another one of ours.
    const works = tables.traces.unfinishedOfClient(client.id)?.jobId != null
    clientStates.note(changes, client, works ? 'busy' : state)
  }

  return {
    clientOf,
    setClientState,
    /** The computer after a job that failed. */
    freeClient(trace: TraceRecord, cause: Failure, changes: Changes): void {
      // Only a job that was accepted had made it busy.
      if (trace.jobId !== null && cause.code !== 'no-answer') setClientState(trace, 'og-live', changes)
      // What it does now that it holds no job of ours, it says itself.
      if (cause.code === 'no-answer') {
        changes.after(() => void clientStates.ask(trace.clientId ?? 0).catch(() => undefined))
      }
    },
    kind: {
      peer: 'agent',
      resultName: `RESPUESTA_${name}`,

      call(trace) {
        const client = clientOf(trace)
        const call = agents.jobCall(client, name, JSON.parse(trace.input ?? '{}') as Record<string, string>)
        return { ...call, send: () => agents.startJob(client, call) }
      },

      addresses(trace) {
        const client = found(trace)
        return client ? [client.ip, network.resolve(client.ip, client.agentPort).host] : []
      },

      failureOf(trace, error): Failure {
        const { code, text } = parseAgentError(error)
        return failure('job-failed', { client: trace.clientName ?? '', agentError: code ?? '', text }, error)
      },

      async ask(trace) {
        const client = await clientStates.ask(clientOf(trace).id)
        return { state: client.state, raw: client.stateFailure?.detail ?? null }
      }
    } satisfies Partial<JobKind>
  }
}
