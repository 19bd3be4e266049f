/** A campus made by hand, edited, moved, removed, and taken back. */
import { ClientPage } from './pages/client.ts'
import { CreateImagePage } from './pages/create-image.ts'
import { EditPage } from './pages/edit.ts'
import { ImagesPage } from './pages/work.ts'
import { expect, test } from './support/test.ts'

test.describe('on an empty console', () => {
  test.use({ deskOptions: { inventory: false } })

  test('a centre, its classroom, a repository and computers are made by hand', async ({ desk }) => {
    const { page } = desk
    const edit = new EditPage(page)
    await page.getByRole('button', { name: 'Crear un centro a mano' }).click()
    await expect(edit.field('Nombre')).toBeFocused()
    await edit.button('Crear').click()
    await expect(edit.dialog).toContainText('Este dato es necesario.')
    await edit.write({ Nombre: 'Facultad' })
    await edit.finish('Crear')
    await edit.actByKey('Facultad', 'Nueva unidad aquí dentro')
    await edit.write({ Nombre: 'Aula 1', 'Patrón de nombres de sus equipos': 'aula1-pc%02d' })
    await expect(edit.dialog).toContainText('aula1-pc01, aula1-pc02')
    await edit.finish('Crear')
    await expect(edit.shell.heading('Aula 1')).toBeVisible()

    await edit.shell.goTo('Subredes')
    await page.getByRole('button', { name: 'Nueva subred' }).click()
    await edit.write({ Nombre: 'Red del aula 1', 'Dirección de red': '10.1.1.7', Router: '10.1.1.254' })
    await expect(edit.dialog).toContainText('con esta máscara es 10.1.1.0')
    await edit.write({ 'Dirección de red': '10.1.1.0' })
    await edit.finish('Crear')

    await edit.shell.goTo('Repositorios')
    await page.getByRole('button', { name: 'Nuevo repositorio' }).click()
    const { name, ip, certificateSha256 } = desk.lab.repository.describe()
    await edit.write({ Nombre: name, IP: ip })
    await edit.button('Probar conexión').click()
    await expect(edit.dialog).toContainText(`El repositorio responde en ${ip}:8006.`)
    await expect(edit.dialog).toContainText(certificateSha256)
    await edit.dialog.getByRole('checkbox', { name: 'Confiar en este certificado' }).check()
    await edit.finish('Crear')
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText(certificateSha256)
    await expect(row).toContainText('Fijado el')

    await edit.shell.goTo('Grupos')
    await edit.unit('Aula 1').click()
    await page.getByRole('button', { name: 'Nuevo equipo' }).click()
    await expect(edit.field('Nombre')).toHaveValue('aula1-pc01')
    await edit.write({ MAC: '08:00:27:zz', IP: '10.1.1.999' })
    await expect(edit.dialog).toContainText('No es una dirección MAC')
    await expect(edit.dialog).toContainText('No es una dirección IPv4')
    await edit.write({ MAC: '0800.27aa.bb01', IP: '10.1.1.1' })
    await expect(edit.dialog).toContainText('Se guardará como 08:00:27:AA:BB:01')
    // The subnet has been chosen by the address; an address that lies in none of them is outside of it.
    await edit.write({ IP: '192.168.9.9' })
    await expect(edit.dialog).toContainText('No está en la subred «Red del aula 1»')
    await edit.write({ IP: '10.1.1.254' })
    await expect(edit.dialog).toContainText('Es la dirección del router')
    await edit.write({ IP: '10.1.1.1' })
    await edit.dialog.getByRole('checkbox', { name: 'Crear otro a continuación' }).check()
    await edit.button('Crear').click()

    await expect(edit.field('Nombre')).toHaveValue('aula1-pc02')
    await expect(edit.field('IP')).toHaveValue('10.1.1.2')
    await edit.write({ MAC: '08-00-27-aa-bb-01', IP: '10.1.1.1', Nombre: 'aula1-pc01' })
    await expect(edit.dialog).toContainText('ya hay un equipo que se llama aula1-pc01')
    await expect(edit.dialog).toContainText(
      'La MAC 08:00:27:AA:BB:01 ya es del equipo aula1-pc01, en «Facultad › Aula 1».'
    )
    await expect(edit.dialog).toContainText('La IP 10.1.1.1 ya es del equipo aula1-pc01')
    await edit.button('Cancelar').click()
    await page.getByRole('button', { name: 'Descartar' }).click()
    await expect(edit.computer('aula1-pc01')).toContainText('08:00:27:AA:BB:01')
  })
})

test('a computer is edited, duplicated and moved from its page', async ({ desk }) => {
  const { page } = desk
  const edit = new EditPage(page)
  const client = new ClientPage(page)
  await edit.computer('pc1').getByRole('link', { name: 'pc1', exact: true }).click()
  // The row that is left has a menu of the same name.
  await expect(edit.shell.heading('pc1')).toBeVisible()
  await edit.act('pc1', 'Editar')
  await edit.write({ 'Nº de serie': 'ABC-1' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Seguir editando' }).click()
  await edit.finish('Guardar')
  await expect(client.fact('Nº de serie')).toHaveText('ABC-1')

  await edit.act('pc1', 'Duplicar')
  await expect(edit.field('MAC')).toHaveValue('')
  await expect(edit.field('Nombre')).toHaveValue('pc2')
  await edit.write({ MAC: '080027AABBCC' })
  await edit.finish('Crear')

  await edit.shell.goTo('Grupos')
  await edit.createNew('Unidad dentro de «Aula Demo»')
  await edit.write({ Nombre: 'Fila 1' })
  await edit.finish('Crear')
  await edit.unit('Aula Demo').click()
  await edit.computer('pc2').getByRole('link', { name: 'pc2', exact: true }).click()
  // The row that is left has a menu of the same name.
  await expect(edit.shell.heading('pc2')).toBeVisible()
  await edit.act('pc2', 'Mover')
  await expect(edit.dialog.getByRole('radio', { name: 'Aula Demo' })).toBeDisabled()
  await edit.dialog.getByRole('searchbox', { name: 'Buscar unidad' }).fill('fila')
  await edit.dialog.getByRole('radio', { name: 'Fila 1' }).check()
  await edit.finish('Mover')
  await expect(client.fact('Pertenece a')).toHaveText('Centro Demo › Aula Demo › Fila 1')
})

test('computers and units are dragged, removed with all that they hold, and taken back', async ({ desk }) => {
  const { page } = desk
  const edit = new EditPage(page)
  await edit.createNew('Unidad dentro de «Aula Demo»')
  await edit.write({ Nombre: 'Fila 1' })
  await edit.finish('Crear')
  await edit.createNew('Centro')
  await edit.write({ Nombre: 'Otro centro' })
  await edit.finish('Crear')

  // A computer onto a unit, a unit onto another one; one that cannot hold it refuses.
  await edit.unit('Aula Demo').click()
  await edit.handle('pc1').dragTo(edit.unit('Otro centro'))
  await edit.told('El equipo «pc1» se ha movido a «Otro centro».')
  await expect(edit.computer('pc1')).toHaveCount(0)
  await edit.unit('Otro centro').dragTo(edit.unit('Centro Demo'))
  await edit.unit('Aula Demo').dragTo(edit.unit('Otro centro'))
  await edit.told('«Aula Demo» se ha movido a «Otro centro».')
  await page.keyboard.press('Control+z')
  await edit.told('Deshecho: «Aula Demo» vuelve a estar donde estaba.')
  // To the top, which is offered while a unit is dragged that is not there yet.
  await edit.unit('Aula Demo').hover()
  await page.mouse.down()
  await edit.unit('Fila 1').hover()
  await page.getByText('Nivel superior').hover()
  await page.mouse.up()
  await edit.told('«Aula Demo» se ha movido al nivel superior.')
  await expect(page.getByText('Nivel superior')).toHaveCount(0)
  await expect(edit.unit('Aula Demo')).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('Control+z')
  await edit.told('Deshecho: «Aula Demo» vuelve a estar donde estaba.')
  await page.keyboard.press('Control+z')
  await edit.told('Deshecho: el equipo «pc1» vuelve a estar donde estaba.')
  await expect(edit.computer('pc1')).toBeVisible()

  // What goes is listed first; all of it comes back.
  await edit.unit('Centro Demo').focus()
  await page.keyboard.press('Delete')
  await expect(edit.dialog.getByTestId('removal')).toContainText('Se eliminan 2 unidades')
  await expect(edit.dialog.getByTestId('removal')).toContainText('Se eliminan 2 equipos')
  await expect(edit.dialog.getByTestId('removal')).toContainText('Aula Demo: modelo, pc1')
  await edit.finish('Eliminar')
  await expect(edit.unit('Centro Demo')).toHaveCount(0)
  await edit.undo()
  await edit.unit('Aula Demo').click()
  await expect(edit.computer('modelo')).toBeVisible()
  await expect(edit.computer('pc1')).toBeVisible()
})

test('an image is edited, goes to the trash with its file, and comes back', async ({ desk }) => {
  const { page } = desk
  const edit = new EditPage(page)
  await edit.computer('modelo').getByRole('link', { name: 'Crear imagen desde modelo' }).click()
  const wizard = new CreateImagePage(page)
  await wizard.fill('image-test')
  await wizard.save.click()
  const images = new ImagesPage(page)
  await expect(images.row('image-test')).toContainText('Creada con éxito')

  await edit.act('image-test', 'Editar')
  await edit.write({ Descripción: 'Aula de informática, otoño' })
  await edit.finish('Guardar')
  await edit.act('image-test', 'Eliminar')
  await edit.dialog.getByRole('radio', { name: 'para siempre' }).check()
  await expect(edit.button('Eliminar')).toBeDisabled()
  await edit.dialog.getByRole('radio', { name: 'a la papelera' }).check()
  await edit.finish('Eliminar')
  await expect(images.row('image-test')).toHaveCount(0)

  await page.getByRole('button', { name: 'Ver papelera' }).click()
  await edit.button('Restaurar image-test.img').click()
  await expect(edit.dialog).toContainText('La papelera está vacía')
  await page.keyboard.press('Escape')
  await images.open('image-test')
  await expect(page.getByRole('main')).toContainText('Aula de informática, otoño')
})
