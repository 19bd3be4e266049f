/** Who did what: an entry is on disk before anything is done, and what became of it is added after. */
import { userInfo } from 'node:os'
import { v7 as uuidv7 } from 'uuid'
import type { AuditAction, AuditHost, AuditOutcome } from '#shared/domain/audit.ts'
import { fold } from '#shared/domain/search.ts'
import type { Failure } from '#shared/domain/failures.ts'
import type { Tables } from '../db/tables.ts'
import type { AuditEntryRow } from '../db/tables/audit.ts'
import type { Write } from '../events.ts'
import { FailureError } from '../failure-error.ts'
import type { Logger } from '../ports.ts'
import { logFailure } from '../storage.ts'
import { DESCRIPTIONS } from './descriptions.ts'
import { paramsOf } from './redact.ts'
import { batchSubject, type Subject } from './subjects.ts'

/** Actions that can be taken back, whose subject is remembered for the entry of their undo. */
const REMEMBERED = 200

/** The user of the operating system; an account without a name is known by its number. */
function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`
  }
}

type Links = { batchId?: string; traceId?: number }

/** What the answer tells of the work that was begun. */
function linksOf(action: AuditAction, result: unknown): Links {
  if (typeof result !== 'object' || result === null) return {}
  const { id, trace } = result as { id?: unknown; trace?: { id?: unknown } }
  if (action.startsWith('commands.') || action.startsWith('batches.')) {
    return typeof id === 'string' ? { batchId: id } : {}
  }
  if (typeof trace?.id === 'number') return { traceId: trace.id }
  return action === 'partitions.refresh' && typeof id === 'number' ? { traceId: id } : {}
}

/** Builds the audit. */
export function createAudit(
  tables: Tables,
  write: Write,
  by: { host: AuditHost; session: string | null },
  options: { log: Logger; now: () => number }
) {
  const { log, now } = options
  const user = systemUser()
  const undone = new Map<string, string>()

  function enter(
    action: AuditAction,
    subject: Subject,
    danger: boolean,
    input: unknown,
    host = by.host
  ): string {
    const ids = subject.clientIds ?? []
    const nameOf = tables.clients.names(ids)
    const clients = ids.map((id) => ({ id, name: nameOf.get(id) ?? '' }))
    const params = paramsOf(subject.params ?? input)
    const names = clients.map(({ name }) => name)
    const row: Omit<AuditEntryRow, 'id'> = {
      uid: uuidv7(),
      at: now(),
      user,
      host,
      session: by.session,
      action,
      subject: subject.text,
      clients,
      clientCount: ids.length,
      params,
      danger: subject.danger ?? danger,
      batchId: subject.batchId ?? null,
      words: fold([subject.text, user, ...names, ...Object.values(params)].join('\n'))
    }
    write(() => tables.audit.insert(row))
    return row.uid
  }

  /** What was done is done: that its outcome cannot be written must not take it back in anybody's eyes. */
  function conclude(uid: string, outcome: AuditOutcome, failure: Failure | null, links: Links = {}): void {
    try {
      const at = now()
      const row = { entryUid: uid, at, outcome, failure, batchId: null, traceId: null, ...links }
      write(() => tables.audit.conclude(row))
    } catch (error) {
      logFailure(log, error, 'the outcome of an audited action was not written', { uid, outcome })
    }
  }

  function undoSubject(input: unknown): string | undefined {
    return undone.get((input as { undoId: string }).undoId)
  }

  function remember(result: unknown, subject: string): void {
    const id = (result as { undoId?: unknown } | null)?.undoId
    if (typeof id !== 'string') return
    undone.set(id, subject)
    for (const oldest of undone.keys()) {
      if (undone.size <= REMEMBERED) break
      undone.delete(oldest)
    }
  }

  function begin(action: keyof typeof DESCRIPTIONS, input: unknown): { uid: string; text: string } {
    const { danger = false, subject: describe } = DESCRIPTIONS[action]
    const described = (describe as (input: unknown, tables: Tables) => Subject)(input, tables)
    const text = (action === 'inventory.undo' && undoSubject(input)) || described.text
    return { uid: enter(action, { ...described, text }, danger, input), text }
  }

  function failed(uid: string, error: unknown): void {
    if (error instanceof FailureError) conclude(uid, 'refused', error.failure)
    else conclude(uid, 'failed', null)
  }

  return {
    /** Does what was asked, between the entry and its outcome. @throws what the work throws, or where no entry can be written */
    async run<T>(action: keyof typeof DESCRIPTIONS, input: unknown, work: () => T | Promise<T>): Promise<T> {
      const { noted } = DESCRIPTIONS[action] as { noted?: (input: unknown) => boolean }
      if (noted?.(input) === false) return work()
      const { uid, text } = begin(action, input)
      try {
        const result = await work()
        conclude(uid, 'done', null, linksOf(action, result))
        remember(result, text)
        return result
      } catch (error) {
        failed(uid, error)
        throw error
      }
    },
    /** The same for what is done at once. */
    runNow<T>(action: keyof typeof DESCRIPTIONS, input: unknown, work: () => T): T {
      const { uid } = begin(action, input)
      try {
        const result = work()
        conclude(uid, 'done', null)
        return result
      } catch (error) {
        failed(uid, error)
        throw error
      }
    },
    /** The time of an order has come: the console starts it. Inside the write that says so. */
    batchStarted(batchId: string): void {
      conclude(enter('console.startBatch', batchSubject(tables, batchId), false, {}, 'console'), 'done', null)
    }
  }
}
export type Audit = ReturnType<typeof createAudit>
