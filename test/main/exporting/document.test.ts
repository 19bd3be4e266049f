import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventoryDocumentOf, printDocument } from '#main/exporting/document.ts'
import { readInventory } from '#main/importing/inventory-view.ts'
import { startTestConsole, failureOf } from '../../support/console.ts'
import { PINNED } from '../../support/certificate.ts'
import { inventories } from '../../support/inventories.ts'
import { testInventory } from '../../support/inventory.ts'
import { expectSentences } from '../../support/sentences.ts'
import type { Tables } from '#main/db/tables.ts'
import { applyRows, withNeeded } from '#main/importing/apply.ts'
import { makePlan } from '#main/importing/plan.ts'
import { readSource } from '#main/importing/read-source.ts'

const textOf = (tables: Tables) => printDocument(inventoryDocumentOf(readInventory(tables)))

describe('the whole inventory as one file', () => {
  test('read into an empty console, by either way, it is written again the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(inventories, async (document) => {
        const first = textOf(testInventory(document).tables)
        // At the first start, and with --import.
        expect(textOf(testInventory(JSON.parse(first) as typeof document).tables)).toBe(first)
        // With a preview, all of it picked.
        const { tables, write } = testInventory()
        const source = await readSource(Buffer.from(first), { fileName: 'i.json', format: null })
        const plan = () => makePlan(source, readInventory(tables), { kind: 'network' }).rows
        const rows = plan()
        expect(rows.filter(({ effect }) => effect !== 'new')).toEqual([])
        write((changes) =>
          applyRows(
            tables,
            changes,
            withNeeded(
              rows,
              rows.map(({ key }) => key)
            ),
            1
          )
        )
        expect(textOf(tables)).toBe(first)
        expect(plan().filter(({ effect }) => effect !== 'unchanged')).toEqual([])
      }),
      { numRuns: 25 }
    )
  })

  test('a computer stands on one line, and nothing secret is in it', async () => {
    const { api } = await startTestConsole()
    await api.inventory.importDocument({
      format: 'ogdesk-inventory',
      version: 2,
      repositories: [{ name: 'R1', ip: '10.9.0.1', certificate: PINNED }],
      units: [
        {
          type: 'classroom',
          name: 'Aula 1',
          clients: [{ name: 'pc1', mac: '08:00:27:00:00:01', ip: '10.0.0.1' }]
        }
      ]
    })
    const file = await api.exports.make({ format: 'ogdesk', selection: 'all' })
    expect(file).toMatchObject({ mimeType: 'application/json', clients: 1 })
    expect(file.fileName).toMatch(/^ogdesk-\d{4}-\d\d-\d\d\.json$/)
    expect(file.content.split('\n').filter((line) => line.includes('08:00:27:00:00:01'))).toHaveLength(1)
    expect(file.content).toContain(PINNED.fingerprint)
    expect(file.content).not.toMatch(/secret|createdAt|"id"/i)
    const { repositories } = await api.inventory.snapshot()
    expect(repositories[0]).toMatchObject({ certificateFingerprint: PINNED.fingerprint })
  })

  test('an image that is still being made is left out', async () => {
    const { tables } = testInventory({
      repositories: [{ name: 'R1', ip: '10.9.0.1' }],
      images: [
        { id: '01936caf-facb-72ad-9446-97e7dbf2b960', name: 'done', repository: 'R1' },
        { id: '01936caf-facb-72ad-9446-97e7dbf2b961', name: 'running', repository: 'R1' }
      ]
    })
    tables.images.update('01936caf-facb-72ad-9446-97e7dbf2b961', { state: 'in-progress' })
    expect(inventoryDocumentOf(readInventory(tables)).images.map(({ name }) => name)).toEqual(['done'])
  })

  test('a certificate that does not fit its fingerprint, and records that clash, undo all of it', async () => {
    const { api } = await startTestConsole()
    const document = (more: object) => ({
      format: 'ogdesk-inventory' as const,
      version: 2,
      repositories: [{ name: 'R1', ip: '10.9.0.1' }],
      ...more
    })
    const image = { name: 'linux', repository: 'R1' }
    const filter = { units: [['Nowhere']] }
    const cases: [object, string, object][] = [
      [
        { repositories: [{ name: 'R1', ip: '10.9.0.1', certificate: { ...PINNED, pem: 'x' } }] },
        'import-bad-certificate',
        { name: 'R1' }
      ],
      [{ images: [image, image] }, 'duplicate-name', { name: 'linux' }],
      [
        { images: [{ ...image, repository: 'R9' }] },
        'unknown-reference',
        { field: 'linux.repository', name: 'R9', list: 'repositories' }
      ],
      [
        { smartGroups: [{ name: 'G', filter }] },
        'unknown-reference',
        { field: 'G.units', name: 'Nowhere', list: 'units' }
      ],
      [
        {
          smartGroups: [
            { name: 'G', filter: {} },
            { name: 'G', filter: {} }
          ]
        },
        'duplicate-name',
        { name: 'G' }
      ]
    ]
    for (const [more, code, params] of cases) {
      const failure = await failureOf(api.inventory.importDocument(document(more)))
      expect(failure).toMatchObject({ code, params })
      expectSentences(failure)
    }
    expect((await api.inventory.snapshot()).repositories).toEqual([])
  })
})

describe('a document with mistakes', () => {
  const rowsOf = async (document: object) => {
    const text = JSON.stringify({ format: 'ogdesk-inventory', version: 1, ...document }, null, 1)
    const source = await readSource(Buffer.from(text), { fileName: null, format: null })
    return { text: text.split('\n'), rows: testInventory().plan(source) }
  }

  test('costs the rows that have them, each with its line', async () => {
    const { rows, text } = await rowsOf({
      subnets: 7,
      units: [
        {
          type: 'classroom',
          name: 'Aula 1',
          clients: [
            { name: 'good', mac: '08:00:27:00:00:01', ip: '10.0.0.1' },
            { name: 'bad', mac: 'none', ip: '10.0.0.2' },
            { name: 'worse', mac: '08:00:27:00:00:03' },
            5
          ]
        },
        { type: 'hall', name: 'Aula 2' }
      ]
    })
    const lineOf = (start: string) => text.findIndex((line) => line.trim().startsWith(start)) + 1
    expect(
      rows.filter(({ effect }) => effect === 'error').map(({ line, problem }) => [line, problem!.params])
    ).toEqual([
      [lineOf('"subnets"'), { column: 'subnets', value: '7' }],
      [lineOf('"mac": "none"'), { name: 'bad', column: 'mac', value: '"none"' }],
      [lineOf('"name": "worse"') - 1, { name: 'worse', column: 'ip', value: '' }],
      [lineOf('5'), { column: '', value: '5' }],
      [lineOf('"type": "hall"'), { name: 'Aula 2', column: 'type', value: '"hall"' }]
    ])
    expect(rows.filter(({ effect }) => effect === 'new').map(({ name }) => name)).toEqual(['Aula 1', 'good'])
  })

  test('a newer one is refused, and another JSON is none', async () => {
    await expect(rowsOf({ version: 99 })).rejects.toMatchObject({ failure: { code: 'inventory-newer' } })
    const source = await readSource(Buffer.from('{"format":"x"}'), { fileName: null, format: 'ogdesk' })
    expect(source.problems).toMatchObject([{ line: 1, code: 'syntax' }])
  })
})
