import { Shell } from './pages/shell.ts'
import { expect, test } from './support/test.ts'

test('the window speaks Spanish, English and Catalan, and remembers which', async ({ desk }) => {
  const spanish = new Shell(desk.page)
  await expect(spanish.menu).toContainText('Imágenes')
  await spanish.chooseLanguage('English')
  await expect(desk.page.getByRole('link', { name: 'Images' })).toBeVisible()
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'en')
  await spanish.chooseLanguage('Català')
  await expect(desk.page.getByRole('link', { name: 'Imatges' })).toBeVisible()

  await desk.quit()
  await desk.start()
  await expect(desk.page.getByRole('link', { name: 'Imatges' })).toBeVisible()
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'ca')
})
