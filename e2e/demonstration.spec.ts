import { existsSync, readFileSync, statSync } from 'node:fs'
import { ClientPage } from './pages/client.ts'
import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage, TracesPage } from './pages/work.ts'
import { md5sum } from './support/files.ts'
import { released } from './support/lab.ts'
import { expect, test } from './support/test.ts'

test.describe("the seed's demonstration", () => {
  test.use({ deskOptions: { lab: { jobDurationMs: 1500 } } })

  test('goes click by click from the computer to the fullsum', async ({ desk }) => {
    const { page, lab } = desk
    // Each result waits until what comes before it has been seen, however slow the machine.
    await lab.computer('modelo').setFault({ kind: 'late' })
    await lab.repository.setFault({ kind: 'late' })
    const shell = new Shell(page)
    const groups = new GroupsPage(page)
    await groups.chooseUnit('Aula Demo')
    await expect(groups.row('modelo')).toContainText('192.168.2.2')
    await expect(groups.row('modelo')).toContainText('ogLive')
    await expect(groups.row('pc1')).toContainText('Linux')
    await groups.openComputer('modelo')

    const client = new ClientPage(page)
    await expect(client.fact('MAC')).toHaveText('08:00:27:4F:BE:38')
    await expect(client.fact('Repositorio')).toContainText('Repositorio 1')
    await expect(client.partition(1, 2)).toContainText('Ubuntu 24.04 LTS')
    await client.command('Crear imagen')

    const wizard = new CreateImagePage(page)
    await expect(wizard.partition(1, 1)).toBeDisabled()
    await expect(wizard.save).toBeDisabled()
    await wizard.fill('image-test')
    await expect(page.getByRole('textbox', { name: 'Versión' })).toHaveValue('Ubuntu 24.04')
    await expect(wizard.call).toContainText('https://192.168.2.2:8000/CloningEngine/CrearImagen')
    await expect(wizard.call).toContainText(
      '"nci":"image-test","ipr":"192.168.68.55","nfn":"CrearImagen","ids":"0"'
    )
    await wizard.save.click()

    const images = new ImagesPage(page)
    // Both at once: neither stays for ever.
    await Promise.all([
      expect(shell.notice('success')).toContainText('ogAgent ha recibido la orden'),
      expect(images.row('image-test')).toContainText('En progreso')
    ])
    await released(lab.computer('modelo'))
    await expect(images.row('image-test')).toContainText('Pendiente de ficheros auxiliares')
    await released(lab.repository)
    await expect(images.row('image-test')).toContainText('Creada con éxito')
    const image = desk.repositoryFile('image-test.img')
    await expect(images.row('image-test')).toContainText(md5sum(image))
    expect(readFileSync(`${image}.full.sum`, 'utf8')).toBe(md5sum(image))
    expect(readFileSync(`${image}.size`, 'utf8')).toBe(String(statSync(image).size))
    expect([`${image}.sum`, `${image}.torrent`].map(existsSync)).toEqual([true, true])

    await shell.goTo('Trazas')
    const traces = new TracesPage(page)
    await expect(traces.rows).toHaveCount(2)
    await expect(traces.row(/CrearImagen-[0-9a-f]{8}/)).toContainText('Finalizado con éxito')
    await expect(traces.row(/CreateAuxiliarFiles_[0-9a-f]{8}/)).toContainText('Finalizado con éxito')
    await traces.open(1)
    await expect(shell.heading('Traza 1')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('CrearImagen')
  })
})
