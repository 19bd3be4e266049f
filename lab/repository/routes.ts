import { statfs } from 'node:fs/promises'
import { DECISIONS } from '../decisions.ts'
import type { JobSpec } from '../jobs/desk.ts'
import type { ReceivedRequest } from '../types.ts'
import type { ImageStore } from './store.ts'

/** What a route answers; a job begins when the reply has left (before it, with the fault `early`). */
export interface RouteReply {
  status: number
  body: unknown
  run?: () => Promise<void>
}

/** What the routes may use of their repository. */
export interface RouteHost {
  store: ImageStore
  prepareTorrentSum: (name: string, body: Record<string, unknown>) => JobSpec
  take: (spec: JobSpec) => { run: () => Promise<void> }
  wakeOnLan: (packet: { broadcast_ip: string; mac: string }) => void
}

/** An error that the repository answers with a 4xx status and `{"error"}` [D]. */
class RouteError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

type Handler = (request: ReceivedRequest, host: RouteHost, part: string) => Promise<RouteReply>

/** Every route of protocol.md section 3, below the base. `*` stands for the fullsum. */
const ROUTES: Record<string, Handler> = {
  'GET /status': status,
  'GET /images': async (_request, { store }) => ({ status: 200, body: await store.list() }),
  'POST /images/torrentsum': torrentSum,
  'GET /images/*': async (_request, { store }, fullsum) => ({
    status: 200,
    body: await found(store, fullsum)
  }),
  'DELETE /images/*': removeImage,
  'GET /trash': async (_request, { store }) => ({ status: 200, body: await store.list('trash') }),
  'POST /trash/*/restore': restoreImage,
  'POST /wol': wakeOnLan
}

/** Whether a request would start a job. */
export function startsJob({ method, path }: ReceivedRequest): boolean {
  return `${method} ${path}` === `POST ${DECISIONS.repository.base}/images/torrentsum`
}

/** Answers a request; errors become a 4xx with `{"error"}`. */
export async function route(request: ReceivedRequest, host: RouteHost): Promise<RouteReply> {
  try {
    const { base } = DECISIONS.repository
    const path = request.path.startsWith(`${base}/`) ? request.path.slice(base.length) : null
    if (path === null) throw new RouteError(404, `there is nothing at ${request.path}`)
    const exact = ROUTES[`${request.method} ${path}`]
    if (exact) return await exact(request, host, '')
    const [, folder = '', part = '', ...rest] = path.split('/')
    const handler = ROUTES[[`${request.method} /${folder}/*`, ...rest].join('/')]
    if (!handler || part === '')
      throw new RouteError(404, `there is nothing at ${request.method} ${request.path}`)
    return await handler(request, host, part)
  } catch (error) {
    if (error instanceof RouteError) return { status: error.status, body: { error: error.message } }
    return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}

async function status(_request: ReceivedRequest, { store }: RouteHost): Promise<RouteReply> {
  const { blocks, bavail, bsize } = await statfs(store.images)
  const images = (await store.list()).length
  return {
    status: 200,
    body: { status: 'ok', images, disk: { total: blocks * bsize, free: bavail * bsize } }
  }
}

async function torrentSum({ json }: ReceivedRequest, host: RouteHost): Promise<RouteReply> {
  const body = objectBody(json)
  const name = text(body, 'image')
  if (host.store.imagePath(name) === null)
    throw new RouteError(400, `"${name}" is not the name of an image file`)
  if (!(await host.store.exists(name))) throw new RouteError(404, `image "${name}" not found`)
  const spec = host.prepareTorrentSum(name, body)
  return { status: 200, body: { job_id: spec.id }, run: host.take(spec).run }
}

async function removeImage(
  { query }: ReceivedRequest,
  { store }: RouteHost,
  fullsum: string
): Promise<RouteReply> {
  const method = query['method']
  if (method !== 'trash' && method !== 'permanent')
    throw new RouteError(400, 'method must be trash or permanent')
  const image = await found(store, fullsum)
  await (method === 'trash' ? store.move(image, 'trash') : store.remove(image))
  return { status: 200, body: image }
}

async function restoreImage(
  _request: ReceivedRequest,
  { store }: RouteHost,
  fullsum: string
): Promise<RouteReply> {
  const image = await store.find(fullsum, 'trash')
  if (!image) throw new RouteError(404, `no image with fullsum ${fullsum} in the trash`)
  if (await store.exists(image.name))
    throw new RouteError(409, `there is an image called ${image.name} already`)
  await store.move(image, 'images')
  return { status: 200, body: image }
}

async function wakeOnLan({ json }: ReceivedRequest, host: RouteHost): Promise<RouteReply> {
  const body = objectBody(json)
  host.wakeOnLan({ broadcast_ip: text(body, 'broadcast_ip'), mac: text(body, 'mac') })
  return { status: 200, body: { success: true } }
}

async function found(store: ImageStore, fullsum: string) {
  const image = await store.find(fullsum)
  if (!image) throw new RouteError(404, `no image with fullsum ${fullsum}`)
  return image
}

function objectBody(json: unknown): Record<string, unknown> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json))
    return json as Record<string, unknown>
  throw new RouteError(400, 'the body is not a JSON object')
}

function text(body: Record<string, unknown>, field: string): string {
  const value = body[field]
  if (typeof value === 'string' && value !== '') return value
  throw new RouteError(400, `"${field}" is missing or is not a string`)
}
