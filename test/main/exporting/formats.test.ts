import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { createExports } from '#main/exporting/exports.ts'
import { readSource } from '#main/importing/read-source.ts'
import { inventories } from '../../support/inventories.ts'
import { testInventory } from '../../support/inventory.ts'

const FORMATS = [
  ['csv', ';'],
  ['csv', ','],
  ['dhcpd', ';'],
  ['kea', ';']
] as const

describe.each(FORMATS)('%s with %s', (format, separator) => {
  test('reads back as the same computers, and says nothing new of them', async () => {
    await fc.assert(
      fc.asyncProperty(inventories, async (document) => {
        const { tables, plan } = testInventory({ ...document, images: [], smartGroups: [] })
        const file = await createExports(tables, () => 0).make({ format, separator, selection: 'all' })
        const clients = tables.clients.all()
        expect(file.clients).toBe(clients.length)
        if (clients.length === 0) return
        const source = await readSource(Buffer.from(file.content), { fileName: file.fileName, format: null })
        expect(source.format).toBe(format)
        expect(source.problems).toEqual([])
        const traits = ({ mac, name, ip }: { mac: string; name: string; ip: string }) => [mac, name, ip]
        expect(source.clients.map(traits).sort()).toEqual(clients.map(traits).sort())
        expect(
          plan(source)
            .filter(({ effect }) => effect !== 'unchanged')
            .map(({ name, changes, problem }) => ({ name, changes, problem }))
        ).toEqual([])
      }),
      { numRuns: 15 }
    )
  })
})

const classrooms = () =>
  testInventory({
    subnets: [{ name: 'Red', address: '10.0.0.0', netmask: '255.255.255.0', routerIp: '10.0.0.254' }],
    units: [
      {
        type: 'centre',
        name: 'Centro',
        units: ['Aula 1', 'Aula 2'].map((name, index) => ({
          type: 'classroom' as const,
          name,
          clients: [
            { name: 'pc1', mac: `08:00:27:00:00:0${index}`, ip: `10.0.0.${index + 1}`, subnet: '10.0.0.0' }
          ]
        }))
      }
    ]
  })

describe('a selection', () => {
  test('of computers, of a unit with all below it, or of everything', async () => {
    const { tables } = classrooms()
    const { make } = createExports(tables, () => 0)
    const rows = async (selection: Parameters<typeof make>[0]['selection']) => {
      const { content, fileName } = await make({ format: 'csv', selection, separator: ',' })
      return [fileName, ...(parse(content, { bom: true, from: 2 }) as string[][]).map(([, mac]) => mac)]
    }
    const [one, two] = tables.clients.all()
    const unit = (name: string) => tables.units.all().find((row) => row.name === name)!.id
    expect(await rows({ clientIds: [two!.id] })).toEqual(['equipos.csv', two!.mac])
    expect(await rows({ unitIds: [unit('Aula 1')] })).toEqual(['aula-1.csv', one!.mac])
    expect(await rows({ unitIds: [unit('Centro')] })).toEqual(['centro.csv', one!.mac, two!.mac])
    expect(await rows('all')).toEqual(['equipos.csv', one!.mac, two!.mac])
    await expect(rows({ unitIds: [999] })).rejects.toMatchObject({ failure: { code: 'not-found' } })
  })

  test('dhcpd.conf: subnets, a group a classroom, and a name of its own for each host', async () => {
    const { make } = createExports(classrooms().tables, () => 0)
    const { content } = await make({ format: 'dhcpd', selection: 'all', separator: ';' })
    expect(content).toBe(`use-host-decl-names on;

# Red
subnet 10.0.0.0 netmask 255.255.255.0 {
  option routers 10.0.0.254;
}

# Centro › Aula 1
group "Aula 1" {
  host 08_00_27_00_00_00 { hardware ethernet 08:00:27:00:00:00; fixed-address 10.0.0.1; option host-name "pc1"; }
}

# Centro › Aula 2
group "Aula 2" {
  host 08_00_27_00_00_01 { hardware ethernet 08:00:27:00:00:01; fixed-address 10.0.0.2; option host-name "pc1"; }
}
`)
  })

  test('a spreadsheet takes no cell for a formula', async () => {
    const { tables } = testInventory({
      units: [
        {
          type: 'classroom',
          name: '=cmd|calc',
          clients: [{ name: '+1', mac: '08:00:27:00:00:01', ip: '10.0.0.1', serialNumber: "'@x" }]
        }
      ]
    })
    const { make } = createExports(tables, () => 0)
    const { content } = await make({ format: 'csv', selection: 'all', separator: ';' })
    expect(content).toBe(
      `\uFEFFNombre;MAC;IP;Aula;Nº de serie\r\n'+1;08:00:27:00:00:01;10.0.0.1;'=cmd|calc;''@x\r\n`
    )
  })
})
