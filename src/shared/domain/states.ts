/** The states of images, traces and clients, and the rules between them. protocol.md sections 5 and 7. */

/** [S] */
export const IMAGE_STATES = ['in-progress', 'aux-files-pending', 'success', 'failed'] as const
export type ImageState = (typeof IMAGE_STATES)[number]

/** success [S], the others [D] */
export const TRACE_STATES = ['pending', 'in-progress', 'success', 'failed', 'cancelled'] as const
export type TraceState = (typeof TRACE_STATES)[number]

/** create-image and create-image-aux-file [S], the others [D] */
export const TRACE_COMMANDS = [
  'create-image',
  'create-image-aux-file',
  'deploy-image',
  'power-on',
  'power-off',
  'reboot',
  'login',
  'partition-and-format',
  'hardware-inventory',
  'software-inventory',
  'delete-cached-image',
  'run-script',
  'refresh',
  'message',
  'logout'
] as const
export type TraceCommand = (typeof TRACE_COMMANDS)[number]

/** What a list of traces can be sorted by. */
export const TRACE_FIELDS = ['id', 'command', 'client', 'state', 'job', 'scheduled', 'finished'] as const
export type TraceField = (typeof TRACE_FIELDS)[number]

/** Jobs that a repository works on; they do not hold the client that they name. */
export const REPOSITORY_COMMANDS = ['create-image-aux-file'] as const satisfies readonly TraceCommand[]

/** linux [S], the others [D] */
export const CLIENT_STATES = [
  'off',
  'initializing',
  'og-live',
  'linux',
  'linux-session',
  'windows',
  'windows-session',
  'macos',
  'macos-session',
  'busy',
  'unknown'
] as const
export type ClientState = (typeof CLIENT_STATES)[number]

/** Whether a trace in this state is over. An ended trace never goes back (rule 3). */
export function isEnded(state: TraceState): boolean {
  return state === 'success' || state === 'failed' || state === 'cancelled'
}

/**
 * Whether a trace may go from one state to another.
 * @param noAnswer the trace failed only because nobody answered in time: a result that still comes is taken (rule 5).
 */
export function canTransition(from: TraceState, to: TraceState, noAnswer = false): boolean {
  if (!isEnded(from)) return from !== to && to !== 'pending'
  return from === 'failed' && noAnswer && (to === 'success' || to === 'failed')
}
