/** How the image travels, as it is being chosen: the fields, what is wrong with them, and what they come to. */
import type { ProtocolInput } from '#shared/contract/orders.ts'
import type { Unit } from '#shared/contract/rows.ts'
import {
  fieldOf,
  first,
  multicast,
  numberOf,
  problemsOf,
  required,
  whole,
  type Problems
} from '../edit/rules.ts'

export type ProtocolKind = ProtocolInput['kind']
export const PROTOCOL_KINDS: readonly ProtocolKind[] = ['unicast', 'multicast', 'torrent']

export interface ProtocolFields {
  kind: ProtocolKind
  address: string
  port: string
  mode: Extract<ProtocolInput, { kind: 'multicast' }>['mode'] | null
  speed: string
  clients: string
  wait: string
  p2pMode: Extract<ProtocolInput, { kind: 'torrent' }>['mode'] | null
  seed: string
}

/** What classrooms say. */
export type RoomValues = Pick<
  Unit,
  'multicastAddress' | 'multicastPort' | 'multicastMode' | 'multicastSpeed' | 'p2pMode' | 'p2pTime'
>

/** Seconds that the sender waits for computers that are late. */
const WAIT = 60

/** The fields as the classrooms have them; what none of them says is as OpenGnsys has it. [L] */
export function protocolFields(room: RoomValues | null, kind: ProtocolKind, clients: number): ProtocolFields {
  return {
    kind,
    address: fieldOf(room?.multicastAddress ?? null),
    port: fieldOf(room?.multicastPort ?? 9000),
    mode: room?.multicastMode ?? 'full-duplex',
    speed: fieldOf(room?.multicastSpeed ?? 70),
    clients: fieldOf(Math.max(1, clients)),
    wait: fieldOf(WAIT),
    p2pMode: room?.p2pMode ?? 'peer',
    seed: fieldOf(room?.p2pTime ?? 60)
  }
}

const number = (value: string, min: number, max: number) => first(required(value), whole(value, min, max))

/** Only what the chosen protocol needs can be wrong. */
export function protocolProblems(fields: ProtocolFields): Problems<ProtocolFields> {
  if (fields.kind === 'unicast') return {}
  if (fields.kind === 'torrent') {
    return problemsOf<ProtocolFields>({
      p2pMode: fields.p2pMode ? null : { key: 'required' },
      seed: number(fields.seed, 0, 604_800)
    })
  }
  return problemsOf<ProtocolFields>({
    address: first(required(fields.address), multicast(fields.address)),
    port: number(fields.port, 1, 65_535),
    mode: fields.mode ? null : { key: 'required' },
    speed: number(fields.speed, 1, 100_000),
    clients: number(fields.clients, 1, 10_000),
    wait: number(fields.wait, 0, 86_400)
  })
}

/** What is sent; null while something is wrong. */
export function protocolOf(fields: ProtocolFields): ProtocolInput | null {
  if (Object.keys(protocolProblems(fields)).length > 0) return null
  const { kind, mode, p2pMode } = fields
  if (kind === 'torrent') return p2pMode && { kind, mode: p2pMode, seed: numberOf(fields.seed) ?? 0 }
  if (kind === 'unicast' || mode === null) return { kind: 'unicast' }
  return {
    kind,
    mode,
    address: fields.address.trim(),
    port: Number(fields.port),
    speed: Number(fields.speed),
    clients: Number(fields.clients),
    wait: Number(fields.wait)
  }
}
