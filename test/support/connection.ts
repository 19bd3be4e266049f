import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Opens a connection and keeps it; what it is told until it is closed. */
export function kept(open: () => Socket): { socket: Socket; closed: Promise<string> } {
  const socket = open()
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve(heard))) }
}
