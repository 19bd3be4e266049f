/** What a computer does, by what its agent reports. [A] protocol.md section 2 */
import type { ClientState } from './states.ts'

/** What an agent reports of itself. [A] */
export const AGENT_EVENTS = ['started', 'stopped', 'loggedin', 'loggedout'] as const
export type AgentEvent = (typeof AGENT_EVENTS)[number]

interface SystemStates {
  readonly free: ClientState
  readonly inSession: ClientState
}

const OG_LIVE: SystemStates = { free: 'og-live', inSession: 'og-live' }
const MACOS: SystemStates = { free: 'macos', inSession: 'macos-session' }
const WINDOWS: SystemStates = { free: 'windows', inSession: 'windows-session' }
const LINUX: SystemStates = { free: 'linux', inSession: 'linux-session' }

/** `ostype` of an installed system; ogLive is a Linux that says so in its version, too. `Darwin` has a `win` in it. [A, D] */
function systemOf(type: string, version: string): SystemStates | undefined {
  if (/oglive|opengnsys/i.test(`${type} ${version}`)) return OG_LIVE
  if (/mac|darwin|osx/i.test(type)) return MACOS
  if (/win/i.test(type)) return WINDOWS
  return /linux/i.test(type) ? LINUX : undefined
}

/** What an agent says of its system; an agent that tells of a session's end says nothing of it. [A] */
export interface ReportedSystem {
  readonly ostype?: string | null | undefined
  readonly osversion?: string | null | undefined
}

/** The state that follows from a report, where it tells one; `before` is the one that the computer was in. */
export function reportedState(
  event: AgentEvent,
  { ostype, osversion }: ReportedSystem,
  before: ClientState
): ClientState | undefined {
  if (event === 'stopped') return 'off'
  const known = [MACOS, WINDOWS, LINUX].find(({ free, inSession }) => before === free || before === inSession)
  const system = systemOf(ostype ?? '', osversion ?? '') ?? (event === 'started' ? undefined : known)
  return event === 'loggedin' ? system?.inSession : system?.free
}
