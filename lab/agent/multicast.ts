/** What a multicast session is known by: who names the same port, group and image waits for each other. */
interface SessionCall {
  port: number
  address: string
  /** Repository and image. */
  image: string
  /** How many are waited for. */
  clients: number
  /** How long they are waited for, from the first one on. */
  waitSeconds: number
}

interface Session {
  joined: Set<symbol>
  /** Tells whoever is here that it begins. */
  begin: () => void
  begun: Promise<void>
}

/** The multicast sessions of a lab, where computers wait for each other before they receive together. */
export class MulticastSessions {
  readonly #sessions = new Map<string, Session>()

  /**
   * Waits until as many computers as announced have joined, or until the time is over: whoever is there by then goes [D].
   * Resolves with how many they are. Rejects when `signal` is aborted; the others wait on.
   */
  async join(call: SessionCall, signal: AbortSignal): Promise<number> {
    const key = [call.port, call.address, call.image].join(' ')
    const session = this.#sessions.get(key) ?? this.#open(key, call.waitSeconds)
    const me = Symbol('computer')
    session.joined.add(me)
    if (session.joined.size >= call.clients) session.begin()
    const left = aborted(signal)
    try {
      await Promise.race([session.begun, left.promise])
    } catch (error) {
      session.joined.delete(me)
      if (session.joined.size === 0) session.begin() // nobody is left to wait
      throw error
    } finally {
      left.forget()
    }
    return session.joined.size
  }

  #open(key: string, waitSeconds: number): Session {
    let begin!: () => void
    const begun = new Promise<void>((resolve) => {
      begin = () => {
        clearTimeout(timer)
        // Whoever comes from now on is too late for this session, and opens another.
        this.#sessions.delete(key)
        resolve()
      }
    })
    const timer = setTimeout(() => begin(), waitSeconds * 1000)
    const session = { joined: new Set<symbol>(), begin, begun }
    this.#sessions.set(key, session)
    return session
  }
}

/** A promise that rejects with the signal's reason, until it is forgotten. */
function aborted(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let forget = () => {}
  const promise = new Promise<never>((_resolve, reject) => {
    const leave = () => reject(signal.reason as Error)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    forget = () => signal.removeEventListener('abort', leave)
  })
  return { promise, forget }
}
