import { createServer, request as httpsRequest } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { onTestFinished } from 'vitest'
import { generate } from 'selfsigned'
import { startLab } from '../../lab/lab.ts'
import type { Lab, LabComputer, LabComputerOptions, LabJob, LabOptions } from '../../lab/lab.ts'

/** The seed's call, word for word. */
export const SEED_CALL = {
  dsk: '1',
  par: '2',
  cpt: '83',
  idi: '01936caf-facb-72ad-9446-97e7dbf2b96a',
  nci: 'image-test',
  ipr: '192.168.68.55',
  nfn: 'CrearImagen',
  ids: '0'
}
export const AGENT_WEBHOOK = '/opengnsys/rest/clients/status/webhook'
export const REPOSITORY_WEBHOOK = '/og-repository/webhook'
export const TORRENT_SUM = '/ogrepository/v1/images/torrentsum'

interface Heard {
  path: string
  body: Record<string, unknown>
  contentType: string | undefined
  from: string | undefined
}

/** A console that takes every webhook and remembers it. */
export interface FakeConsole {
  url: string
  heard: Heard[]
  /** What is answered; changed by tests. */
  reply: { status: number; body: string; silent?: boolean }
  /** Called for each webhook before it is answered. */
  onHeard: (webhook: Heard) => void
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogdesk-lab-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function fakeConsole(): Promise<FakeConsole> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'console' }], { keyType: 'ec' })
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const heard = {
        path: request.url ?? '',
        body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
        contentType: request.headers['content-type'],
        from: request.socket.remoteAddress
      }
      self.heard.push(heard)
      self.onHeard(heard)
      if (self.reply.silent) return
      response.writeHead(self.reply.status, { 'content-type': 'application/json' })
      response.end(self.reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const self: FakeConsole = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: [],
    reply: { status: 200, body: '{"ok":true}' },
    onHeard: () => {}
  }
  return self
}

/** A lab and its console, both gone when the test ends. */
export async function testLab(
  options: Partial<LabOptions> = {}
): Promise<{ lab: Lab; console: FakeConsole }> {
  const console = await fakeConsole()
  const directory = options.directory ?? (await temporaryFolder())
  const lab = await startLab({ consoleUrl: console.url, ...options, directory })
  onTestFinished(() => lab.stop())
  return { lab, console }
}

export interface Reply {
  status: number
  httpVersion: string
  headers: Record<string, string | string[] | undefined>
  text: string
  json: unknown
}

export interface CallOptions {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

/** One HTTPS request with node's own client, certificates not verified. Rejects as node does. */
export function call(
  target: { host: string; port: number },
  path: string,
  { method, body, headers }: CallOptions = {}
): Promise<Reply> {
  const payload =
    body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const request = httpsRequest({
      host: target.host,
      port: target.port,
      path,
      method: method ?? (payload ? 'POST' : 'GET'),
      headers: { ...(payload && { 'content-length': String(payload.length) }), ...headers },
      agent: false,
      rejectUnauthorized: false
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const { statusCode: status = 0, httpVersion, headers: received } = response
        resolve({ status, httpVersion, headers: received, text, json: parse(text) })
      })
    })
    request.end(payload)
  })
}

/** Writes bytes over TLS and returns every byte that comes back until the other side closes. */
export function rawExchange(target: { host: string; port: number }, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target, rejectUnauthorized: false }, () => socket.write(bytes))
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => {
      socket.end()
      resolve(Buffer.concat(chunks).toString())
    })
  })
}

/** Where something listens, without the rest of it, so that node does not take it for socket options. */
export function at({ host, port }: { host: string; port: number }): { host: string; port: number } {
  return { host, port }
}

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** The job_id of a reply. */
export function jobId(reply: Reply): string {
  return (reply.json as { job_id: string }).job_id
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Calls a function of a computer's cloning engine and resolves with its job once that is over. */
export async function runJob(
  computer: LabComputer,
  name: string,
  parameters: Record<string, string> = {}
): Promise<LabJob> {
  const body = { ...parameters, nfn: name, ids: '0' }
  const id = jobId(await call(computer, `/CloningEngine/${name}`, { body }))
  return computer.waitForJob((job) => job.id === id)
}

/** The body of a job's result. */
export function resultOf(job: LabJob): Record<string, unknown> {
  return job.webhooks.find(({ what }) => what === 'result')?.body ?? {}
}

/** A partition of a computer, as the lab describes it. */
export function partitionOf(computer: LabComputer, number: number) {
  const found = computer.describe().disks[0]?.partitions.find(({ partition }) => partition === number)
  if (found === undefined) throw new Error(`${computer.name} has no partition ${number}`)
  return found
}

/** Bytes of a computer's disk, read on their own. */
export async function diskBytes(computer: LabComputer, offset: number, length: number): Promise<Buffer> {
  const handle = await open(computer.diskFile)
  try {
    const bytes = Buffer.alloc(length)
    await handle.read(bytes, 0, length, offset)
    return bytes
  } finally {
    await handle.close()
  }
}

/** The bytes of a partition. */
export function partitionBytes(computer: LabComputer, number: number): Promise<Buffer> {
  const { fileOffset, fileBytes } = partitionOf(computer, number)
  return diskBytes(computer, fileOffset, fileBytes)
}

/** Computers of one name each, all in ogLive; what else they have is the same for all. */
export function machines(names: string[], options: Partial<LabComputerOptions> = {}): LabComputerOptions[] {
  return names.map((name, index) => ({
    name,
    ip: `192.168.${2 + (index >> 7)}.${2 + (index & 127)}`,
    mac: `08:00:27:00:${hexByte(index >> 8)}:${hexByte(index & 255)}`,
    state: 'og-live',
    ...options
  }))
}

const hexByte = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0')
