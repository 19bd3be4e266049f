import type { IncomingMessage } from 'node:http'
import { isKind } from '../faults.ts'
import { Listener } from '../listener.ts'
import type { ListenerOptions } from '../listener.ts'
import { receive } from '../received.ts'
import type { ReceivedRequest } from '../types.ts'
import { answer, spoiledAnswer } from './answers.ts'
import type { AnswerHost } from './answers.ts'
import { errorReply, writeReplies } from './wire.ts'

const BODY_LIMIT = 1024 * 1024

interface AgentServerOptions extends Pick<
  ListenerOptions,
  'host' | 'port' | 'certificate' | 'fault' | 'log'
> {
  answerHost: () => AnswerHost
  onReceived: (request: ReceivedRequest) => void
}

/** The server of an ogAgent: reads requests, answers them as the fault of the moment lets it, and begins their jobs. */
export class AgentServer {
  readonly listener: Listener
  readonly #options: AgentServerOptions

  constructor(options: AgentServerOptions) {
    this.#options = options
    this.listener = new Listener({
      ...options,
      onRequest: (request) => void this.#serve(request),
      onUnreadable: (socket) => void writeReplies(socket, [errorReply('Bad request syntax')])
    })
  }

  async #serve(request: IncomingMessage): Promise<void> {
    const { fault, answerHost, onReceived } = this.#options
    let received: ReceivedRequest
    try {
      received = await receive(request, BODY_LIMIT)
    } catch {
      request.socket.destroy()
      return
    }
    onReceived(received)
    const { replies, run, after, reset } = spoiledAnswer(received, fault()) ?? answer(received, answerHost())
    if (reset) this.listener.reset(request)
    const early = isKind(fault(), 'early')
    if (early) await run?.()
    if (replies.length > 0) await writeReplies(request.socket, replies)
    after?.()
    if (!early) await run?.()
  }
}
