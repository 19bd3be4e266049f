import { seedComputers } from '../lab/seed.ts'
import { partitionBytes } from '../test/lab/helpers.ts'
import { ClientPage } from './pages/client.ts'
import { CreateImagePage } from './pages/create-image.ts'
import { DeployPage } from './pages/deploy.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage } from './pages/work.ts'
import type { Desk } from './support/desk.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/test.ts'

/** Twelve computers like the model, but for the disk of the last. */
const computers = seedComputers(13).map((computer) => ({
  ...computer,
  layout: 0,
  state: 'og-live' as const,
  ...(computer.name === 'pc12' && { diskSizeMiB: 4 })
}))
test.use({ deskOptions: { lab: { computers } } })

/** `modelo`'s Linux as the image `image-test`. */
async function createImage({ page }: Desk): Promise<void> {
  const groups = new GroupsPage(page)
  await groups.chooseUnit('Aula Demo')
  await groups.openComputer('modelo')
  await new ClientPage(page).command('Crear imagen')
  await new CreateImagePage(page).create('image-test')
  await expect(new ImagesPage(page).row('image-test')).toContainText('Creada con éxito')
}

/** Minutes without news after which a deployment is given up: the shortest there is. */
async function shortDeadline({ page }: Desk): Promise<void> {
  await new Shell(page).goTo('Ajustes')
  const field = page.getByRole('textbox', { name: 'Plazo (min) de Desplegar imagen' })
  await field.fill('1')
  await field.press('Enter')
}

test('a classroom is cloned: who cannot take part is named, who fails or dies is tried again, and the disks are the model', async ({
  desk
}) => {
  // Who dies is given up a minute later.
  test.slow()
  const { page, lab } = desk
  await shortDeadline(desk)
  await new Shell(page).goTo('Grupos')
  await createImage(desk)
  await lab.computer('pc3').setState('off')
  await lab.computer('pc5').setFault({ kind: 'die-half-way' })
  await lab.computer('pc7').setFault({ kind: 'fail', der: '014-Error al escribir en el destino' })

  await page.getByRole('link', { name: 'image-test', exact: true }).click()
  await page.getByRole('button', { name: 'Desplegar imagen' }).click()
  const deploy = new DeployPage(page)
  await page.getByRole('combobox', { name: 'Aula o grupo' }).fill('Aula Demo')
  await page.getByRole('option', { name: 'Aula Demo' }).first().click()
  await expect(deploy.groups).toHaveCount(2)
  await expect(deploy.groups.nth(1)).toContainText('pc12')
  await expect(deploy.groups.nth(1)).toContainText('Demasiado pequeña')
  await expect(deploy.partition(deploy.groups.first(), 1, 2)).toBeChecked()
  await expect(deploy.checks).toContainText('pc3 está apagado')
  // The model would get its own bytes: that is asked for, or not done.
  await expect(deploy.model).toContainText('modelo se queda fuera: la imagen se hizo de su partición 2')
  await deploy.restoreModel.check()
  await expect(deploy.model).toContainText('modelo volverá a como estaba')
  await expect(deploy.run(11)).toBeDisabled()
  await deploy.restoreModel.uncheck()
  await expect(deploy.summary).toContainText('Se borrará la partición 2 del disco 1 en 10 equipos')
  await look(desk, 'light', 'deploy')
  await expect(deploy.run(10)).toBeDisabled()
  await deploy.understood.check()
  await deploy.run(10).click()

  await expect(deploy.outcome).toContainText('Desplegada en 8 de 10 equipos; 1 falló: pc7; quedan 1')
  const model = await partitionBytes(lab.computer('modelo'), 2)
  const isModel = async (name: string) => (await partitionBytes(lab.computer(name), 2)).equals(model)
  for (const name of ['pc1', 'pc2', 'pc4', 'pc6', 'pc8', 'pc9', 'pc10', 'pc11'])
    expect(await isModel(name)).toBe(true)
  await expect(deploy.outcome).toHaveText(
    'Desplegada en 8 de 10 equipos; 1 no respondió: pc5; 1 falló: pc7',
    { timeout: 120_000 }
  )
  // Who has seen it end is not told of it once more.
  await expect(page.getByRole('button', { name: 'Ver orden' })).toBeHidden()
  await look(desk, 'light', 'deploy-outcome')
  for (const name of ['pc3', 'pc5', 'pc7']) expect(await isModel(name)).toBe(false)

  for (const name of ['pc5', 'pc7']) await lab.computer(name).setFault(null)
  await lab.computer('pc5').announce()
  await page.getByRole('button', { name: 'Reintentar los fallidos (2)' }).click()
  await expect(deploy.outcome).toHaveText('Desplegada en 2 de 2 equipos')
  for (const name of ['pc5', 'pc7']) expect(await isModel(name)).toBe(true)
  expect(await isModel('pc3')).toBe(false)

  await new Shell(page).goTo('Grupos')
  await new GroupsPage(page).chooseUnit('Aula Demo')
  await expect(page.getByTestId('unit-versions')).toContainText('image-test: 11 equipos')
  await look(desk, 'light', 'deploy-versions')
  await expect(new GroupsPage(page).row('pc5')).toContainText(/image-test\s*actual · [0-9a-f]{8}/)
})
