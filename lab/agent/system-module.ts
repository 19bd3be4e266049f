import { DECISIONS } from '../decisions.ts'
import type { LabState } from '../types.ts'
import { inSession, systemOf } from './identity.ts'
import { AgentError } from './wire.ts'

/** What the `opengnsys` module may use of its computer. */
export interface SystemHost {
  state: LabState
  secret: string
  level: 'status' | 'halt' | 'full'
  osVersion: string
  /** Who has a session open. */
  user: string
  /** Called after the reply has left. */
  powerOff: () => void
}

interface SystemRequest {
  query: Record<string, string>
  authorization: string | undefined
}

interface SystemReply {
  data: unknown
  after?: () => void
}

const LEVELS = ['status', 'halt', 'full'] as const

/** Operations besides `status`, the level each needs and what it answers [A]. Only powering off has an effect here. */
const OPERATIONS: Record<string, { level: 'halt' | 'full'; op: string; powersOff?: true }> = {
  reboot: { level: 'halt', op: 'launched' },
  poweroff: { level: 'halt', op: 'launched', powersOff: true },
  logoff: { level: 'full', op: 'sent to client' },
  popup: { level: 'full', op: 'launched' },
  script: { level: 'full', op: 'launched' }
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
  const data = { op: operation.op }
  return operation.powersOff ? { data, after: host.powerOff } : { data }
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
