/** Computers from another tool, looked at and taken over; and the inventory taken along. */
import { AxeBuilder } from '@axe-core/playwright'
import { GroupsPage } from './pages/groups.ts'
import { ImportPage, savedBy } from './pages/imports.ts'
import { Shell } from './pages/shell.ts'
import { expect, test } from './support/test.ts'
import { chooseEntry } from './pages/menu.ts'

/** Two new computers of the lab's classroom, one that it has, one mistake, and one that claims another's address. */
const DHCPD = `# Aula Demo
subnet 192.168.2.0 netmask 255.255.255.0 { option routers 192.168.2.1; }
host pc11 { hardware ethernet 08:00:27:00:00:11; fixed-address 192.168.2.11; }
host pc12 { hardware ethernet 08:00:27:00:00:12; fixed-address 192.168.2.12; }
host pc13 { hardware ethernet 08:00:27:00:00:zz; fixed-address 192.168.2.13; }
host pc14 { hardware ethernet 08:00:27:00:00:14; fixed-address 192.168.2.12; }
host profesor { hardware ethernet 08:00:27:4F:BE:38; fixed-address 192.168.2.2; }
`

test('a dhcpd.conf: looked at row by row, picked, and taken over', async ({ desk }) => {
  const { page } = desk
  const groups = new GroupsPage(page)
  const imports = new ImportPage(page)
  await groups.chooseUnit('Aula Demo')
  await imports.open()
  await imports.paste(DHCPD)

  await expect(imports.only('new')).toHaveText(/Nuevos 1/)
  await expect(imports.only('changed')).toHaveText(/Cambian 1/)
  await expect(imports.only('error')).toHaveText(/Errores 3/)
  await imports.row('pc13').click()
  await expect(imports.details).toContainText('Línea 5')
  await expect(imports.details).toContainText('no es una dirección MAC')
  await expect(imports.row(/pc14.*pc12/s)).toContainText('en la línea 4')
  await imports.row('profesor').click()
  await expect(imports.details).toContainText('modelo')
  await expect(imports.details).toContainText('Reconocido por su MAC')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  // By the keyboard: the one that changes is left out.
  await imports.row('profesor').focus()
  await page.keyboard.press('Space')
  await expect(imports.apply).toHaveText(/Importar 1 equipo/)
  await imports.apply.click()
  await expect(page.getByRole('heading', { name: 'Importación terminada' })).toBeVisible()
  await page.getByRole('link', { name: 'Ver Aula Demo' }).click()
  await expect(groups.row('pc11')).toContainText('192.168.2.11')
  await expect(groups.row('modelo')).toBeVisible()
  await expect(groups.row('profesor')).toHaveCount(0)
})

test('what is exported is unchanged when it is imported again; mistakes lose nothing', async ({
  desk,
  host
}) => {
  const { page } = desk
  const groups = new GroupsPage(page)
  const imports = new ImportPage(page)
  await groups.chooseUnit('Aula Demo')
  const csv = await savedBy(desk, host, async () => {
    await page.getByRole('button', { name: 'Exportar los equipos de Aula Demo' }).click()
    await chooseEntry(page, 'Hoja de cálculo')
  })
  expect(csv).toContain('modelo;08:00:27:4F:BE:38;192.168.2.2;Centro Demo;Aula Demo')

  await imports.open()
  await imports.chooseFile('aula-demo.csv', csv)
  await expect(imports.only('new')).toHaveText(/Nuevos 0/)
  await expect(imports.only('changed')).toHaveText(/Cambian 0/)
  await expect(imports.only('error')).toHaveText(/Errores 0/)
  await expect(imports.apply).toBeDisabled()

  await page.getByRole('button', { name: 'Empezar de nuevo' }).click()
  await imports.paste('host roto { hardware ethernet 08:00:27; }')
  await expect(imports.only('error')).toHaveText(/Errores 1/)
  await page.getByRole('button', { name: 'Empezar de nuevo' }).click()
  await expect(page.getByLabel('O pegue el texto')).toHaveValue('host roto { hardware ethernet 08:00:27; }')

  await new Shell(page).goTo('Ajustes')
  const document = await savedBy(desk, host, () =>
    page.getByRole('button', { name: 'Exportar todo el inventario' }).click()
  )
  expect(JSON.parse(document)).toMatchObject({ format: 'ogdesk-inventory', version: 2 })
})
