import { DECISIONS } from '../decisions.ts'
import type { LabState } from '../types.ts'
import { inSession, systemOf } from './identity.ts'
import { AgentError } from './wire.ts'

/** What the `opengnsys` module may use of its computer; what changes its state is called after the reply has left. */
export interface SystemHost {
  state: LabState
  secret: string
  level: 'status' | 'halt' | 'full'
  osVersion: string
  /** Who has a session open. */
  user: string
  reboot: () => void
  powerOff: () => void
  logOff: () => void
  showMessage: (message: { title: string; message: string }) => void
  runScript: (script: string, inSession: boolean) => void
}

interface SystemRequest {
  query: Record<string, string>
  authorization: string | undefined
  body: unknown
}

interface SystemReply {
  data: unknown
  after?: () => void
}

const LEVELS = ['status', 'halt', 'full'] as const

interface Operation {
  level: 'halt' | 'full'
  /** What it answers. */
  op: string
  /** Does it before the reply; throws AgentError for parameters that are not what it needs. */
  run?: (body: unknown, host: SystemHost) => void
  /** What follows the reply. */
  after?: (host: SystemHost) => void
}

/** Operations besides `status` [A]. */
const OPERATIONS: Record<string, Operation> = {
  reboot: { level: 'halt', op: 'launched', after: ({ reboot }) => reboot() },
  poweroff: { level: 'halt', op: 'launched', after: ({ powerOff }) => powerOff() },
  logoff: { level: 'full', op: 'sent to client', after: ({ logOff }) => logOff() },
  popup: {
    level: 'full',
    op: 'launched',
    run: (body, { showMessage }) =>
      showMessage({ title: parameter(body, 'title'), message: parameter(body, 'message') })
  },
  script: {
    level: 'full',
    op: 'launched',
    run: (body, { runScript }) =>
      runScript(decodedScript(parameter(body, 'script')), parameter(body, 'client') === 'true')
  }
}

/**
 * `/opengnsys/<operation>` of the agent inside a system [A]. Throws AgentError: unknown operation, or the secret is not the
 * whole Authorization header, or the agent is limited to less.
 */
export function systemOperation(name: string, request: SystemRequest, host: SystemHost): SystemReply {
  const authorized = request.authorization === host.secret
  if (name === 'status') {
    const detail = request.query['detail'] === 'true'
    if (detail && !authorized) throw new AgentError(DECISIONS.agentErrors.unauthorized)
    return { data: detail ? { ...status(host.state), ...details(host) } : status(host.state) }
  }
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined
  if (operation === undefined) throw new AgentError(DECISIONS.agentErrors.unknownOperation(name))
  const allowed = LEVELS.indexOf(host.level) >= LEVELS.indexOf(operation.level)
  if (!authorized || !allowed) throw new AgentError(DECISIONS.agentErrors.unauthorized)
  operation.run?.(request.body, host)
  const { op, after } = operation
  return { data: { op }, ...(after && { after: () => after(host) }) }
}

function parameter(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  if (typeof value === 'string') return value
  throw new AgentError(DECISIONS.agentErrors.badParameter(name))
}

/** A script travels as base64 of its percent-encoded text [A]. */
function decodedScript(encoded: string): string {
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AgentError(DECISIONS.agentErrors.badParameter('script'))
  }
}

function status(state: LabState): { status: string; loggedin: boolean; session: string } {
  const loggedin = inSession(state)
  const system = systemOf(state) as keyof typeof DECISIONS.statusCodes
  return {
    status: DECISIONS.statusCodes[system] ?? DECISIONS.statusCodes.unknown,
    loggedin,
    session: loggedin ? 'x11' : ''
  }
}

function details(host: SystemHost): Record<string, unknown> {
  const loggedIn = inSession(host.state)
  return {
    agent_version: DECISIONS.agentVersion,
    os_version: host.osVersion,
    sys_load: 0.08,
    sessions: loggedIn ? 1 : 0,
    current_user: loggedIn ? host.user : ''
  }
}
