import { DECISIONS } from '../decisions.ts'
import { isKind } from '../faults.ts'
import type { Fault } from '../faults.ts'
import type { JobSpec } from '../jobs/desk.ts'
import type { ReceivedRequest } from '../types.ts'
import { hasFunction, prepareCall } from './cloning-engine.ts'
import type { EngineHost } from './engine-host.ts'
import { systemOperation } from './system-module.ts'
import type { SystemHost } from './system-module.ts'
import { AgentError, bodyProblem, errorReply, okReply } from './wire.ts'
import type { AgentReply } from './wire.ts'

export interface Answer {
  /** One reply or more, in one stream; none leaves the client waiting. */
  replies: AgentReply[]
  /** A job that begins when the reply has left (before it, with the fault `early`). */
  run?: () => Promise<void>
  /** What happens once the reply has left. */
  after?: () => void
  /** Cut the connection instead of answering. */
  reset?: true
}

/** What answering may use of the computer. */
export interface AnswerHost {
  busy: boolean
  system: SystemHost
  engine: EngineHost
  take: (spec: JobSpec) => { run: () => Promise<void> }
}

/** The answer to a request, as protocol.md section 1 says. */
export function answer(request: ReceivedRequest, host: AnswerHost): Answer {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return { replies: [errorReply(DECISIONS.agentErrors.unsupportedMethod(request.method))] }
  }
  const problem = bodyProblem(request)
  if (problem === null) return dispatch(request, request.method === 'POST' ? request.json : undefined, host)
  // The agent says what is wrong with the body, goes on without it, and answers again in the same stream [A].
  const second = dispatch(request, undefined, host)
  return { ...second, replies: [errorReply(problem), ...second.replies] }
}

/** What a reply fault makes of a request; null when it leaves it alone. */
export function spoiledAnswer(request: ReceivedRequest, fault: Fault | null): Answer | null {
  const [module, operation = ''] = pathParts(request)
  const startsJob = module === 'CloningEngine' && hasFunction(operation)
  if (isKind(fault, 'no-job-id') && startsJob) return { replies: [okReply({})] }
  if (!isKind(fault, 'hang', 'reset', 'garbage', 'error-500')) return null
  if (fault.requests === 'jobs' && !startsJob) return null
  switch (fault.kind) {
    case 'hang':
      return { replies: [] }
    case 'reset':
      return { replies: [], reset: true }
    case 'garbage':
      return { replies: [{ status: 200, body: fault.body ?? '<html>not JSON</html>', withLength: true }] }
    case 'error-500':
      return { replies: [errorReply(fault.error ?? 'internal error')] }
  }
}

/** Paths are `/<module>/<operation>`, case-sensitive [A]. */
function pathParts({ path }: ReceivedRequest): string[] {
  return path.slice(1).split('/')
}

function dispatch(request: ReceivedRequest, body: unknown, host: AnswerHost): Answer {
  const [module, operation] = pathParts(request)
  try {
    if (module === 'opengnsys') return askSystem(operation, request, body, host.system)
    // Only ogLive has the cloning engine.
    if (module === 'CloningEngine' && host.system.state === 'og-live') return askEngine(operation, body, host)
    throw new AgentError(DECISIONS.agentErrors.unknownModule)
  } catch (error) {
    // Whatever goes wrong, an agent says it with a 500 [A].
    return { replies: [errorReply(error instanceof Error ? error.message : String(error))] }
  }
}

function askSystem(
  operation: string | undefined,
  request: ReceivedRequest,
  body: unknown,
  system: SystemHost
): Answer {
  if (!operation) return { replies: [okReply('ok')] }
  const { query, headers } = request
  const { data, after } = systemOperation(
    operation,
    { query, authorization: headers['authorization'], body },
    system
  )
  return { replies: [okReply(data)], ...(after && { after }) }
}

function askEngine(operation: string | undefined, body: unknown, host: AnswerHost): Answer {
  // Busy comes before everything else, even before an unknown operation [A].
  if (host.busy) throw new AgentError(DECISIONS.agentErrors.busy)
  if (!operation) return { replies: [okReply('ok')] }
  const spec = prepareCall(operation, body, host.engine)
  const { run } = host.take(spec)
  return { replies: [okReply({ job_id: spec.id })], run }
}
