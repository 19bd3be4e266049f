/** Secrets stay where they belong: what the console is told to keep, and what it keeps from everybody. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CommandsPage } from './pages/commands.ts'
import { GroupsPage } from './pages/groups.ts'
import { savedBy } from './pages/imports.ts'
import { Shell } from './pages/shell.ts'
import type { Desk } from './support/desk.ts'
import { toldOfProcesses } from './support/electron-inside.ts'
import { expect, test } from './support/test.ts'

const computer = { name: 'pc1', ip: '192.168.2.11', mac: '08:00:27:00:00:01', announce: true }
test.use({
  deskOptions: { lab: { announcePauseMs: 250, computers: [{ ...computer, state: 'windows' }] } }
})

/** The files of the data directory, but those of Chromium's, that hold one of these texts. */
function filesWith(desk: Desk, texts: readonly string[]): string[] {
  return readdirSync(desk.dataDirectory, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(desk.dataDirectory, name)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false
    const content = readFileSync(path, 'latin1')
    return texts.some((text) => content.includes(text))
  })
}

/** What the clipboard of the host has. */
const clipboard = ({ host, page }: Desk): Promise<string> =>
  host.electron
    ? host.electron.evaluate(({ clipboard }) => clipboard.readText())
    : page.evaluate(() => navigator.clipboard.readText())

test("an agent's secret and the site's token are used, and seen nowhere", async ({ desk, host }) => {
  const { page, lab } = desk
  const groups = new GroupsPage(page)
  const commands = new CommandsPage(page)
  const secret = lab.computer('pc1').secret
  await groups.chooseUnit('Aula Demo')
  await expect(groups.row('pc1')).toContainText('Windows')

  await new Shell(page).goTo('Ajustes')
  const site = page.getByRole('region', { name: 'Token del centro' })
  await site.getByRole('button', { name: 'Generar un token' }).click()
  const token = (await page.getByTestId('site-token').innerText()).trim()
  expect(token).toMatch(/^[\w-]{43}$/)
  const exported = await savedBy(desk, host, () =>
    page.getByRole('button', { name: 'Exportar todo el inventario' }).click()
  )
  expect(exported).toContain('pc1')

  // What switches it off is called with the secret.
  await new Shell(page).goTo('Grupos')
  await groups.chooseUnit('Aula Demo')
  await commands.choose('Apagar')
  await commands.confirm('Apagar 1 equipo')
  await expect(commands.row('pc1')).toContainText('Finalizado con éxito')
  expect(lab.computer('pc1').state).toBe('off')

  await new Shell(page).goTo('Ajustes')
  await page.getByRole('button', { name: 'Copiar informe de diagnóstico' }).click()
  await expect.poll(() => clipboard(desk)).toContain('## Webhook server')

  const secrets = [secret, token]
  const processes = toldOfProcesses(desk)
  expect(processes.map(({ command }) => command).join('\n')).toContain(desk.dataDirectory)
  const open = [
    JSON.stringify(processes),
    desk.host.log.join('\n'),
    exported,
    page.url(),
    await clipboard(desk)
  ]
  for (const text of open) for (const one of secrets) expect(text).not.toContain(one)
  expect(filesWith(desk, ['192.168.2.11'])).not.toEqual([])
  expect(filesWith(desk, secrets)).toEqual([])
  // What is kept as it is can be read by its owner only.
  const own = ['webhook-certificate.pem', ...filesWith(desk, ['PRIVATE KEY'])]
  for (const name of own) expect(statSync(join(desk.dataDirectory, name)).mode & 0o077).toBe(0)
})
