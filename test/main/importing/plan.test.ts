import { describe, expect, test } from 'vitest'
import { readOgAdmBd } from '#main/importing/formats/ogadmbd/read.ts'
import type { ImportSource } from '#main/importing/source.ts'
import { machine, macOf, testInventory } from '../../support/inventory.ts'

/** A centre with two classrooms, each with a network of its own and two computers. */
const campus = () =>
  testInventory({
    repositories: [{ name: 'R1', ip: '10.9.0.1' }],
    subnets: [
      { name: 'Aula 1', address: '10.1.0.0', netmask: '255.255.255.0', routerIp: '10.1.0.254' },
      { name: 'Aula 2', address: '10.2.0.0', netmask: '255.255.255.0' }
    ],
    units: [
      {
        type: 'centre',
        name: 'Centro',
        units: [
          {
            type: 'classroom',
            name: 'Aula 1',
            routerIp: '10.1.0.254',
            netmask: '255.255.255.0',
            clients: [1, 2].map((number) => ({
              ...client(number),
              serialNumber: `S${number}`,
              subnet: '10.1.0.0'
            }))
          },
          {
            type: 'classroom',
            name: 'Aula 2',
            clients: [31, 32].map((number) => ({
              ...client(number),
              ip: `10.2.0.${number}`,
              subnet: '10.2.0.0'
            }))
          }
        ]
      }
    ]
  })
function client(number: number) {
  const { name, mac, ip } = machine(number)
  return { name, mac, ip }
}
const AULA_1 = ['Centro', 'Aula 1']

describe('what a row would do', () => {
  test('a computer that nobody has is new, in the classroom whose network holds its address', () => {
    const [row] = campus().plan({ format: 'dhcpd', clients: [machine(7)] })
    expect(row).toMatchObject({
      effect: 'new',
      kind: 'client',
      name: 'pc07',
      line: 7,
      place: 'Centro › Aula 1',
      matchedBy: null,
      dependsOn: []
    })
    expect(row!.changes).toEqual(
      expect.arrayContaining([
        { field: 'mac', from: null, to: macOf(7) },
        { field: 'unit', from: null, to: 'Centro › Aula 1' },
        { field: 'subnet', from: null, to: '10.1.0.0' }
      ])
    )
  })

  test('without a network that holds it, the person must choose; an existing or a new classroom', () => {
    const { plan, tables } = campus()
    const clients = [machine(7, { ip: '172.16.0.7' })]
    expect(plan({ format: 'kea', clients })[0]).toMatchObject({
      effect: 'error',
      problem: { code: 'no-unit', params: { value: '172.16.0.7' } }
    })
    const aula2 = tables.units.all().find(({ name }) => name === 'Aula 2')!
    expect(plan({ format: 'kea', clients }, { kind: 'unit', unitId: aula2.id })[0]).toMatchObject({
      effect: 'new',
      place: 'Centro › Aula 2'
    })
    const parentId = aula2.parentId
    const rows = plan({ format: 'kea', clients }, { kind: 'new', parentId, name: 'Aula 3' })
    expect(rows.map(({ kind, name, effect }) => [kind, name, effect])).toEqual([
      ['unit', 'Aula 3', 'new'],
      ['client', 'pc07', 'new']
    ])
    expect(rows[1]).toMatchObject({ place: 'Centro › Aula 3', dependsOn: [rows[0]!.key] })
  })

  test('the same computer is unchanged, and what the file does not speak of stays', () => {
    const rows = campus().plan({ clients: [machine(1, { unit: AULA_1 }), machine(2)] })
    expect(rows).toMatchObject([
      { effect: 'unchanged', matchedBy: 'mac', changes: [] },
      { effect: 'unchanged', matchedBy: 'mac', changes: [] }
    ])
  })

  test('field by field: a new address brings the subnet that holds it; a named classroom is a field', () => {
    const [row] = campus().plan({ clients: [machine(1, { ip: '10.2.0.9', unit: ['Centro', 'Aula 2'] })] })
    expect(row).toMatchObject({ effect: 'changed', matchedBy: 'mac', place: 'Centro › Aula 2' })
    expect(row!.changes).toEqual([
      { field: 'ip', from: '10.1.0.1', to: '10.2.0.9' },
      { field: 'unit', from: 'Centro › Aula 1', to: 'Centro › Aula 2' },
      { field: 'subnet', from: '10.1.0.0', to: '10.2.0.0' }
    ])
  })

  test('the same name in the same classroom is the same computer with another machine', () => {
    const [row] = campus().plan({ clients: [machine(1, { mac: macOf(99), unit: AULA_1 })] })
    expect(row).toMatchObject({
      effect: 'changed',
      matchedBy: 'name',
      changes: [{ field: 'mac', from: macOf(1), to: macOf(99) }]
    })
  })

  test('the same address alone is told as what it is, and in another classroom it is a clash', () => {
    const { plan } = campus()
    const stranger = machine(50, { ip: '10.1.0.2' })
    expect(plan({ clients: [stranger] })[0]).toMatchObject({
      effect: 'changed',
      matchedBy: 'ip',
      warning: { code: 'known-by-ip', params: { value: '10.1.0.2' } },
      changes: [
        { field: 'name', from: 'pc02', to: 'pc50' },
        { field: 'mac', from: macOf(2), to: macOf(50) }
      ]
    })
    expect(plan({ clients: [{ ...stranger, unit: ['Centro', 'Aula 2'] }] })[0]).toMatchObject({
      effect: 'error',
      problem: {
        code: 'ip-taken',
        params: { value: '10.1.0.2', client: 'pc02', unit: 'Centro › Aula 1' }
      }
    })
  })

  test('a computer that the inventory has stays in its classroom where the file has no classrooms', () => {
    const { plan, tables } = campus()
    const aula2 = tables.units.all().find(({ name }) => name === 'Aula 2')!
    const rows = plan(
      { format: 'dhcpd', clients: [machine(1, { name: 'profesor' })] },
      { kind: 'unit', unitId: aula2.id }
    )
    expect(rows[0]).toMatchObject({
      place: 'Centro › Aula 1',
      changes: [{ field: 'name', from: 'pc01', to: 'profesor' }]
    })
  })
})

describe('classrooms', () => {
  test('one that only its computers name is made, with all above it, and its computers need it', () => {
    const rows = campus().plan({ clients: [machine(7, { unit: ['Campus Sur', 'Edificio', 'Aula 9'] })] })
    const units = rows.filter(({ kind }) => kind === 'unit')
    expect(
      units.map(({ name, effect, line, operation }) => [
        name,
        effect,
        line,
        operation?.kind === 'unit' && operation.values.type
      ])
    ).toEqual([
      ['Campus Sur', 'new', null, 'centre'],
      ['Edificio', 'new', null, 'classroom-group'],
      ['Aula 9', 'new', null, 'classroom']
    ])
    expect(units[2]!.dependsOn).toEqual([units[1]!.key])
    expect(rows.at(-1)).toMatchObject({ kind: 'client', effect: 'new', dependsOn: [units[2]!.key] })
  })

  test("a spreadsheet's classroom is the inventory's where only one has that name", () => {
    const { plan } = campus()
    expect(plan({ clients: [machine(7, { unit: ['Aula 1'] })] })).toMatchObject([
      { kind: 'client', effect: 'new', place: 'Centro › Aula 1' }
    ])
    // A document says all of the way.
    expect(plan({ format: 'ogdesk', clients: [machine(7, { unit: ['Aula 1'] })] })).toMatchObject([
      { kind: 'unit', effect: 'new', name: 'Aula 1' },
      { kind: 'client', place: 'Aula 1' }
    ])
  })

  test('a kind that cannot stand there is an error, and so are the computers in it', () => {
    const rows = campus().plan({
      format: 'ogdesk',
      units: [{ line: 4, path: [...AULA_1, 'Centro 2'], type: 'centre', fields: {} }],
      clients: [machine(7, { unit: [...AULA_1, 'Centro 2'] })]
    })
    expect(rows).toMatchObject([
      { effect: 'error', problem: { code: 'unit-kind', params: { kind: 'centre', above: 'classroom' } } },
      { effect: 'error', problem: { code: 'needs-failed', params: { name: 'Centro 2', line: 4 } } }
    ])
  })

  test('its fields are compared one by one; another format has no say in what kind it is', () => {
    const unit = { line: 1, path: AULA_1, type: 'client-group' as const, fields: { location: 'Sótano' } }
    const { plan } = campus()
    expect(plan({ units: [{ ...unit, repository: 'R1' }] })[0]!.changes).toEqual([
      { field: 'location', from: null, to: 'Sótano' },
      { field: 'repository', from: null, to: 'R1' }
    ])
    expect(plan({ format: 'ogdesk', units: [unit] })[0]!.changes).toEqual([
      { field: 'type', from: 'classroom', to: 'client-group' },
      { field: 'location', from: null, to: 'Sótano' }
    ])
  })
})

describe('clashes', () => {
  test.each([
    ['mac-twice', { mac: macOf(7) }, macOf(7)],
    ['ip-twice', { ip: '10.1.0.7' }, '10.1.0.7'],
    ['name-twice', { name: 'pc07' }, 'pc07']
  ])('%s in the file: each row names the other one and its line', (code, same, value) => {
    const rows = campus().plan({ clients: [machine(7), machine(8, same), machine(9)] })
    expect(rows).toMatchObject([
      { effect: 'error', problem: { code, params: { value, line: 8 } } },
      { effect: 'error', problem: { code, params: { value, line: 7, other: 'pc07' } } },
      { effect: 'new' }
    ])
  })

  test('one row that changes nothing keeps what it has', () => {
    const rows = campus().plan({ clients: [machine(1), machine(7, { ip: '10.1.0.1' })] })
    expect(rows).toMatchObject([
      { effect: 'error', problem: { code: 'ip-twice', params: { other: 'pc07' } } },
      { effect: 'error', problem: { code: 'ip-twice', params: { other: 'pc01' } } }
    ])
  })

  test('two computers change places: each needs the other', () => {
    const rows = campus().plan({
      clients: [machine(1, { ip: '10.1.0.2' }), machine(2, { ip: '10.1.0.1' })]
    })
    expect(rows).toMatchObject([
      { effect: 'changed', dependsOn: [rows[1]!.key] },
      { effect: 'changed', dependsOn: [rows[0]!.key] }
    ])
  })

  test('a chain breaks where its last one cannot move', () => {
    const rows = campus().plan({
      clients: [
        machine(1, { ip: '10.1.0.2' }),
        machine(2, { ip: '10.2.0.31', unit: AULA_1 }),
        machine(8, { ip: '10.1.0.1' })
      ]
    })
    expect(rows.map(({ name, effect, problem }) => [name, effect, problem?.params.client])).toEqual([
      ['pc01', 'error', 'pc02'],
      ['pc02', 'error', 'pc31'],
      ['pc08', 'error', 'pc01']
    ])
  })

  test('what is wrong with a value, a name or an address is said', () => {
    const rows = campus().plan({
      format: 'ogdesk',
      clients: [
        machine(7, { name: 'x'.repeat(101), unit: AULA_1 }),
        machine(8, { repository: 'R9', unit: AULA_1 }),
        machine(9, { subnet: '10.2.0.0', unit: AULA_1 }),
        machine(10, { subnet: '10.3.0.0', unit: AULA_1 })
      ]
    })
    expect(rows.map(({ problem }) => problem)).toMatchObject([
      { code: 'invalid-value', params: { field: 'name' } },
      { code: 'unknown-repository', params: { name: 'R9' } },
      { code: 'outside-subnet', params: { value: '10.1.0.9', subnet: '10.2.0.0' } },
      { code: 'unknown-subnet', params: { name: '10.3.0.0' } }
    ])
  })

  test('lines that could not be read are rows, and what was read beside them has a warning', () => {
    const problems: ImportSource['problems'] = [
      { line: 3, code: 'bad-mac', params: { value: 'zz' }, excerpt: 'host pc03 { … }' },
      { line: 7, code: 'unsupported', params: { value: '10.1.0.8' }, excerpt: 'host pc07', partial: true }
    ]
    expect(campus().plan({ problems, clients: [machine(7)] })).toMatchObject([
      { kind: 'line', effect: 'error', line: 3, name: 'host pc03 { … }', problem: { code: 'bad-mac' } },
      { kind: 'client', effect: 'new', warning: { code: 'unsupported' } }
    ])
  })
})

describe('the rest', () => {
  test('a subnet keeps the name that people gave it; a document may rename it', () => {
    const subnets = [
      { line: 1, name: '10.1.0.0/24', address: '10.1.0.0', netmask: '255.255.255.0', routerIp: null }
    ]
    const { plan } = campus()
    expect(plan({ format: 'dhcpd', subnets })[0]).toMatchObject({ effect: 'unchanged' })
    expect(plan({ format: 'ogdesk', subnets })[0]!.changes).toEqual([
      { field: 'name', from: 'Aula 1', to: '10.1.0.0/24' },
      { field: 'routerIp', from: '10.1.0.254', to: null }
    ])
  })

  test('a certificate that does not fit its fingerprint is refused', () => {
    const certificate = { fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'), pem: 'x' }
    const [row] = campus().plan({ repositories: [{ line: 1, name: 'R2', ip: '10.9.0.2', certificate }] })
    expect(row).toMatchObject({ effect: 'error', problem: { code: 'certificate-mismatch' } })
  })

  test('an image needs its repository, and a name that is canonical', () => {
    const rows = campus().plan({
      repositories: [{ line: 1, name: 'R2', ip: '10.9.0.2' }],
      images: [
        { line: 2, name: 'windows', repository: 'R2', description: 'Curso 24' },
        { line: 3, name: 'con espacio', repository: 'R1' },
        { line: 4, name: 'linux', repository: 'R9' }
      ]
    })
    expect(rows.slice(1)).toMatchObject([
      { effect: 'new', place: 'R2', dependsOn: [rows[0]!.key] },
      { problem: { code: 'image-name' } },
      { problem: { code: 'unknown-repository' } }
    ])
  })
})

test('a computer that moves to another classroom leaves its seat; what the file says of it counts', () => {
  const { plan } = testInventory({
    units: ['A', 'B'].map((name) => ({
      type: 'classroom' as const,
      name,
      clients: name === 'A' ? [{ ...client(1), planColumn: 2, planRow: 3 }] : []
    }))
  })
  expect(plan({ clients: [machine(1, { unit: ['B'] })] })[0]!.changes).toEqual([
    { field: 'planColumn', from: 2, to: null },
    { field: 'planRow', from: 3, to: null },
    { field: 'unit', from: 'A', to: 'B' }
  ])
  expect(plan({ clients: [machine(1, { unit: ['B'], planColumn: 2, planRow: 3 })] })[0]!.changes).toEqual([
    { field: 'unit', from: 'A', to: 'B' }
  ])
})

test('a repository has its address alone, once all that is picked is taken over', () => {
  const inventory = testInventory({
    repositories: [
      { name: 'R1', ip: '10.9.0.1' },
      { name: 'R2', ip: '10.9.0.2' }
    ]
  })
  const planned = (...hosts: readonly [name: string, host: number][]) =>
    inventory
      .plan({
        repositories: hosts.map(([name, host], index) => ({ line: index + 1, name, ip: `10.9.0.${host}` }))
      })
      .map(({ effect, problem, dependsOn }) => [effect, problem?.params.other ?? null, ...dependsOn])
  expect(planned(['R3', 1])).toEqual([['error', 'R1']])
  expect(planned(['R1', 2])).toEqual([['error', 'R2']])
  expect(planned(['R1', 1], ['R3', 1])).toEqual([
    ['unchanged', null],
    ['error', 'R1']
  ])
  expect(planned(['R3', 3], ['R4', 3])).toEqual([
    ['error', 'R4'],
    ['error', 'R3']
  ])
  expect(planned(['R1', 2], ['R2', 1], ['R3', 3])).toEqual([
    ['changed', null, 'repository/1'],
    ['changed', null, 'repository/0'],
    ['new', null]
  ])
  expect(planned(['R3', 1], ['R1', 2])).toEqual([
    ['error', null],
    ['error', 'R2']
  ])
})

test('a warning is of the row that it was read beside, also where a dump has a whole table on one line', () => {
  const rooms = `INSERT INTO aulas (idaula, nombreaula, idcentro, router) VALUES
(1,'Aula 1',1,'router'),(2,'Aula 2',1,'10.2.0.1'),(3,'Aula 3',9,'10.3.0.1');`.replace('\n', ' ')
  const computers = [1, 2, 3].map(
    (id) => `(${id},'pc${id}','10.${id}.0.2','08002700000${id}',${id},${id === 2 ? 8 : 0})`
  )
  const dump = `INSERT INTO centros (idcentro, nombrecentro) VALUES (1,'Centro');
${rooms}
INSERT INTO ordenadores (idordenador, nombreordenador, ip, mac, idaula, idrepositorio) VALUES ${computers.join()};`
  const rows = testInventory().plan({ ...readOgAdmBd(dump), format: 'ogadmbd' })
  expect(rows.filter(({ effect }) => effect === 'error')).toEqual([])
  const warned = rows.flatMap(({ name, warning }) => (warning ? [[name, warning.params.column]] : []))
  expect(warned).toEqual([
    ['Aula 3', 'idcentro'],
    ['Aula 1', 'router'],
    ['pc2', 'idrepositorio']
  ])
})
