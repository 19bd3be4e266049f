/**
 * The ways a computer or a repository of the lab can misbehave. A fault is looked up when it matters (at a connection, a
 * request, a step of a job, a webhook), so one set while a job runs acts on that job.
 */

/** Which requests a reply fault spoils: all of them (default), or only those that would start a job. */
type FaultScope = { requests?: 'every' | 'jobs' }
/** Which webhooks of a job a webhook fault touches: its result only (default), or progress too. */
type WebhookScope = { webhooks?: 'result' | 'all' }

/** Faults that agents and repositories share. */
type CommonFault =
  /** The port is closed: ECONNREFUSED. It comes back on the same port. */
  | { kind: 'refuse' }
  /** Speaks plain HTTP where TLS is expected. */
  | { kind: 'tls' }
  /** Accepts and never answers: after the request (default), or before TLS. */
  | ({ kind: 'hang'; at?: 'request' | 'connection' } & FaultScope)
  /** Destroys the socket with a TCP reset instead of answering. */
  | ({ kind: 'reset' } & FaultScope)
  /** 200 with a body that is not JSON. No job starts. */
  | ({ kind: 'garbage'; body?: string } & FaultScope)
  /** 500 with `{"error"}`. No job starts. */
  | ({ kind: 'error-500'; error?: string } & FaultScope)
  /** 200 `{}` to a call that should start a job. No job starts. */
  | { kind: 'no-job-id' }
  /** The job is done, its webhook is never sent. */
  | ({ kind: 'drop-webhook' } & WebhookScope)
  /** Each webhook is sent twice, one after the other. */
  | ({ kind: 'twice' } & WebhookScope)
  /** Webhooks are held until releaseWebhooks(), or for delayMs. */
  | ({ kind: 'late'; delayMs?: number } & WebhookScope)
  /** The job runs and its webhooks are delivered before the reply with the job_id. */
  | { kind: 'early' }
  /** The result goes first, then the progress, shuffled. */
  | { kind: 'out-of-order' }
  /** Half way the port closes, the partial file stays, no webhook is sent any more. setFault() brings it back. */
  | { kind: 'die-half-way' }

/** Faults of an ogAgent; `fail` ends a job with res=2 and this `der` (`<3 digits>-<text>` [L]). */
export type AgentFault =
  | CommonFault
  | { kind: 'fail'; der?: string }
  /** A magic packet does nothing: it stays off. */
  | { kind: 'does-not-wake' }
/** Faults of an ogRepository; `fail` ends a job with success=false and this error. */
export type RepositoryFault = CommonFault | { kind: 'fail'; error?: string }
export type Fault = AgentFault | RepositoryFault
export type FaultKind = Fault['kind']

/** Every kind, with the words the command line explains it with. */
export const FAULT_WORDS: Record<FaultKind, string> = {
  refuse: 'puerto cerrado: rechaza la conexión',
  tls: 'no habla TLS',
  hang: 'acepta y no contesta nunca',
  reset: 'corta la conexión',
  garbage: 'contesta 200 con algo que no es JSON',
  'error-500': 'contesta 500 con {"error"}',
  'no-job-id': 'contesta 200 sin job_id',
  fail: 'el trabajo termina en error',
  'drop-webhook': 'el resultado no se envía',
  twice: 'el resultado se envía dos veces',
  late: 'el resultado se retiene hasta "release"',
  early: 'los webhooks llegan antes que el job_id',
  'out-of-order': 'el resultado llega antes que el progreso',
  'die-half-way': 'se apaga a mitad del trabajo',
  'does-not-wake': 'no se enciende por la red (solo equipos)'
}

/** Texts for a fault given on the command line as `kind` or `kind:text`; null for `none`. Throws a sentence. */
export function parseFault(text: string): Fault | null {
  const [kind = '', ...rest] = text.split(':')
  const detail = rest.join(':')
  if (kind === 'none') return null
  if (!Object.hasOwn(FAULT_WORDS, kind)) {
    throw new Error(
      `Fallo desconocido: "${kind}". Los que hay: none, ${Object.keys(FAULT_WORDS).join(', ')}.`
    )
  }
  const fault = { kind } as Fault
  if (detail === '') return fault
  switch (fault.kind) {
    case 'fail':
      return { kind: 'fail', der: detail, error: detail } as Fault
    case 'error-500':
      return { kind: 'error-500', error: detail }
    case 'garbage':
      return { kind: 'garbage', body: detail }
    case 'late': {
      const delayMs = Number(detail)
      if (!Number.isInteger(delayMs) || delayMs < 0)
        throw new Error(`"late:${detail}": se esperan milisegundos.`)
      return { kind: 'late', delayMs }
    }
    default:
      throw new Error(`El fallo "${kind}" no lleva texto detrás de los dos puntos.`)
  }
}

/** The fault, if it is one of these kinds. */
export function isKind<K extends FaultKind>(
  fault: Fault | null,
  ...kinds: K[]
): fault is Extract<Fault, { kind: K }> {
  return fault !== null && (kinds as FaultKind[]).includes(fault.kind)
}
