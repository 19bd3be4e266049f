/** What Electron and the operating system tell of the running program. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Desk } from './desk.ts'

/** Waits until the console has logged that it refused something at this address. */
export async function refused(desk: Desk, what: string, address: string): Promise<void> {
  const line = () => desk.host.log.find((text) => text.includes(`"${what}"`) && text.includes(address))
  await expect.poll(line).toContain('"refused"')
}

/** The preferences of our page as they are in force, and not as they were asked for. */
export function contentsPreferences(desk: Desk): Promise<Record<string, unknown>> {
  return desk.electron.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents().find((one) => one.getType() === 'window')
    // Electron does not declare it, but has it for this.
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })
}

/** The worlds of JavaScript beside the page's own, by name. */
export async function isolatedWorlds({ page }: Desk): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  const names = new Set<string>()
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    const { type } = context.auxData as { type: string }
    if (type === 'isolated' && !context.name.startsWith('__playwright')) names.add(context.name)
  })
  // Tells of every world that there is before it answers.
  await devtools.send('Runtime.enable')
  await devtools.detach()
  return [...names]
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A process and all that it has started, and they: their numbers. Linux only. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1])] as const)
  const all = [pid]
  for (const known of all)
    all.push(...parents.filter(([, parent]) => parent === known).map(([child]) => child))
  return all
}

/** What a process was started with, as everybody on the computer can read it, and its environment. */
function toldOf(pid: number): { command: string; environment: string } {
  const text = (name: string) => read(`/proc/${pid}/${name}`).replaceAll('\0', ' ')
  return { command: text('cmdline'), environment: text('environ') }
}

/** What everybody on the computer can read of the console's processes, of the window or headless. */
export function toldOfProcesses({ host }: Desk): { command: string; environment: string }[] {
  const child = host.electron?.process() ?? host.console?.child
  return family(child!.pid!).map(toldOf)
}

/** The command lines of the console's processes. */
export const ourProcesses = (desk: Desk): string[] => toldOfProcesses(desk).map(({ command }) => command)
