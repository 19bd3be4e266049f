import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#main/db/open.ts'
import { createTables } from '#main/db/tables.ts'
import { createSearch } from '#main/search/search.ts'
import type { ClientInput } from '#shared/contract/inputs.ts'
import { clientInput, unitInput } from '#shared/contract/inputs.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { fold, holds, searchWords } from '#shared/domain/search.ts'
import { startTestConsole } from '../../support/console.ts'
import { dump, execute } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'

const names = (hits: readonly SearchHit[]): string[] =>
  hits.map((hit) => ('name' in hit ? hit.name : `#${hit.id}`))

/** Tables in a folder of their own, with a classroom. */
async function classroom() {
  const directory = await temporaryFolder()
  const database = openDatabase(directory)
  const tables = createTables(database.orm)
  const { find } = createSearch(tables)
  const unit = tables.units.insert(
    unitInput.parse({
      type: 'classroom',
      name: 'Aula Ñandú',
      location: 'Edificio Científico',
      comments: null
    }),
    1
  )
  let addresses = 0
  const add = (name: string, fields: Partial<ClientInput> = {}) => {
    const last = (++addresses).toString(16).padStart(4, '0').toUpperCase()
    const mac = `0A:00:00:00:${last.slice(0, 2)}:${last.slice(2)}`
    const ip = `10.9.${addresses >> 8}.${addresses & 255}`
    return tables.clients.insert(clientInput.parse({ unitId: unit.id, name, mac, ip, ...fields }), 1)
  }
  const found = (text: string, kind: SearchHit['kind'] = 'client'): string[] =>
    names(find(text, 50).find((group) => group.kind === kind)?.hits ?? [])
  /** As another service would: the triggers do not know who writes. */
  const run = (sql: string) => execute(directory, `pragma foreign_keys = on; ${sql}`)
  return { directory, tables, unit, add, find, found, run }
}

describe('what finds a computer', () => {
  test.each([
    ['its name', 'cátedra-12'],
    ['a part of it, without the accent and in capitals', 'CATEDRA'],
    ['an accent that it does not have', 'catedrá'],
    ['two letters', 'cá'],
    ['one letter and more', 'c 12'],
    ['a MAC with colons', '08:00:27:4f:be:38'],
    ['a MAC with hyphens', '08-00-27-4F-BE-38'],
    ['a MAC with dots', '0800.274f.be38'],
    ['a MAC without anything', '0800274fbe38'],
    ['a part of a MAC', '27-4f-b'],
    ['a part of a MAC that is still being typed', '00:27:'],
    ['a part of the digits of a MAC', '274fbe'],
    ['the end of an IP', '.168.7.21'],
    ['the beginning of an IP', '192.168.'],
    ['a short part of an IP', '.7'],
    ['its serial number', 'sn-99'],
    ['its classroom', 'ñandu'],
    ['words in any order, each somewhere', 'nandu 192.168 catedra']
  ])('%s', async (_what, text) => {
    const { add, found } = await classroom()
    add('Cátedra-12', { mac: '08:00:27:4F:BE:38', ip: '192.168.7.21', serialNumber: 'SN-99X' })
    add('otro', { mac: '0A:BB:CC:DD:EE:FF', ip: '10.1.1.1' })
    expect(found(text)).toContain('Cátedra-12')
  })

  test.each([
    '',
    '   ',
    '\u0000',
    'catedra zzz',
    '08:00:28',
    '192.168.8',
    'cat*',
    'cat OR otro',
    'name:cat',
    '""'
  ])('but not %j', async (text) => {
    const { add, found } = await classroom()
    add('Cátedra-12', { mac: '08:00:27:4F:BE:38', ip: '192.168.7.21' })
    expect(found(text)).toEqual([])
  })

  test('the best first: the name itself, its beginning, the beginning of a word, a part, another field', async () => {
    const { add, found } = await classroom()
    for (const name of ['xpc1', 'aula-pc1', 'pc1', 'pc10', 'PC1-b', 'pc2']) add(name)
    add('zeta', { serialNumber: 'pc1' })
    expect(found('pc1')).toEqual(['pc1', 'PC1-b', 'pc10', 'aula-pc1', 'xpc1', 'zeta'])
  })

  test('says where it was found, if not in the name', async () => {
    const { add, find } = await classroom()
    const { id } = add('pc1', { mac: '08:00:27:4F:BE:38', ip: '192.168.7.21', serialNumber: 'SN-99X' })
    const [group] = find('pc1 sn-9', 8)
    expect(group).toEqual({
      kind: 'client',
      more: false,
      hits: [
        {
          kind: 'client',
          id,
          name: 'pc1',
          ip: '192.168.7.21',
          mac: '08:00:27:4F:BE:38',
          state: 'unknown',
          path: ['Aula Ñandú'],
          matched: { field: 'serialNumber', value: 'SN-99X' }
        }
      ]
    })
    expect(find('pc1', 8)[0]?.hits[0]?.matched).toBeNull()
    expect(find('0800274f', 8)[0]?.hits[0]?.matched?.field).toBe('mac')
  })

  test('no more of a kind than asked, and whether there are more', async () => {
    const { add, find } = await classroom()
    for (let i = 1; i <= 5; i++) add(`pc${i}`)
    expect(find('pc', 5)[0]).toMatchObject({ more: false, hits: { length: 5 } })
    expect(find('pc', 4)[0]).toMatchObject({ more: true, hits: { length: 4 } })
  })
})

describe('the index follows its rows', () => {
  test('a computer that is renamed, moved or removed', async () => {
    const { tables, unit, add, found, run } = await classroom()
    const { id } = add('viejo')
    const traceId = tables.traces.insert({
      command: 'refresh',
      clientId: id,
      state: 'pending',
      scheduledAt: 1
    })
    expect(found('viejo', 'trace')).toEqual([`#${traceId}`])
    run(`update clients set name = 'nuevo' where id = ${id}`)
    expect([found('viejo'), found('viejo', 'trace')]).toEqual([[], []])
    expect([found('nuevo'), found('nuevo', 'trace')]).toEqual([['nuevo'], [`#${traceId}`]])

    const other = tables.units.insert(unitInput.parse({ type: 'classroom', name: 'Laboratorio' }), 1)
    run(`update clients set unit_id = ${other.id} where id = ${id}`)
    expect([found('nandu'), found('laboratorio')]).toEqual([[], ['nuevo']])
    run(`update organizational_units set name = 'Taller' where id = ${other.id}`)
    expect([found('laboratorio'), found('taller'), found('taller', 'unit')]).toEqual([
      [],
      ['nuevo'],
      ['Taller']
    ])

    run(`delete from clients where id = ${id}; delete from organizational_units where id = ${other.id}`)
    expect([found('nuevo'), found('nuevo', 'trace'), found('taller', 'unit')]).toEqual([[], [], []])
    expect(found(`#${traceId}`, 'trace')).toEqual([`#${traceId}`])
    expect(found(unit.name, 'unit')).toEqual(['Aula Ñandú'])
  })

  test('a trace is found by the job id that it is given, and no longer by the one before', async () => {
    const { tables, add, found } = await classroom()
    const { id: clientId } = add('pc1')
    const id = tables.traces.insert({ command: 'refresh', clientId, state: 'pending', scheduledAt: 1 })
    tables.traces.update(id, { jobId: 'cafe0123' })
    tables.traces.setProgress(id, 0.5, 2)
    expect(found('cafe01', 'trace')).toEqual([`#${id}`])
    tables.traces.update(id, { jobId: 'beef4567' })
    expect([found('cafe01', 'trace'), found('beef4567', 'trace')]).toEqual([[], [`#${id}`]])
  })

  test('units, subnets, repositories and images', async () => {
    const { tables, found, run } = await classroom()
    expect(found('cientifico', 'unit')).toEqual(['Aula Ñandú'])
    tables.subnets.insert(
      { name: 'Informática', address: '172.16.4.0', netmask: '255.255.255.0', routerIp: null },
      1
    )
    const repository = tables.repositories.insert(
      { name: 'Almacén', ip: '172.16.9.9', port: 8006, path: '/opt' },
      1
    )
    const fullsum = 'd41d8cd98f00b204e9800998ecf8427e'
    tables.images.insert({
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      name: 'win11_base',
      description: 'Imagen de gestión',
      type: 'Windows',
      version: 'Windows 11 Pro',
      architecture: 'x86_64',
      repositoryId: repository.id,
      sourceDisk: 1,
      sourcePartition: 1,
      partitionCode: '7',
      state: 'success',
      createdAt: 1,
      updatedAt: 1
    })
    tables.images.update('01890a5d-ac96-774b-bcce-b302099a8057', { fullsum })
    expect(found('172.16.4', 'subnet')).toEqual(['Informática'])
    expect(found('almacen', 'repository')).toEqual(['Almacén'])
    for (const text of ['win11', 'gestion', 'windows 11', 'd41d8cd9', '#1'])
      expect(found(text, 'image')).toEqual(['win11_base'])
    run(`delete from images; delete from repositories; delete from subnets`)
    expect([found('win11', 'image'), found('almacen', 'repository'), found('172', 'subnet')]).toEqual([
      [],
      [],
      []
    ])
  })

  test('the index is whole after all of it, and empty once its rows are gone', async () => {
    const { add, run, directory } = await classroom()
    add('pc1')
    run(`update clients set system_name = 'Debian'; update organizational_units set comments = 'x'`)
    run(`insert into search (search) values ('integrity-check')`)
    expect(dump(directory).search).toHaveLength(2)
    run(`delete from clients; delete from organizational_units`)
    expect(dump(directory).search).toEqual([])
  })
})

describe('whatever is typed', () => {
  const NAMES = [
    'pc-"uno"',
    "O'Hara",
    'a*b',
    'AND',
    'NEAR(x)',
    'ñ-Ñ',
    '100%_x',
    'aula:1',
    '(y)',
    '日本語',
    'x\\y'
  ]

  test('nothing breaks the question, and every answer holds every word', async () => {
    const { tables, add, find } = await classroom()
    for (const name of NAMES) add(name)
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '*',
        ' - ',
        ':',
        '^',
        ' OR ',
        ' NOT ',
        'NEAR',
        '{name}:',
        '(',
        '%',
        '_',
        "'",
        '\u0000',
        ...NAMES
      )
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const text = pieces.join('')
        const words = searchWords(text)
        for (const { kind, hits } of find(text, 50)) {
          for (const hit of hits) {
            if (hit.kind !== 'client') continue
            expect(kind).toBe('client')
            const row = tables.clients.get(hit.id)!
            const all = fold([row.name, row.ip, row.mac, row.mac.replaceAll(':', ''), ...hit.path].join('\n'))
            for (const word of words) expect(holds(all, word)).toBe(true)
          }
        }
      }),
      { numRuns: 500 }
    )
  })

  test('a computer is found by any part of its name', async () => {
    const { add, found } = await classroom()
    for (const name of NAMES) add(name)
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.nat(20), fc.nat(20), (name, from, to) => {
        const characters = [...name]
        const part = characters.slice(from % characters.length, (from % characters.length) + 1 + to).join('')
        expect(found(part)).toContain(name)
      })
    )
  })
})

test('over the contract: what is too long is refused, what is not there is no answer', async () => {
  const { api } = await startTestConsole()
  expect(await api.search.find({ text: 'nada' })).toEqual([])
  await expect(api.search.find({ text: 'x'.repeat(501) })).rejects.toThrow(/./)
})
