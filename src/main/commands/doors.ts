/** Who can take part in a command: by which door, why not, and what should be known before. */
import type { Order } from '#shared/contract/orders.ts'
import type { Target } from '#shared/contract/commands.ts'
import type { Client } from '#shared/contract/rows.ts'
import {
  COMMAND_FACTS,
  openDoor,
  runsSystem,
  type BatchCommand,
  type BatchMoment,
  type Door
} from '#shared/domain/commands.ts'
import { failure, type Failure } from '#shared/domain/failures.ts'
import type { ClientState } from '#shared/domain/states.ts'
import type { Tables } from '../db/tables.ts'
import type { DeployChecks } from '../imaging/deploy-checks.ts'
import { actionOf } from './table.ts'

/** The door of the command that is open at a computer now; null: none is. */
export function doorOf(command: BatchCommand, client: Client): Door | null {
  const door = openDoor(client)
  return door !== null && COMMAND_FACTS[command].doors.includes(door) ? door : null
}

/** Why none of the command's doors is open; only asked where none is. */
function closedDoor(command: BatchCommand, client: Client): Failure {
  const { doors } = COMMAND_FACTS[command]
  const params = { client: client.name, state: client.state }
  if (client.state === 'initializing') return failure('target-initializing', params)
  if (client.state === 'off' || client.state === 'unknown') return failure('target-off', params)
  if (doors.includes('wake')) return failure('target-on', params)
  if (!runsSystem(client.state)) return failure('target-not-system', params)
  return failure(doors.includes('system') ? 'target-no-secret' : 'target-not-og-live', params)
}

/** Why a command cannot be given to a computer as it now is; null: it can. */
export function doorFailure(command: BatchCommand, client: Client): Failure | null {
  return doorOf(command, client) === null ? closedDoor(command, client) : null
}

/** The states in which a computer can be given the command once it has reported in; a magic packet waits for no report. */
export function statesForReport(command: BatchCommand): ClientState[] {
  const { doors } = COMMAND_FACTS[command]
  const systems = ['linux', 'linux-session', 'windows', 'windows-session', 'macos', 'macos-session'] as const
  return [
    ...(doors.includes('og-live') ? (['og-live'] as const) : []),
    ...(doors.includes('system') ? systems : [])
  ]
}

/** Builds what tells of targets. */
export function createDoors(tables: Tables, deployChecks: DeployChecks) {
  /** What stands in the way whenever it is done: no such partition, disks that do not fit, an image that is too large. */
  function lastingObstacle(order: Order, client: Client): Failure | null {
    const { place, misfit } = actionOf(order.command)
    if (misfit) return misfit(order, client, tables.partitions.ofClient(client.id))
    if (!place) return null
    const wanted = place(order, client.id)
    if (!wanted) return failure('not-found')
    if (order.command === 'deploy-image') return deployChecks.obstacle(client, wanted, order)
    const { disk, partition } = wanted
    const exists = tables.partitions
      .ofClient(client.id)
      .some((row) => row.disk === disk && row.partition === partition)
    return exists ? null : failure('target-no-partition', { client: client.name, disk, partition })
  }

  function presentObstacle(command: BatchCommand, client: Client): Failure | null {
    const closed = doorFailure(command, client)
    if (closed) return closed
    const running = tables.traces.unfinishedOfClient(client.id)
    return running ? failure('client-job-running', { client: client.name, command: running.command }) : null
  }

  /** What should be known whenever it is done. */
  function lastingWarnings(order: Order, client: Client): Failure[] {
    const place = order.command === 'deploy-image' ? actionOf(order.command).place?.(order, client.id) : null
    return order.command === 'deploy-image' && place ? deployChecks.warnings(client, place, order) : []
  }

  function presentWarnings(command: BatchCommand, client: Client): Failure[] {
    const inSession = client.state.endsWith('-session') || client.sessionUser !== null
    if (COMMAND_FACTS[command].danger === 'none' || !inSession) return []
    return [failure('target-in-session', { client: client.name, user: client.sessionUser ?? '–' })]
  }

  return {
    lastingObstacle,
    /** A computer as a target of the order, by what is known of it. */
    target(order: Order, clientId: number, moment: BatchMoment): Target {
      const client = tables.clients.get(clientId)
      if (!client) return { clientId, door: null, obstacle: failure('not-found'), warnings: [] }
      const { command } = order
      const lasting = lastingObstacle(order, client)
      const now = moment === 'now'
      const never = moment === 'next-report' && statesForReport(command).length === 0
      const present = now || never ? presentObstacle(command, client) : null
      return {
        clientId,
        door: doorOf(command, client),
        obstacle: lasting ?? present,
        warnings: [...(now ? presentWarnings(command, client) : []), ...lastingWarnings(order, client)]
      }
    }
  }
}
export type Doors = ReturnType<typeof createDoors>
