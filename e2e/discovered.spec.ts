/** Agents keep the inventory true: who is new is adopted, and what has changed on a disk is seen and remembered. */
import { ClientPage } from './pages/client.ts'
import { DiscoveredPage } from './pages/discovered.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

const FIRST = '08:00:27:5E:00:00'
const SECOND = '08:00:27:5E:00:01'

test.describe('with computers that nobody knows', () => {
  test.use({ deskOptions: { lab: { strangers: 2, announcePauseMs: 250 } } })

  test('they report in, are adopted with the names that come next, and are there with their state', async ({
    desk
  }) => {
    const { page } = desk
    const shell = new Shell(page)
    const discovered = new DiscoveredPage(page)
    await expect(discovered.badge).toContainText('2')
    await shell.goTo('Descubiertos')
    await expect(discovered.row(FIRST)).toContainText('ogLive')
    await look(desk, 'light', 'discovered')
    await discovered.pick(FIRST)
    await discovered.pick(SECOND)
    await page.getByRole('button', { name: 'Adoptar 2…' }).click()
    await expect(discovered.dialog.getByRole('combobox', { name: 'Aula' })).toHaveValue(/Aula Demo/)
    await expect(discovered.name(FIRST)).toHaveValue('pc2')
    await expect(discovered.name(SECOND)).toHaveValue('pc3')

    await discovered.name(SECOND).fill('pc1')
    await expect(discovered.dialog.getByText(/ya hay un equipo que se llama pc1/)).toBeVisible()
    await expect(discovered.dialog.getByRole('button', { name: 'Adoptar', exact: true })).toBeDisabled()
    await look(desk, 'light', 'discovered-adopt')
    await discovered.name(SECOND).fill('profesor')
    await discovered.adopt()

    await expect(shell.notice('success')).toContainText('2 equipos están ahora en Aula Demo')
    await expect(discovered.badge).toBeHidden()
    await expect(page.getByText('No hay equipos por adoptar')).toBeVisible()
    await look(desk, 'light', 'discovered-empty')
    await shell.goTo('Grupos')
    await new GroupsPage(page).chooseUnit('Aula Demo')
    await expect(new GroupsPage(page).row('pc2')).toContainText('ogLive')
    await new GroupsPage(page).openComputer('profesor')
    await expect(new ClientPage(page).fact('ogAgent')).toContainText('1.4.5')
    await expect(new ClientPage(page).fact('Sistema')).toContainText('ogLive noble')
  })
})

test('who sits at a computer is seen, and a disk that was made anew is seen and remembered', async ({
  desk
}) => {
  const { page } = desk
  const client = new ClientPage(page)
  const modelo = desk.lab.computer('modelo')
  await useTheme(desk, 'dark')
  await new Shell(page).goTo('Grupos')
  await new GroupsPage(page).openComputer('modelo')
  await expect(client.partition(1, 2)).toContainText('Ubuntu')
  await modelo.setLayout(2)
  await page.getByRole('button', { name: 'Actualizar', exact: true }).click()

  await expect(client.partition(1, 3)).toContainText('Windows 11')
  const history = page.getByTestId('partition-history')
  await expect(history).toContainText('Partición 3: nueva (Windows 11 Pro 64 bits, 500 GB)')
  await expect(history).toContainText('Primera tabla que se conoce')
  await history
    .getByRole('button', { name: /^Tabla de particiones del/ })
    .last()
    .click()
  await expect(history.getByRole('row', { name: /^1 2 / })).toContainText('Ubuntu')
  await look(desk, 'dark', 'client-history')

  await modelo.setState('linux')
  await modelo.announce()
  await modelo.setState('linux-session', 'profesora')
  await expect(client.fact('Sesión')).toContainText('profesora, desde')
})
