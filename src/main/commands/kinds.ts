/** The kinds of job of the commands, made of their table. */
import type { Settings } from '#shared/contract/inputs.ts'
import { BATCH_COMMANDS, COMMAND_FACTS, type BatchCommand, type Door } from '#shared/domain/commands.ts'
import { failure } from '#shared/domain/failures.ts'
import type { Client } from '#shared/contract/rows.ts'
import type { Changes } from '../events.ts'
import { secretOf } from '../inventory/agent-secrets.ts'
import type { Tables } from '../db/tables.ts'
import type { TraceRecord } from '../db/tables/traces.ts'
import { FailureError, fail } from '../failure-error.ts'
import { createAgentJob, type AgentJobParts } from '../inventory/agent-jobs.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { Secrets } from '../ports.ts'
import type { JobKind, JobKinds } from '../traces/job-kind.ts'
import { doorFailure, doorOf } from './doors.ts'
import type { CommandEffects } from './effects.ts'
import { actionOf, systemBody } from './table.ts'
import type { Wake } from './wake.ts'

/** Milliseconds between two questions whether a computer that was woken has come up. */
const ASK_WOKEN = 60_000

/** A computer that answers is on, whatever it answers. */
const SILENT = new Set(['off', 'unknown', 'initializing'])
export const showsLife = (state: string): boolean => !SILENT.has(state)

type Parts = AgentJobParts & { agents: AgentClient; secrets: Secrets; wake: Wake; effects: CommandEffects }

/** Minutes without news after which a command is given up. */
const minutesOf = (command: BatchCommand, settings: Settings): number =>
  settings.commands[command]?.deadlineMinutes ?? COMMAND_FACTS[command].deadlineMinutes

function createCommandKind(
  tables: Tables,
  command: BatchCommand,
  parts: Parts,
  settings: () => Settings
): JobKind {
  const { agents, clientStates, secrets, wake, effects } = parts
  const action = actionOf(command)
  const job = createAgentJob(tables, action.ogLive?.name ?? '', parts)
  const minutes = () => minutesOf(command, settings())

  function systemCall(trace: TraceRecord, client: Client): ReturnType<JobKind['call']> {
    const order = trace.batchId === null ? undefined : tables.batches.row(trace.batchId)?.order
    const body = order && systemBody(order)
    if (!action.system || !body) throw fail('not-found')
    const call = agents.systemCall(client, action.system.operation, body)
    const secret = secretOf(tables, secrets, client)
    return { ...call, send: () => agents.startSystem(client, call, secret) }
  }

  /** By ogLive, where the job was accepted with an id; an operation of an installed system has none. */
  function become(trace: TraceRecord, changes: Changes): void {
    const { leaves } = action
    const state = trace.clientId === null ? undefined : tables.clients.get(trace.clientId)?.state
    if (leaves === 'starts') {
      // Its agent may have told already that it has started.
      const waits = trace.jobId === null || state === 'busy' || state === 'og-live'
      if (waits && state !== 'off') job.setClientState(trace, 'initializing', changes)
    } else if (trace.jobId !== null && (leaves === undefined || state === 'busy')) {
      job.setClientState(trace, 'og-live', changes)
    }
  }

  return {
    ...job.kind,
    command,
    resultName: action.ogLive ? job.kind.resultName : null,
    repeatable: action.repeatable,
    limitMinutes: minutes,
    ...(command === 'power-on' && {
      askEvery: ASK_WOKEN,
      gaveUp: (trace) => failure('wake-unanswered', { client: trace.clientName ?? '', minutes: minutes() })
    }),
    call(trace) {
      const client = job.clientOf(trace)
      const door: Door | null = trace.batchId === null ? 'og-live' : doorOf(command, client)
      if (door === 'wake') return wake.call(client)
      if (door === 'system') return systemCall(trace, client)
      const closed = door === null && doorFailure(command, client)
      if (closed) throw new FailureError(closed)
      return job.kind.call(trace)
    },
    lost(trace) {
      // What an installed system was told has no result; only ogLive's functions are named in their call.
      const body = JSON.parse(trace.input ?? '{}') as { nfn?: string }
      return body.nfn === undefined ? failure('reply-lost', { client: trace.clientName ?? '' }) : null
    },
    accepted(trace, changes) {
      job.setClientState(trace, 'busy', changes)
      effects[command]?.accepted?.(trace, changes)
    },
    useless: (trace, brought) =>
      action.useless?.(trace, brought) ?? effects[command]?.useless?.(trace, brought) ?? null,
    succeeded(trace, brought, changes) {
      become(trace, changes)
      effects[command]?.succeeded?.(trace, brought, changes)
    },
    failed(trace, cause, changes) {
      job.freeClient(trace, cause, changes)
      effects[command]?.failed?.(trace, cause, changes)
    },
    async ask(trace) {
      const { state, stateFailure } = await clientStates.ask(job.clientOf(trace).id)
      const proved = command === 'power-on' && showsLife(state)
      return { state, raw: stateFailure?.detail ?? null, proved }
    }
  }
}

/** Builds a kind of job for every command. */
export function createCommandKinds(tables: Tables, parts: Parts, settings: () => Settings): JobKinds {
  return Object.fromEntries(
    BATCH_COMMANDS.map((command) => [command, createCommandKind(tables, command, parts, settings)])
  )
}
