/**
 * How long the views of a campus of 2,000 computers keep the window's main thread busy: when they open, scroll, sort,
 * filter, pick all, and while states come in. Beside it the same in a bare virtual list of the same computers.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium } from '../e2e/support/chromium.ts'
import { connectToConsole, type ConsoleClient } from '../scripts/lib/console-client.ts'
import { startConsoleProcess } from '../scripts/lib/console-process.ts'
import { ROOT } from '../scripts/lib/project.ts'
import { campus } from '../scripts/lib/campus.ts'
import { mainThreadWork, type Work } from './lib/main-thread.ts'
import { median } from './median.ts'

const COMPUTERS = 2_000
const ROUNDS = 3
/** What no view may take. Milliseconds. */
const LIMIT = 100
const BURST = 500
/** A busy machine takes its time; how long is not what is measured. Milliseconds. */
const PATIENCE = 300_000
const VIEWPORT = { width: 1280, height: 800 }
const LIST = '[role=grid]'

/** Something done to a view; what prepares it and what cleans up after it is not measured. */
interface Step {
  readonly name: string
  before?(): Promise<unknown>
  run(): Promise<unknown>
  after?(): Promise<unknown>
  /** The step of the bare list that does the same; without one, its `open`. */
  readonly like?: keyof BareList
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json'
}

async function serve(directory: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : new URL(request.url ?? '', 'http://localhost').pathname
    try {
      const body = readFileSync(join(directory, path))
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** Scrolls a list from its beginning to its end, a step a frame, as a hand on the wheel does. */
async function scroll(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate(async (list) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const wheel = 400
    for (let turn = 0; turn < 40; turn++) {
      list.scrollTop += wheel
      await frame()
    }
    list.scrollTop = list.scrollHeight
    await frame()
  })
}

/** The steps of the bare list. */
function bareList(page: Page) {
  const press = (id: string) => page.locator(`#${id}`).click()
  return {
    open: { run: () => press('open'), before: () => page.reload() },
    scroll: { run: () => scroll(page, '.list') },
    sort: { run: () => press('sort'), after: () => press('sort') },
    filter: {
      run: () => page.locator('#filter').fill('aula3'),
      after: () => page.locator('#filter').fill('')
    },
    all: { run: () => press('all'), after: () => press('all') },
    burst: {
      async run() {
        await press('burst')
        await page.waitForTimeout(BURST * 5)
      }
    }
  } satisfies Record<string, Omit<Step, 'name'>>
}
type BareList = ReturnType<typeof bareList>

/** The agents of as many computers are asked for their states: each answer is an event. */
async function burst({ api }: ConsoleClient, ids: readonly number[]): Promise<void> {
  const waiting = new Set(ids)
  const stream = new AbortController()
  for await (const { checked } of await api.clients.watch({ ids: [...ids] }, { signal: stream.signal })) {
    waiting.delete(checked)
    if (waiting.size === 0) break
  }
  stream.abort()
}

/** The steps of the console's views. */
async function consoleSteps(page: Page, client: ConsoleClient): Promise<Step[]> {
  const { units, clients } = await client.api.inventory.snapshot()
  const top = units.find(({ parentId }) => parentId === null)!.id
  const classroom = units.find(({ type }) => type === 'classroom')!.id
  const ids = clients.slice(0, BURST).map(({ id }) => id)
  const go = async (path: string, shown: string): Promise<void> => {
    await page.evaluate((hash) => (location.hash = hash), path)
    await page.locator(shown).first().waitFor()
  }
  const away = () => go('/settings', 'h1:has-text("Ajustes")')
  const button = (name: string) => page.getByRole('button', { name }).click()
  const inTable = async (): Promise<void> => {
    await go(`/groups/${top}`, LIST)
    await button('Ver como tabla')
    await page.locator(`${LIST} [role=columnheader]`).first().waitFor()
  }
  const inCards = async (): Promise<void> => {
    await go(`/groups/${top}`, LIST)
    await button('Ver como tarjetas')
    await page.locator(`${LIST} [role=gridcell]`).first().waitFor()
  }
  const table: Omit<Step, 'name' | 'run'> = { before: inTable }
  const steps: Step[] = [
    {
      name: 'table of 2,000: open',
      like: 'open',
      before: async () => {
        await inTable()
        await away()
      },
      run: () => go(`/groups/${top}`, `${LIST} [data-client]`)
    },
    { name: 'table: scroll', like: 'scroll', ...table, run: () => scroll(page, LIST) },
    {
      name: 'table: sort by IP',
      like: 'sort',
      ...table,
      run: () => button('Ordenar por IP'),
      after: () => button('Ordenar por Nombre')
    },
    {
      name: 'table: filter',
      like: 'filter',
      ...table,
      run: () => page.getByTestId('filter-name').locator('input').fill('aula3'),
      after: () => button('Reiniciar filtros')
    },
    {
      name: 'table: pick all',
      like: 'all',
      ...table,
      run: () => page.keyboard.press('Control+a'),
      after: () => page.keyboard.press('Escape')
    },
    { name: `table: ${BURST} states`, like: 'burst', ...table, run: () => burst(client, ids) },
    {
      name: 'table: to a classroom',
      like: 'open',
      ...table,
      run: () => go(`/groups/${classroom}`, `${LIST}[aria-rowcount="35"]`)
    },
    {
      name: 'cards of 2,000: open',
      like: 'open',
      before: inTable,
      run: inCards
    },
    { name: 'cards: scroll', like: 'scroll', before: inCards, run: () => scroll(page, LIST) },
    {
      name: `cards: ${BURST} states`,
      like: 'burst',
      before: inCards,
      run: () => burst(client, ids),
      after: inTable
    },
    {
      name: 'all picked, across classrooms: open',
      like: 'open',
      before: async () => {
        await inTable()
        await page.keyboard.press('Control+a')
        await away()
      },
      run: () => go('/groups/selection', `${LIST} [data-client]`),
      after: () => page.keyboard.press('Escape')
    },
    { name: 'a computer: open', before: away, run: () => go(`/clients/${ids[0]!}`, 'h1') }
  ]
  // Whatever else the menu leads to.
  const links = page.getByRole('navigation', { name: 'Menú principal' }).getByRole('link')
  const names = await links.allInnerTexts()
  names.forEach((name, index) =>
    steps.push({
      name: `${name.trim()}: open`,
      before: name.trim() === 'Ajustes' ? inTable : away,
      async run() {
        await links.nth(index).click()
        await page.locator('h1').first().waitFor()
      }
    })
  )
  return steps
}

/** Does a step several times, the first time to warm up. */
async function measure(browser: Browser, page: Page, step: Omit<Step, 'name'>): Promise<Work> {
  const measured: Work[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    await step.before?.()
    await page.waitForTimeout(500)
    const work = await mainThreadWork(browser, page, async () => void (await step.run()))
    await step.after?.()
    if (round > 0) measured.push(work)
  }
  return {
    worst: Math.max(...measured.map(({ worst }) => worst)),
    total: median(measured.map(({ total }) => total))
  }
}

async function buildBareList(outDir: string, computers: object): Promise<void> {
  await build({
    configFile: false,
    root: join(ROOT, 'bench/bare-list'),
    base: './',
    logLevel: 'error',
    plugins: [vue()],
    build: { outDir, emptyOutDir: true, target: 'chrome114' }
  })
  writeFileSync(join(outDir, 'computers.json'), JSON.stringify(computers))
}

/** Measures every step in both; where there is no Chromium, says so. */
export async function benchViews(): Promise<object> {
  const executablePath = findChromium()
  if (executablePath === null) return { 'not measured': 'no Chromium here: name one in OGDESK_CHROMIUM' }
  const directory = mkdtempSync(join(tmpdir(), 'ogdesk-bench-'))
  const inventory = join(directory, 'campus.json')
  writeFileSync(inventory, JSON.stringify(campus(COMPUTERS)))
  const console = await startConsoleProcess({
    args: [
      `--data-dir=${join(directory, 'data')}`,
      '--webhook-host=127.0.0.1',
      '--webhook-port=0',
      `--import=${inventory}`
    ]
  })
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  let server: Server | undefined
  try {
    const client = await connectToConsole(await console.signInUrl())
    const { clients, units } = await client.api.inventory.snapshot()
    const unitNames = new Map(units.map(({ id, name }) => [id, name]))
    await buildBareList(
      join(directory, 'bare'),
      clients.map((row) => ({ ...row, unit: unitNames.get(row.unitId), ogLive: row.effective.ogLive }))
    )
    server = await serve(join(directory, 'bare'))
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'es-ES' })
    context.setDefaultTimeout(PATIENCE)

    const barePage = await context.newPage()
    await barePage.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const bare = new Map<string, Work>()
    for (const [name, step] of Object.entries(bareList(barePage))) {
      bare.set(name, await measure(browser, barePage, step))
    }
    await barePage.close()

    const page = await context.newPage()
    await page.goto(await console.signInUrl())
    await page.locator(LIST).waitFor()
    const figures: Record<string, string> = { computers: String(COMPUTERS) }
    const over: string[] = []
    for (const step of await consoleSteps(page, client)) {
      const { worst, total } = await measure(browser, page, step)
      const least = bare.get(step.like ?? 'open')!
      if (worst > LIMIT) over.push(step.name)
      figures[step.name] =
        `worst task ${worst.toFixed(0)} ms, in all ${total.toFixed(0)} ms; ` +
        `${(total / least.total).toFixed(1)} times the bare list (${least.total.toFixed(0)} ms)`
    }
    figures[`tasks over ${LIMIT} ms`] = over.join(', ') || 'none'
    client.close()
    return figures
  } finally {
    await browser.close()
    server?.close()
    await console.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
