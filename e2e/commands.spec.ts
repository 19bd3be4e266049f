/** Commands for a classroom: who takes part is seen before, each computer's outcome after; some wait for their time. */
import { CommandsPage } from './pages/commands.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { look, useTheme } from './support/look.ts'
import { expect, test } from './support/test.ts'

const computer = (number: number, rest: object) => ({
  name: `pc${number}`,
  ip: `192.168.2.${10 + number}`,
  mac: `08:00:27:00:00:0${number}`,
  announce: true,
  ...rest
})
test.use({
  deskOptions: {
    lab: {
      announcePauseMs: 250,
      computers: [
        computer(1, { state: 'og-live' }),
        computer(2, { state: 'windows-session' }),
        computer(3, { state: 'linux', announce: false }),
        computer(4, { state: 'off' })
      ]
    }
  }
})

test('a classroom is switched off: who is left out and who sits there is seen before', async ({ desk }) => {
  const { page, lab } = desk
  const commands = new CommandsPage(page)
  const groups = new GroupsPage(page)
  await groups.chooseUnit('Aula Demo')
  await expect(groups.row('pc2')).toContainText('Windows, con sesión')

  await commands.choose('Apagar')
  await expect(page.getByRole('dialog', { name: 'Apagar 4 equipos de Aula Demo' })).toBeVisible()
  await expect(commands.targets).toContainText('Se quedan fuera (2)')
  await expect(commands.targets).toContainText('pc4 está apagado')
  await expect(commands.targets).toContainText('aún no ha entregado el secreto')
  await expect(commands.targets).toContainText('tiene una sesión abierta en pc2')
  await expect(commands.dialog.getByText('Preguntando a los equipos')).toBeHidden()
  await look(desk, 'light', 'command-dialog')
  await commands.confirm('Apagar 2 equipos')

  await expect(page.getByRole('heading', { level: 1, name: 'Apagar: 2 equipos de Aula Demo' })).toBeVisible()
  await expect(commands.row('pc2')).toContainText('Finalizado con éxito')
  await expect(commands.outcome).toContainText('2 de 2')
  await look(desk, 'light', 'batch')
  expect(lab.computer('pc1').state).toBe('off')
  expect(lab.computer('pc2').state).toBe('off')

  await new Shell(page).goTo('Auditoría')
  const noted = page.getByRole('row').filter({ hasText: 'Dar una orden: Apagar' })
  await expect(noted.getByRole('cell', { name: '2 equipos', exact: true })).toBeVisible()
  await expect(noted.getByRole('img', { name: 'Peligrosa' })).toBeVisible()
})

test('an order waits for its time, and is changed and cancelled in the queue', async ({ desk }) => {
  const { page } = desk
  const commands = new CommandsPage(page)
  const groups = new GroupsPage(page)
  const shell = new Shell(page)
  await useTheme(desk, 'dark')
  await shell.goTo('Grupos')
  await groups.chooseUnit('Aula Demo')
  await expect(groups.row('pc2')).toContainText('Windows, con sesión')

  await commands.choose('Reiniciar')
  await commands.dialog.getByRole('radio', { name: 'A una hora' }).check()
  await commands.dialog.getByLabel('Fecha').fill('2001-01-01')
  await expect(commands.dialog.getByRole('alert')).toContainText('que no hayan pasado')
  await commands.dialog.getByLabel('Fecha').fill('2098-12-31')
  await expect(commands.targets).toContainText('Participan (4)')
  await look(desk, 'dark', 'command-dialog')
  await commands.confirm('Programar para 4 equipos')
  await expect(commands.row('pc1')).toContainText('Espera su hora')

  await shell.goTo('Órdenes')
  await expect(commands.section('En espera')).toContainText('31/12/2098')
  await look(desk, 'dark', 'batches')
  await page.getByRole('button', { name: 'Cambiar la hora' }).click()
  await commands.dialog.getByLabel('Fecha').fill('2097-06-15')
  await commands.dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(commands.section('En espera')).toContainText('15/06/2097')

  await page.getByRole('button', { name: 'Cancelar la orden' }).click()
  await commands.dialog.getByRole('button', { name: 'Cancelar la orden' }).click()
  await expect(commands.section('Terminadas')).toContainText('Cancelada')
})

test('a message reaches who sits there, and what has failed is tried again', async ({ desk }) => {
  const { page, lab } = desk
  const commands = new CommandsPage(page)
  const groups = new GroupsPage(page)
  const shell = new Shell(page)
  await groups.chooseUnit('Aula Demo')
  await expect(groups.row('pc2')).toContainText('Windows, con sesión')

  await commands.choose('Enviar mensaje')
  await expect(commands.dialog.getByLabel('Título')).toBeFocused()
  await commands.dialog.getByLabel('Título').fill('Aviso')
  await commands.dialog.getByLabel('Mensaje').fill('El aula se cierra a las 20:00.')
  await expect(commands.dialog.getByTestId('message-preview')).toContainText('Aviso')
  await commands.confirm('Enviar el mensaje a 1 equipo')
  await expect(commands.outcome).toContainText('1 de 1')

  await lab.computer('pc1').setFault({ kind: 'fail', der: '002-disco no encontrado' })
  await shell.goTo('Grupos')
  await commands.choose('Actualizar')
  await commands.confirm('Actualizar 1 equipo')
  await expect(commands.outcome).toContainText('1 falló: pc1')
  await expect(commands.row('pc1')).toContainText('disco no encontrado')

  await lab.computer('pc1').setFault(null)
  await page.getByRole('button', { name: 'Reintentar los fallidos (1)' }).click()
  await expect(page.getByRole('link', { name: 'Orden 2' })).toBeVisible()
  await expect(commands.outcome).toContainText('1 de 1')
  await shell.openDrawer()
  await expect(shell.jobs('Últimas finalizadas')).toHaveCount(3)
  await expect(shell.jobs('Últimas finalizadas').first()).toContainText('Actualizar: 1 equipo')
})
