/** The only door to the outside: every question to the console goes through `api`. */
import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as MessagePortLink } from '@orpc/client/message-port'
import { RPCLink as WebSocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { readonly, ref, type Ref } from 'vue'
import type { Contract } from '#shared/contract/index.ts'
import type { Failure, FailureCode } from '#shared/domain/failures.ts'

export type ConnectionState = 'connecting' | 'connected' | 'lost'
type Transport = ClientLink<Record<never, never>>

/** A failure that the window can show: the console's own, or one of the door itself. */
export type ShownFailure = Omit<Failure, 'code'> & {
  readonly code: FailureCode | 'console-lost' | 'unexpected'
}

const RETRY_AFTER = 2000
const state = ref<ConnectionState>('connecting')
/** Whether the console answers. In the desktop window it lives and dies with it; a browser may lose it. */
export const connection: Readonly<Ref<ConnectionState>> = readonly(state)

let transport: Transport

function openPort(): void {
  const { port1, port2 } = new MessageChannel()
  transport = new MessagePortLink({ port: port1 })
  port1.start()
  window.postMessage('ogdesk:connect', location.origin, [port2])
  state.value = 'connected'
}

function openSocket(): void {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${location.host}/rpc`)
  transport = new WebSocketLink({ websocket: socket })
  socket.addEventListener('open', () => {
    state.value = 'connected'
  })
  socket.addEventListener('close', () => {
    state.value = 'lost'
    setTimeout(openSocket, RETRY_AFTER)
  })
}

if (location.protocol === 'ogdesk:') openPort()
else openSocket()

// The client outlives its transport: after a reconnection, the same `api` speaks over the new socket.
const link: Transport = { call: (path, input, options) => transport.call(path, input, options) }
export const api: ContractRouterClient<Contract> = createORPCClient(link)

function isFailure(data: unknown): data is Failure {
  return typeof data === 'object' && data !== null && 'code' in data && 'params' in data
}

/** Anything that was thrown, as a failure with a sentence. */
export function failureOf(error: unknown): ShownFailure {
  if (error instanceof ORPCError && error.code === 'FAILURE' && isFailure(error.data)) return error.data
  if (state.value !== 'connected') return { code: 'console-lost', params: {}, detail: null }
  return { code: 'unexpected', params: {}, detail: error instanceof Error ? error.message : String(error) }
}
