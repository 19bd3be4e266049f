/**
 * The page's MessagePort, with a WebSocket's manners: texts of a limited length and nothing else. A port also takes
 * objects of any kind, depth and size, and a page that has been taken over would send them.
 */
import type { RPCHandler } from '@orpc/server/ws'
import type { MessagePortMain } from 'electron'

/** The largest message: the file of an import is the largest thing that a page sends, as base64. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

type Socket = Parameters<RPCHandler<Record<never, never>>['upgrade']>[0]

/** @param refused told why a message was thrown away unread; the port goes on */
export function guardPort(port: MessagePortMain, refused: (why: string) => void): Socket {
  function listen(type: string, listener: (event: { data: string }) => void): void {
    if (type === 'close') port.on('close', () => listener({ data: '' }))
    if (type !== 'message') return
    port.on('message', ({ data }: { data: unknown }) => {
      if (typeof data !== 'string') refused('it is no text')
      else if (data.length > MAX_MESSAGE_BYTES) refused('it is too long')
      else listener({ data })
    })
  }
  // Of a WebSocket, the handler uses these two.
  return {
    addEventListener: listen,
    send: (data: unknown) => port.postMessage(data)
  } as unknown as Socket
}
