import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BackupsPage } from './pages/backups.ts'
import { EditPage } from './pages/edit.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { expect, test } from './support/test.ts'

test('a restore says what it changes, and brings back what was removed', async ({ desk }) => {
  const shell = new Shell(desk.page)
  const backups = new BackupsPage(desk.page)
  await backups.open()
  await backups.create.click()
  await expect(shell.notice('success')).toContainText('se ha guardado y comprobado')
  const made = backups.rows.filter({ hasText: 'Hecha a mano' })
  await expect(made).toContainText('Buena')

  await shell.goTo('Grupos')
  const edit = new EditPage(desk.page)
  await edit.unit('Aula Demo').focus()
  await desk.page.keyboard.press('Delete')
  await edit.finish('Eliminar')
  await expect(edit.unit('Aula Demo')).toHaveCount(0)

  await backups.open()
  await made.getByRole('button', { name: /^Restaurar la copia/ }).click()
  await expect(backups.kind('Unidades organizativas')).toContainText(/Vuelve: 1\s*Aula Demo/)
  await expect(backups.kind('Equipos')).toContainText(/Vuelven: 2\s*modelo.*pc1/s)
  await backups.restore()
  await expect(backups.rows.filter({ hasText: 'Antes de restaurar' })).toHaveCount(1)
  await shell.goTo('Grupos')
  await edit.unit('Aula Demo').click()
  await expect(edit.computer('pc1')).toContainText('192.168.2.3')
})

test('a damaged database is set aside, and the last good backup brings everything back', async ({ desk }) => {
  await new BackupsPage(desk.page).open()
  await new BackupsPage(desk.page).create.click()
  await expect(new Shell(desk.page).notice('success')).toBeVisible()
  await desk.quit()

  const file = join(desk.dataDirectory, 'ogdesk.sqlite')
  const bytes = readFileSync(file)
  // In the root of the schema, right behind the header.
  bytes[100]! ^= 0xff
  writeFileSync(file, bytes)

  await desk.start()
  const backups = new BackupsPage(desk.page)
  await expect(backups.recoveryBanner).toBeVisible()
  await expect(backups.recoveryDialog).toContainText('Apartada en')
  const [aside] = readdirSync(join(desk.dataDirectory, 'damaged'))
  expect(readFileSync(join(desk.dataDirectory, 'damaged', aside!)).equals(bytes)).toBe(true)
  await backups.recoveryDialog.getByRole('button', { name: 'Restaurar esa copia…' }).click()
  await expect(backups.kind('Equipos')).toContainText('modelo')
  await backups.restore()
  await expect(backups.recoveryBanner).toBeHidden()
  await expect(new GroupsPage(desk.page).unit('Aula Demo')).toBeVisible()
  expect(existsSync(join(desk.dataDirectory, 'damaged', aside!))).toBe(true)
})
