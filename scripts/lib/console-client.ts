/** Speaks to a headless console as its page does: token, cookie, WebSocket, contract. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '#shared/contract/index.ts'

export interface ConsoleClient {
  readonly api: ContractRouterClient<Contract>
  close(): void
}

/** @param url a printed one, whose token it uses up */
export async function connectToConsole(url: string): Promise<ConsoleClient> {
  const { origin, host } = new URL(url)
  const response = await fetch(url, { redirect: 'manual' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined)
    throw new Error(`La consola no ha aceptado su propia dirección (${response.status}).`)
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { cookie, origin } })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    // `ws` has the browser's interface, but not its types.
    api: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    close: () => socket.close()
  }
}
