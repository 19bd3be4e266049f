/** The audit as a file: while it is written the console goes on, and it says in words what the window says. */
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/contract/inputs.ts'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { exportedAudit, insertAudit, prepareAudit } from '../../support/audit.ts'
import { startTestConsole } from '../../support/console.ts'
import { temporaryFolder } from '../../support/files.ts'

const MANY = 5_000

async function consoleWith(fill: Parameters<typeof prepareAudit>[1]) {
  const directory = await temporaryFolder()
  prepareAudit(directory, fill)
  return startTestConsole({ dataDirectory: directory })
}

type Table = Record<string, string>[]
const tableOf = (content: string, delimiter = ';'): Table =>
  parse(content, { bom: true, columns: true, delimiter })

describe('of many entries', () => {
  test.each(['csv', 'json'] as const)('as %s lets others be answered between its parts', async (format) => {
    const { api } = await consoleWith((sqlite) => insertAudit(sqlite, MANY))
    let done = false
    const writing = exportedAudit(api, { filter: {}, format }).finally(() => (done = true))
    let answers = 0
    while (!done) {
      await api.system.info()
      answers += 1
      await setImmediate()
    }
    const { entries, parts } = await writing
    expect(entries).toBe(MANY)
    expect(parts).toBeGreaterThan(10)
    // The first and the last part hold no entries.
    expect(answers).toBeGreaterThanOrEqual(parts - 2)
  })

  test('has what was there when it began, each once, the last one first', async () => {
    const { api } = await consoleWith((sqlite) => insertAudit(sqlite, MANY))
    let content = ''
    let units = 0
    const progress: number[] = []
    for await (const part of await api.audit.export({ filter: {}, format: 'json' })) {
      content += part.content
      progress.push(part.progress)
      await api.inventory.createUnit({ type: 'classroom', name: `Aula ${++units}` })
    }
    const { entries } = JSON.parse(content) as { entries: AuditEntry[] }
    expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: MANY }, (_, index) => MANY - index))
    expect(progress).toEqual([...progress].sort((one, other) => one - other))
    expect(progress.filter((part) => part === 1)).toHaveLength(1)
    expect((await api.audit.list({})).total).toBe(MANY + units)
  })

  test('has only what the filter lets through', async () => {
    const { api } = await consoleWith((sqlite) => {
      for (let block = 0; block < 4; block++) {
        insertAudit(sqlite, 700)
        insertAudit(sqlite, 1, { danger: 1, subject: 'borrado', words: 'borrado ana' })
      }
    })
    const file = await exportedAudit(api, { filter: { dangerousOnly: true }, format: 'csv' })
    expect(file).toMatchObject({ entries: 4, mimeType: 'text/csv;charset=utf-8' })
    expect(tableOf(file.content).map((row) => row['A qué'])).toEqual(
      Array.from({ length: 4 }, () => 'borrado')
    )
  })

  test('of none is a whole file, too', async () => {
    const { api } = await startTestConsole()
    const json = await exportedAudit(api, { filter: {}, format: 'json' })
    expect(JSON.parse(json.content)).toMatchObject({ entries: [] })
    expect(tableOf((await exportedAudit(api, { filter: {}, format: 'csv' })).content)).toEqual([])
  })
})

test.each([
  ['es', 'Qué', 'Cambiar los ajustes', 'Nivel del registro', 'Nivel del registro: Solo errores', 'Hecho'],
  ['en', 'What', 'Change the settings', 'Level of the log', 'Level of the log: Errors only', 'Done'],
  ['ca', 'Què', 'Canviar els paràmetres', 'Nivell del registre', 'Nivell del registre: Només errors', 'Fet']
] as const)('a table in the window’s language: %s', async (language, what, action, subject, value, done) => {
  const { api } = await startTestConsole()
  await api.system.changeSettings({ language })
  await api.system.changeSettings({ logLevel: 'error' })
  const table = tableOf(
    (await exportedAudit(api, { filter: {}, format: 'csv', separator: ',' })).content,
    ','
  )
  expect(table).toHaveLength(1)
  expect(table[0]![what]).toBe(action)
  expect(Object.values(table[0]!)).toEqual(expect.arrayContaining([subject, value, done]))
})

test('of a list there is how long it was, and of what was empty a dash', async () => {
  const { api } = await startTestConsole()
  await api.scripts.create({ name: 'unir', body: 'true', parameters: [], description: '' })
  const [row] = tableOf((await exportedAudit(api, { filter: {}, format: 'csv' })).content)
  expect(row!.Valores).toMatch(/^Nombre: unir; .*Parámetros: –/)
  const units = Array.from({ length: 11 }, (_, index) => ({
    type: 'centre' as const,
    name: `Centro ${index}`
  }))
  await api.inventory.importDocument({ format: 'ogdesk-inventory', version: 2, units })
  const [imported] = tableOf((await exportedAudit(api, { filter: {}, format: 'csv' })).content)
  expect(imported!.Valores).toContain('Unidades: 11')
})

test('data has the names of its fields, whatever the language', async () => {
  for (const language of LANGUAGES) {
    const { api } = await startTestConsole()
    await api.system.changeSettings({ language, checkSourceAddress: false })
    const { content } = await exportedAudit(api, { filter: {}, format: 'json' })
    expect((JSON.parse(content) as { entries: AuditEntry[] }).entries).toMatchObject([
      { action: 'system.changeSettings', params: { language, checkSourceAddress: 'false' }, outcome: 'done' }
    ])
  }
})

test('a reason is the sentence that the window shows', async () => {
  const { api } = await startTestConsole()
  await api.inventory.removeSubnet({ id: 99 }).catch(() => undefined)
  const [row] = tableOf((await exportedAudit(api, { filter: {}, format: 'csv' })).content)
  expect(row).toMatchObject({ Resultado: 'Rechazado', Peligrosa: 'Sí' })
  expect(row!.Motivo).toMatch(/\p{L}+ .*\.$/u)
})

test('no cell of a table is a formula, wherever its text comes from', async () => {
  const starts = ['=', '+', '-', '@', '\t=', '\r=', '＝', "'="]
  const { api } = await consoleWith((sqlite) => {
    for (const start of starts) {
      const text = `${start}cmd|' /C calc'!A0`
      insertAudit(sqlite, 1, {
        user: text,
        subject: text,
        session: text,
        clients: JSON.stringify([{ id: 1, name: text }]),
        client_count: 1,
        params: JSON.stringify({ [text]: text })
      })
    }
  })
  const rows = tableOf((await exportedAudit(api, { filter: {}, format: 'csv' })).content)
  expect(rows).toHaveLength(starts.length)
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/)
})
