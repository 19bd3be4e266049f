/** Sends bytes as they are, and listens until the server has had enough. */
import { connect as connectTcp, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { Attack } from './attacks.ts'
import type { Door } from './known.ts'

/** Milliseconds: no server of ours waits this long for anybody. */
const LONGEST = 45_000
/** Between two pieces of what is slow. */
const DROP_EVERY = 250

export interface Outcome {
  /** Of the replies that came. */
  readonly statuses: readonly number[]
  /** The server has not ended the connection. */
  readonly left: boolean
}

const STATUS = /(?:^|[\s}>])HTTP\/1\.[01] (\d{3}) /g

/** Sends an attack; never throws: a server that hangs up is what it is all about. */
export function send(attack: Attack, ports: Readonly<Record<Door, number>>): Promise<Outcome> {
  const place = { host: '127.0.0.1', port: ports[attack.door], localAddress: `127.0.0.${attack.from}` }
  const secure = attack.door === 'webhook' && !attack.bare
  return new Promise((resolve) => {
    let heard = ''
    let left = false
    let timer: NodeJS.Timeout | undefined
    const begin = async () => {
      for (const bytes of attack.writes) {
        if (socket.destroyed) return
        socket.write(bytes)
        if (attack.held) await pause(DROP_EVERY)
      }
      if (!attack.held) socket.end()
    }
    const socket: Socket = secure
      ? connectTls({ ...place, rejectUnauthorized: false } as object, () => void begin())
      : connectTcp(place, () => void begin())
    timer = setTimeout(() => {
      left = true
      socket.destroy()
    }, LONGEST)
    socket.on('data', (chunk: Buffer) => {
      if (heard.length < 100_000) heard += chunk.toString('latin1')
    })
    // A server that has said its last word may be gone before the rest was written.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ statuses: [...heard.matchAll(STATUS)].map(([, status]) => Number(status)), left })
    })
  })
}
