/** A console on a folder of its own, with a classroom of its own, in the window or in a browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { InventoryDocument } from '#shared/contract/inputs.ts'
import { startLab, type Lab, type LabOptions } from '../../lab/lab.ts'
import { labInventory, labNetworkMap } from '../../scripts/lib/classroom.ts'
import type { ConsoleProcess } from '../../scripts/lib/console-process.ts'

export interface DeskOptions {
  /** Whether the console starts with the lab's inventory, or with one of its own. */
  readonly inventory: boolean | InventoryDocument
  /** Where the webhook server is to listen; without it, on a port that is free. */
  readonly webhookPort?: number
  /** Where the console keeps its data; without it, in a folder of its own. */
  readonly dataDirectory?: string
  /** What the console's environment has besides the test's own. */
  readonly env: Readonly<Record<string, string>>
  readonly lab: Omit<LabOptions, 'directory'>
}

/** A started console: what differs between the window and the browser. */
export interface RunningHost {
  readonly page: Page
  readonly electron?: ElectronApplication
  /** The URL that its page signed in with; headless only. */
  readonly url?: string
  /** Its process; headless only. */
  readonly console?: ConsoleProcess
  /** The lines of its log. */
  readonly log: readonly string[]
  /** As a user ends it. */
  close(): Promise<void>
  /** As a power cut ends it. */
  kill(): Promise<void>
}

export type HostStarter = (
  args: readonly string[],
  env: Readonly<Record<string, string>>
) => Promise<RunningHost>

export class Desk {
  readonly lab: Lab
  readonly dataDirectory: string
  readonly webhookPort: number
  /** What the page complained about; a test that provokes such a thing empties it. */
  readonly complaints: string[] = []
  readonly #directory: string
  readonly #args: readonly string[]
  readonly #env: DeskOptions['env']
  readonly #starter: HostStarter
  #host: RunningHost | undefined

  private constructor(
    directory: string,
    dataDirectory: string,
    lab: Lab,
    webhookPort: number,
    args: readonly string[],
    env: DeskOptions['env'],
    starter: HostStarter
  ) {
    this.#directory = directory
    this.#env = env
    this.dataDirectory = dataDirectory
    this.lab = lab
    this.webhookPort = webhookPort
    this.#args = [`--data-dir=${this.dataDirectory}`, '--webhook-host=127.0.0.1', ...args]
    this.#starter = starter
  }

  static async open(options: DeskOptions, starter: HostStarter): Promise<Desk> {
    const directory = mkdtempSync(join(tmpdir(), 'ogdesk-e2e-'))
    const { dataDirectory = join(directory, 'data') } = options
    mkdirSync(dataDirectory, { recursive: true })
    const lab = await startLab({ ...options.lab, directory: join(directory, 'lab') })
    const description = lab.describe()
    const inventory = join(directory, 'inventory.json')
    writeFileSync(
      inventory,
      JSON.stringify(typeof options.inventory === 'object' ? options.inventory : labInventory(description))
    )
    // A fixed port, as on a real site: after a restart the classroom calls the same one.
    const webhookPort = options.webhookPort ?? (await freePort())
    lab.setConsoleUrl(`https://127.0.0.1:${webhookPort}`)
    const args = [
      `--webhook-port=${webhookPort}`,
      ...labNetworkMap(description),
      ...(options.inventory ? [`--import=${inventory}`] : [])
    ]
    const desk = new Desk(directory, dataDirectory, lab, webhookPort, args, options.env, starter)
    await desk.start()
    return desk
  }

  get host(): RunningHost {
    if (!this.#host) throw new Error('the console is not running')
    return this.#host
  }

  get page(): Page {
    return this.host.page
  }

  get console(): ConsoleProcess {
    const { console } = this.host
    if (!console) throw new Error('this test is for the headless console only')
    return console
  }

  get electron(): ElectronApplication {
    const { electron } = this.host
    if (!electron) throw new Error('this test is for the Electron window only')
    return electron
  }

  /** Where the repository of the lab keeps a file. */
  repositoryFile(name: string): string {
    return join(this.lab.repository.imagesDirectory, name)
  }

  /** Starts the console, on what is in its folder. */
  async start(): Promise<void> {
    this.#host = await this.#starter(this.#args, this.#env)
    const { page } = this.#host
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    await page.getByRole('banner').waitFor()
  }

  async quit(): Promise<void> {
    const { host } = this
    this.#host = undefined
    await host.close()
  }

  async kill(): Promise<void> {
    const { host } = this
    this.#host = undefined
    await host.kill()
  }

  async dispose(): Promise<void> {
    if (this.#host) await this.kill()
    await this.lab.stop()
    rmSync(this.#directory, { recursive: true, force: true })
  }
}

/** A port of this computer that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
