/** Other ways to reach a peer: a tunnel, NAT, the lab. Addresses on the screen and on the wire stay the inventory's. */

interface Endpoint {
  readonly host: string
  readonly port: number
}

/** Says where a peer of the inventory is really reached. */
export interface NetworkMap {
  resolve(host: string, port: number): Endpoint
  /** Whether calls to some peer go to this host: its webhooks may then come from there. */
  leadsTo(host: string): boolean
}

function endpoint(text: string): Endpoint {
  const match = /^([^:=\s]+):(\d{1,5})$/.exec(text.trim())
  const port = Number(match?.[2])
  if (!match || port < 1 || port > 65535) throw new Error(`Not an address with a port: «${text}»`)
  return { host: match[1]!, port }
}

/**
 * Reads entries such as `192.168.2.2:8000=127.0.0.1:40001`.
 * @throws Error that names the entry which cannot be read.
 */
export function parseNetworkMap(entries: readonly string[]): NetworkMap {
  const routes = new Map<string, Endpoint>()
  for (const entry of entries) {
    const [from, to, ...rest] = entry.split('=')
    if (from === undefined || to === undefined || rest.length > 0) throw new Error(`Not FROM=TO: «${entry}»`)
    const { host, port } = endpoint(from)
    routes.set(`${host}:${port}`, endpoint(to))
  }
  return {
    resolve: (host, port) => routes.get(`${host}:${port}`) ?? { host, port },
    leadsTo: (host) => [...routes.values()].some((route) => route.host === host)
  }
}
