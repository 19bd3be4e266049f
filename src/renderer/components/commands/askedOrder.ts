/** What the console is asked about a command whose parameters are still being filled in. */
import type { Order } from '#shared/contract/orders.ts'
import type { BatchCommand } from '#shared/domain/commands.ts'

/** The commands that are complete by their name alone. */
const BARE = [
  'power-on',
  'power-off',
  'reboot',
  'logout',
  'refresh',
  'hardware-inventory'
] as const satisfies readonly BatchCommand[]

/** The order of a command that has no parameters; null: it has some. */
export function bareOrder(command: BatchCommand): Order | null {
  const bare = BARE.find((each) => each === command)
  return bare ? { command: bare } : null
}

/**
 * Stands for the order until it is complete, so that it is known early who can take part; null where that depends on
 * what is missing.
 */
export function likelyOrder(command: BatchCommand): Order | null {
  switch (command) {
    case 'message':
      return { command, title: '', text: '…' }
    case 'run-script':
      return { command, scriptId: null, name: '', script: ':', inSession: false }
    case 'delete-cached-image':
      return { command, name: '_' }
    default:
      return bareOrder(command)
  }
}

/** What of an order decides who can take part: the words of a message or a script do not. */
export function decisive(order: Order | null): unknown {
  if (order === null) return null
  if (order.command === 'message') return order.command
  if (order.command === 'run-script') return [order.command, order.inSession]
  return order
}
