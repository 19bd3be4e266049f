import { describe, expect, test } from 'vitest'
import type { ImportPreview } from '#shared/contract/imports.ts'
import { startTestConsole, failureOf } from '../../support/console.ts'
import { dump, execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const CSV = `Nombre;MAC;IP;Centro;Aula;Subred;Router
pc01;08:00:27:00:00:01;10.1.0.1;Centro;Aula 1;10.1.0.0/24;10.1.0.254
pc02;08:00:27:00:00:02;10.1.0.2;Centro;Aula 1;10.1.0.0/24;10.1.0.254
pc03;08:00:27:00:00:zz;10.1.0.3;Centro;Aula 1;10.1.0.0/24;10.1.0.254
pc31;08:00:27:00:00:1F;10.1.0.31;Centro;Aula 2;10.1.0.0/24;10.1.0.254
`

async function started() {
  const dataDirectory = await temporaryFolder()
  const { api, events } = await startTestConsole({ dataDirectory })
  const open = (text: string) => api.imports.open({ content: { kind: 'text', text } })
  return { api, events, dataDirectory, open }
}

const keysOf = ({ rows }: ImportPreview, ...names: string[]): string[] =>
  rows.filter(({ name }) => names.includes(name)).map(({ key }) => key)

describe('taking rows over', () => {
  test('a row brings what it needs, and nothing else', async () => {
    const { api, events, open } = await started()
    const preview = await open(CSV)
    expect(preview).toMatchObject({ format: 'csv', encoding: 'utf-8', wantsTarget: false })
    expect(preview.rows.map(({ name, effect, line }) => [name, effect, line])).toEqual([
      [expect.stringContaining('pc03'), 'error', 4],
      ['10.1.0.0', 'new', 2],
      ['Centro', 'new', 2],
      ['Aula 1', 'new', 2],
      ['Aula 2', 'new', 5],
      ['pc01', 'new', 2],
      ['pc02', 'new', 3],
      ['pc31', 'new', 5]
    ])
    const applied = await api.imports.apply({ importId: preview.importId, keys: keysOf(preview, 'pc02') })
    const { units, subnets, clients } = await api.inventory.snapshot()
    expect(applied).toEqual({ created: 4, changed: 0, clients: 1, unitId: clients[0]!.unitId })
    expect(units.map(({ name }) => name)).toEqual(['Aula 1', 'Centro'])
    expect(subnets).toMatchObject([{ address: '10.1.0.0', routerIp: '10.1.0.254' }])
    expect(clients).toMatchObject([{ name: 'pc02', ip: '10.1.0.2', subnetId: subnets[0]!.id }])
    await events.until(() => events.all.some(({ type }) => type === 'inventory'))

    const after = await open(CSV)
    expect(after.rows.find(({ name }) => name === 'pc02')).toMatchObject({ effect: 'unchanged' })
  })

  test('thousands of rows are told piece by piece, each of them once', async () => {
    const { api, open } = await started()
    const lines = Array.from({ length: 1500 }, (_, index) => {
      const [high, low] = [index >> 8, index & 255]
      const hex = (byte: number) => byte.toString(16).padStart(2, '0')
      return `pc${index};08:00:27:01:${hex(high)}:${hex(low)};10.${high + 2}.0.${low};Aula 1`
    })
    const { importId, rowCount, rows } = await open(['Nombre;MAC;IP;Aula', ...lines].join('\n'))
    expect(rows.length).toBeLessThan(rowCount)
    const all = [...rows]
    while (all.length < rowCount) all.push(...(await api.imports.rows({ importId, from: all.length })))
    expect(new Set(all.map(({ key }) => key)).size).toBe(rowCount)
    expect(all.filter(({ kind }) => kind === 'client')).toHaveLength(1500)
    expect(await api.imports.rows({ importId, from: rowCount })).toEqual([])
  })

  test('all of it or nothing: a row that fails at the very end leaves the file as it was', async () => {
    const { api, events, dataDirectory, open } = await started()
    const preview = await open(CSV)
    execute(
      dataDirectory,
      `create trigger refuse before insert on clients when new.name = 'pc31' begin select raise(abort, 'no'); end`
    )
    const before = dump(dataDirectory)
    const keys = preview.rows.filter(({ effect }) => effect === 'new').map(({ key }) => key)
    await expect(api.imports.apply({ importId: preview.importId, keys })).rejects.toThrow(/./)
    expect(dump(dataDirectory)).toEqual(before)
    expect(events.all.map(({ type }) => type)).not.toContain('inventory')
    // Nothing was lost: without what refuses it, the same import goes through.
    execute(dataDirectory, 'drop trigger refuse')
    expect(await api.imports.apply({ importId: preview.importId, keys })).toMatchObject({ clients: 3 })
  })

  test('a row that would do something else than what was shown is refused, with its name', async () => {
    const { api, open, dataDirectory } = await started()
    const first = await open(CSV)
    await api.imports.apply({ importId: first.importId, keys: keysOf(first, 'pc01') })
    const preview = await open(CSV.replace('10.1.0.1;', '10.1.0.9;'))
    const [client] = (await api.inventory.snapshot()).clients
    await api.inventory.updateClient({ id: client!.id, change: { ip: '10.1.0.8' } })
    const before = dump(dataDirectory)

    const keys = keysOf(preview, 'pc01', 'pc31')
    const failure = await failureOf(api.imports.apply({ importId: preview.importId, keys }))
    expect(failure).toMatchObject({ code: 'import-outdated', params: { name: 'pc01' } })
    expectSentences(failure)
    expect(dump(dataDirectory)).toEqual(before)

    const again = await api.imports.retarget({ importId: preview.importId, target: { kind: 'network' } })
    expect(again.rows.find(({ name }) => name === 'pc01')!.changes).toEqual([
      { field: 'ip', from: '10.1.0.8', to: '10.1.0.9' }
    ])
    await api.imports.apply({ importId: preview.importId, keys })
    expect((await api.inventory.snapshot()).clients.map(({ ip }) => ip)).toEqual(['10.1.0.9', '10.1.0.31'])
  })

  test('a whole classroom moves up by one, and two computers change their names', async () => {
    const { api, open } = await started()
    const line = (name: string, mac: number, ip: number) =>
      `${name};08:00:27:00:00:0${mac};10.1.0.${ip};Centro;Aula 1`
    const table = (...lines: string[]) => ['Nombre;MAC;IP;Centro;Aula', ...lines].join('\n')
    const take = async (text: string) => {
      const { importId, rows } = await open(text)
      expect(rows.filter(({ effect }) => effect === 'error')).toEqual([])
      // One of them brings all the others, which must give up what it takes.
      const keys = rows.filter(({ kind }) => kind === 'client').map(({ key }) => key)
      return api.imports.apply({ importId, keys })
    }
    await take(table(line('a', 1, 1), line('b', 2, 2), line('c', 3, 3)))
    await take(table(line('b', 1, 2), line('a', 2, 3), line('c', 3, 4)))
    expect(
      (await api.inventory.snapshot()).clients.map(({ name, mac, ip }) => [name, mac.slice(-1), ip])
    ).toEqual([
      ['b', '1', '10.1.0.2'],
      ['a', '2', '10.1.0.3'],
      ['c', '3', '10.1.0.4']
    ])
  })

  test('a row with an error cannot be picked, and an import that is gone says so', async () => {
    const { api, open } = await started()
    const preview = await open(CSV)
    const bad = preview.rows.filter(({ effect }) => effect === 'error').map(({ key }) => key)
    const failure = await failureOf(api.imports.apply({ importId: preview.importId, keys: bad }))
    expect(failure).toMatchObject({ code: 'import-bad-row', params: { line: 4 } })
    expectSentences(failure)

    expect(await api.imports.close({ importId: preview.importId })).toEqual({ closed: true })
    const gone = await failureOf(api.imports.apply({ importId: preview.importId, keys: bad }))
    expect(gone.code).toBe('import-gone')
    expectSentences(gone)
    // No more than a few are kept, the oldest goes first.
    const ids: string[] = []
    for (let index = 0; index < 5; index++) ids.push((await open(CSV)).importId)
    expect(await api.imports.close({ importId: ids[0]! })).toEqual({ closed: false })
    expect(await api.imports.close({ importId: ids[1]! })).toEqual({ closed: true })
  })
})
