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

test('a classroom is cloned: who cannot take part is named, who fails is tried again, and the disks are the model', async ({
  desk
}) => {
  const { page, lab } = desk
  await createImage(desk)
  await lab.computer('pc3').setState('off')
  await lab.computer('pc5').setFault({ kind: 'fail', der: '014-Error al escribir en el destino' })

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
  await expect(deploy.summary).toContainText('Se borrará la partición 2 del disco 1 en 11 equipos')
  await look(desk, 'light', 'deploy')
  await expect(deploy.run(11)).toBeDisabled()
  await deploy.understood.check()
  await deploy.run(11).click()

  await expect(deploy.outcome).toContainText('pc5')
  await look(desk, 'light', 'deploy-outcome')
  await lab.computer('pc5').setFault(null)
  await page.getByRole('button', { name: 'Reintentar los fallidos (1)' }).click()
  await expect(new Shell(page).heading(/./)).toBeVisible()
  const model = await partitionBytes(lab.computer('modelo'), 2)
  for (const name of ['pc1', 'pc2', 'pc4', 'pc5', 'pc11']) {
    await expect
      .poll(async () => (await partitionBytes(lab.computer(name), 2)).equals(model), { timeout: 20_000 })
      .toBe(true)
  }
  expect((await partitionBytes(lab.computer('pc3'), 2)).equals(model)).toBe(false)

  await page.goBack()
  await new Shell(page).goTo('Grupos')
  await new GroupsPage(page).chooseUnit('Aula Demo')
  await expect(page.getByTestId('unit-versions')).toContainText('image-test: 11 equipos')
  await look(desk, 'light', 'deploy-versions')
  await expect(new GroupsPage(page).row('pc5')).toContainText(/image-test\s*actual · [0-9a-f]{8}/)
})
