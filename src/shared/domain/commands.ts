/**
 * What a command needs of a computer, and how dangerous it is: one entry a command, for the console and the window alike.
 * What is sent and answered is in main/commands/, an entry for each of these. protocol.md sections 1 and 2.
 */
import type { ClientState, TraceCommand } from './states.ts'

/** Commands that are given to any number of computers at once; making an image is a wizard of its own. */
export const BATCH_COMMANDS = [
  'power-on',
  'power-off',
  'reboot',
  'login',
  'logout',
  'message',
  'run-script',
  'deploy-image',
  'delete-cached-image',
  'partition-and-format',
  'hardware-inventory',
  'software-inventory',
  'refresh'
] as const satisfies readonly TraceCommand[]
export type BatchCommand = (typeof BATCH_COMMANDS)[number]

/**
 * The doors by which a computer can be reached: ogLive's `CloningEngine`, the module `opengnsys` of an installed system's
 * agent with its secret, or a magic packet to one that is off.
 */
export const DOORS = ['og-live', 'system', 'wake'] as const
export type Door = (typeof DOORS)[number]

/** `none`: nothing is lost. `interrupts`: who works at the computer is interrupted. `destroys`: what is on a disk is lost. */
const DANGERS = ['none', 'interrupts', 'destroys'] as const
type Danger = (typeof DANGERS)[number]

export interface CommandFacts {
  /** The doors by which it can be done, the one that is tried first in front. */
  readonly doors: readonly Door[]
  readonly danger: Danger
  /** Computers that work on it at the same time, unless the settings say otherwise: image traffic low, power high. */
  readonly concurrency: number
  /** Milliseconds between two starts: a classroom that wakes at once trips its fuse. */
  readonly stagger: number
  /** Minutes without news after which it is given up. */
  readonly deadlineMinutes: number
}

/** Minutes without news after which a job that is no command for many computers is given up, unless the settings say otherwise. */
export const JOB_DEADLINES = { 'create-image': 180, 'create-image-aux-file': 60 } as const

export const COMMAND_FACTS: Readonly<Record<BatchCommand, CommandFacts>> = {
  'power-on': {
    doors: ['wake'],
    danger: 'none',
    concurrency: 100,
    stagger: 250,
    deadlineMinutes: 5
  },
  'power-off': {
    doors: ['og-live', 'system'],
    danger: 'interrupts',
    concurrency: 100,
    stagger: 0,
    deadlineMinutes: 10
  },
  reboot: {
    doors: ['og-live', 'system'],
    danger: 'interrupts',
    concurrency: 100,
    stagger: 0,
    deadlineMinutes: 10
  },
  login: { doors: ['og-live'], danger: 'none', concurrency: 100, stagger: 0, deadlineMinutes: 10 },
  logout: { doors: ['system'], danger: 'interrupts', concurrency: 100, stagger: 0, deadlineMinutes: 10 },
  message: { doors: ['system'], danger: 'none', concurrency: 100, stagger: 0, deadlineMinutes: 10 },
  'run-script': {
    doors: ['og-live', 'system'],
    danger: 'interrupts',
    concurrency: 50,
    stagger: 0,
    deadlineMinutes: 60
  },
  'deploy-image': {
    doors: ['og-live'],
    danger: 'destroys',
    concurrency: 4,
    stagger: 0,
    deadlineMinutes: 180
  },
  'delete-cached-image': {
    doors: ['og-live'],
    danger: 'none',
    concurrency: 50,
    stagger: 0,
    deadlineMinutes: 10
  },
  'partition-and-format': {
    doors: ['og-live'],
    danger: 'destroys',
    concurrency: 50,
    stagger: 0,
    deadlineMinutes: 30
  },
  'hardware-inventory': {
    doors: ['og-live'],
    danger: 'none',
    concurrency: 50,
    stagger: 0,
    deadlineMinutes: 10
  },
  'software-inventory': {
    doors: ['og-live'],
    danger: 'none',
    concurrency: 50,
    stagger: 0,
    deadlineMinutes: 30
  },
  refresh: { doors: ['og-live'], danger: 'none', concurrency: 50, stagger: 0, deadlineMinutes: 10 }
}

const SYSTEM_STATES: ReadonlySet<ClientState> = new Set<ClientState>([
  'linux',
  'linux-session',
  'windows',
  'windows-session',
  'macos',
  'macos-session'
])

/** Whether an installed system runs, with or without somebody in it. */
export const runsSystem = (state: ClientState): boolean => SYSTEM_STATES.has(state)

/**
 * The door that is open now. A computer in an installed system whose agent has not handed over its secret has none: all
 * that it answers is its state. [A]
 */
export function openDoor(client: { readonly state: ClientState; readonly hasSecret: boolean }): Door | null {
  const { state, hasSecret } = client
  if (state === 'og-live' || state === 'busy') return 'og-live'
  if (runsSystem(state)) return hasSecret ? 'system' : null
  // A computer whose state nobody knows may be off: a magic packet to one that is on does nothing.
  return state === 'off' || state === 'unknown' ? 'wake' : null
}

/**
 * How batches stand. `waiting`: for their time, or for their computers to report in. `unconfirmed`: it is dangerous and
 * was to run so long ago that somebody has to say whether it still may.
 */
export const BATCH_STATES = ['waiting', 'running', 'paused', 'unconfirmed', 'done'] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** When a batch runs: at once, at a time, or each computer when it next reports in. */
export const BATCH_MOMENTS = ['now', 'at', 'next-report'] as const
export type BatchMoment = (typeof BATCH_MOMENTS)[number]
