/** Importar: what is pasted or chosen, looked at row by row; and what an export saves. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from '../support/desk.ts'

export class ImportPage {
  readonly page: Page
  readonly rows: Locator
  readonly details: Locator
  readonly apply: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.getByRole('grid', { name: 'Qué pasaría con cada fila' })
    this.details = page.getByRole('region', { name: 'Detalle' })
    this.apply = page.getByTestId('import-apply')
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Importar equipos' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Importar' })).toBeVisible()
  }

  async paste(text: string): Promise<void> {
    await this.page.getByLabel('O pegue el texto').fill(text)
    await this.page.getByRole('button', { name: 'Ver qué pasaría' }).click()
    await expect(this.rows).toBeVisible()
  }

  async chooseFile(name: string, content: string): Promise<void> {
    await this.page
      .getByTestId('import-file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
    await expect(this.rows).toBeVisible()
  }

  row(name: string | RegExp): Locator {
    return this.rows.getByRole('row').filter({ hasText: name })
  }

  /** The button that counts the rows of one kind, and shows only those. */
  only(effect: 'all' | 'new' | 'changed' | 'unchanged' | 'error'): Locator {
    return this.page.getByTestId(`effect-${effect}`)
  }
}

/** What a click saves: the browser's download, or the file of Electron's dialog, which a test cannot answer. */
export async function savedBy(
  desk: Desk,
  host: 'browser' | 'electron',
  click: () => Promise<void>
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ogdesk-e2e-saved-'))
  const path = join(folder, 'saved')
  try {
    if (host === 'browser') {
      const download = desk.page.waitForEvent('download')
      await click()
      await (await download).saveAs(path)
    } else {
      const saved = desk.electron.evaluate(
        ({ session }, savePath) =>
          new Promise<string>((resolve) =>
            session.defaultSession.once('will-download', (_event, item) => {
              item.setSavePath(savePath)
              item.once('done', (_done, state) => resolve(state))
            })
          ),
        path
      )
      // Answered before the click, for what is evaluated first runs first.
      await desk.electron.evaluate(() => undefined)
      await click()
      expect(await saved).toBe('completed')
    }
    return readFileSync(path, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
