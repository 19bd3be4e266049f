import { CreateImagePage } from './pages/create-image.ts'
import { GroupsPage } from './pages/groups.ts'
import { PlanPage } from './pages/plan.ts'
import { Shell } from './pages/shell.ts'
import { ImagesPage } from './pages/work.ts'
import { released } from './support/lab.ts'
import { expect, test } from './support/test.ts'
import { chooseEntry } from './pages/menu.ts'

test.describe('a classroom as it is', () => {
  test.use({ deskOptions: { lab: { computers: 6, jobDurationMs: 4000 } } })

  test('is arranged, dragged into place, and still so after a restart', async ({ desk }) => {
    await new GroupsPage(desk.page).showAs('plano')
    let plan = new PlanPage(desk.page)
    await expect(plan.seat(1, 1)).toHaveAccessibleName(/^modelo, ogLive, /)
    await expect(plan.arrange).toBeHidden()

    await plan.edit.click()
    await plan.arrange.click()
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Equipos por fila' }).fill('3')
    await dialog.getByRole('textbox', { name: 'Filas' }).fill('2')
    await dialog.getByRole('button', { name: 'Colocar', exact: true }).click()
    const notice = new Shell(desk.page).notice('success')
    await expect(notice).toContainText('6 equipos colocados.')
    await expect(plan.seat(3, 2)).toHaveAccessibleName(/^pc5, /)

    // Onto another, and both change places; onto a free seat; beside the plan.
    await plan.drag(plan.computer('modelo'), plan.computer('pc5'))
    await expect(plan.seat(3, 2)).toHaveAccessibleName(/^modelo, /)
    await expect(plan.seat(1, 1)).toHaveAccessibleName(/^pc5, /)
    await plan.drag(plan.computer('pc5'), plan.tray)
    await expect(plan.tray.getByRole('button', { name: /^Coger pc5/ })).toBeVisible()
    await plan.drag(plan.computer('pc1'), plan.seat(1, 1))
    await expect(plan.computer('pc1')).toHaveAccessibleName(/columna 1, fila 1$/)
    await expect(notice).toContainText('pc1 está ahora en la columna 1, fila 1.')
    await notice.getByRole('button', { name: 'Deshacer' }).click()
    await expect(plan.seat(1, 1)).toHaveAccessibleName(/^Puesto libre/)

    await desk.quit()
    await desk.start()
    plan = new PlanPage(desk.page)
    await expect(plan.seat(3, 2)).toHaveAccessibleName(/^modelo, /)
    await expect(plan.seat(2, 1)).toHaveAccessibleName(/^pc1, /)
    await expect(plan.tray).toContainText('pc5')
  })

  test('is walked and changed by keyboard alone', async ({ desk }) => {
    const { keyboard } = desk.page
    await new GroupsPage(desk.page).showAs('plano')
    const plan = new PlanPage(desk.page)
    await plan.edit.click()
    await plan.seat(1, 1).focus()
    await keyboard.press('Space')
    await expect(plan.said).toContainText('modelo cogido.')
    await keyboard.press('ArrowRight')
    await expect(plan.said).toHaveText('Columna 2, fila 1: ocupado por pc1.')
    await keyboard.press('Space')
    await expect(plan.seat(2, 1)).toHaveAccessibleName(/^modelo, /)
    await expect(plan.seat(1, 1)).toHaveAccessibleName(/^pc1, /)
    await keyboard.press('Space')
    await keyboard.press('Escape')
    await expect(plan.said).toHaveText('modelo sigue en su sitio.')
    await keyboard.press('Delete')
    await expect(plan.tray.getByRole('button', { name: /^Coger modelo/ })).toBeVisible()
    await keyboard.press('Control+z')
    await expect(plan.seat(2, 1)).toHaveAccessibleName(/^modelo, /)
    await expect(plan.seat(2, 1)).toBeFocused()
    await keyboard.press('Enter')
    await expect(new Shell(desk.page).heading('modelo')).toBeVisible()
  })

  test('shows states and jobs as they change', async ({ desk }) => {
    const { lab, page } = desk
    await lab.computer('modelo').setFault({ kind: 'late', webhooks: 'result' })
    const groups = new GroupsPage(page)
    await groups.showAs('plano')
    const plan = new PlanPage(page)
    await expect(plan.computer('pc2')).toContainText('ogLive')
    await lab.computer('pc2').setState('linux')
    // Asked again every 30 s: the next answer tells.
    await expect(plan.computer('pc2')).toContainText('Linux', { timeout: 70_000 })

    await plan.computer('modelo').click({ button: 'right' })
    await chooseEntry(page, 'Crear imagen')
    await new CreateImagePage(page).create('image-test')
    await expect(new ImagesPage(page).row('image-test')).toContainText('En progreso')
    await new Shell(page).goTo('Grupos')
    const ring = plan.computer('modelo').getByRole('progressbar', { name: 'Crear imagen' })
    await expect.poll(async () => Number(await ring.getAttribute('aria-valuenow'))).toBe(100)
    await expect(plan.computer('modelo')).toHaveAccessibleName(/Crear imagen 100\s?%/)
    await released(lab.computer('modelo'))
    await expect(ring).toHaveCount(0)
  })
})
