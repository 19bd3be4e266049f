/** What both demonstrations stand on: a fresh folder, the lab, and a console that knows it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLab, type Lab } from '../../lab/lab.ts'
import { labInventory, labNetworkMap } from './classroom.ts'
import { startConsoleProcess, type ConsoleProcess } from './console-process.ts'

interface StageOptions {
  readonly computers: number
  readonly strangers?: number
  readonly duration: number
  /** Electron's program; without it the headless console is started. */
  readonly electron?: string
  /** Each line of the console's log. */
  readonly log?: (line: string) => void
}

export interface Stage {
  readonly directory: string
  readonly lab: Lab
  readonly console: ConsoleProcess
  /** Ends the console and the lab. */
  close(): Promise<void>
  removeDirectory(): void
}

export async function setStage({
  computers,
  strangers = 0,
  duration,
  electron,
  log
}: StageOptions): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-demo-'))
  const lab = await startLab({
    directory: join(directory, 'lab'),
    computers,
    strangers,
    jobDurationMs: duration
  })
  try {
    const description = lab.describe()
    const inventory = join(directory, 'inventory.json')
    writeFileSync(inventory, JSON.stringify(labInventory(description), null, 2))
    const console = await startConsoleProcess({
      ...(electron !== undefined && { electron }),
      ...(log !== undefined && { log }),
      args: [
        `--data-dir=${join(directory, 'data')}`,
        '--webhook-host=127.0.0.1',
        '--webhook-port=0',
        `--import=${inventory}`,
        ...labNetworkMap(description)
      ]
    })
    lab.setConsoleUrl(`https://127.0.0.1:${console.ready.webhook.port}`)
    return {
      directory,
      lab,
      console,
      async close() {
        await console.stop()
        await lab.stop()
      },
      removeDirectory: () => rmSync(directory, { recursive: true, force: true })
    }
  } catch (error) {
    await lab.stop()
    rmSync(directory, { recursive: true, force: true })
    throw error
  }
}
