/** A console with many computers in its inventory, whose agents are bare-agents.ts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:https'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connectToConsole, type ConsoleClient } from '../scripts/lib/console-client.ts'
import { startConsoleProcess } from '../scripts/lib/console-process.ts'
import type { Doing } from './bare-agents.ts'
import { inLoop, startBareLoop, type BareLoop } from './bare-loop.ts'
import { post } from './bare-post.ts'

const STARTED = '/opengnsys/rest/ogagent/started'
const SECRET = 'x'.repeat(32)

const ip = (index: number) => `10.1.${index >> 7}.${(index & 127) + 1}`
const mac = (index: number) => `02:00:00:00:0${index >> 8}:${(index & 255).toString(16).padStart(2, '0')}`

export interface Classroom {
  readonly api: ConsoleClient['api']
  readonly clientIds: readonly number[]
  /** The console's port for webhooks. */
  readonly webhookPort: number
  readonly bare: BareLoop
  /** Tells the agents what they do. */
  tell(doing: Doing): Promise<void>
  close(): Promise<void>
}

function inventoryOf(computers: number): object {
  const clients = Array.from({ length: computers }, (_, index) => ({
    name: `pc${index}`,
    mac: mac(index),
    ip: ip(index)
  }))
  const units = [{ type: 'classroom', name: 'Aula 1', clients }]
  return { format: 'ogdesk-inventory', version: 2, units }
}

/** Has every agent report in with a secret. */
async function meet(computers: number, port: number): Promise<void> {
  const agent = new Agent({ keepAlive: false, rejectUnauthorized: false })
  await inLoop(computers, (index) => {
    const said = { mac: mac(index), ip: ip(index), secret: SECRET, ostype: 'Linux', osversion: 'Debian' }
    return post({ port, path: STARTED, body: JSON.stringify(said), agent })
  })
  agent.destroy()
}

/** Starts it all. */
export async function startClassroom(computers: number): Promise<Classroom> {
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-bench-dispatch-'))
  const agents = spawn(process.execPath, [join(import.meta.dirname, 'bare-agents.ts'), String(computers)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const [line] = (await once(createInterface({ input: agents.stdout! }), 'line')) as [string]
  const { ports, ...certificate } = JSON.parse(line) as { ports: number[]; key: string; cert: string }
  const file = join(directory, 'inventory.json')
  writeFileSync(file, JSON.stringify(inventoryOf(computers)))
  const console = await startConsoleProcess({
    args: [
      `--data-dir=${join(directory, 'data')}`,
      '--webhook-host=127.0.0.1',
      '--webhook-port=0',
      `--import=${file}`,
      ...ports.map((port, index) => `--network-map=${ip(index)}:8000=127.0.0.1:${port}`)
    ]
  })
  const { api, close } = await connectToConsole(await console.signInUrl())
  const webhookPort = console.ready.webhook.port
  await meet(computers, webhookPort)
  const bare = await startBareLoop(ports, certificate, SECRET)
  return {
    api,
    clientIds: (await api.inventory.snapshot()).clients.map(({ id }) => id),
    webhookPort,
    bare,
    async tell(doing) {
      agents.send(doing)
      await once(agents, 'message')
    },
    async close() {
      bare.close()
      close()
      await console.stop()
      agents.kill('SIGTERM')
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
