import { describe, expect, test } from 'vitest'
import type { FailureError } from '#main/failure-error.ts'
import type { Failure } from '#shared/domain/failures.ts'
import { labInventory } from '../../../scripts/lib/classroom.ts'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'
import { testLab } from '../../support/site.ts'

const seed = async () => labInventory((await testLab({ computers: 3 })).describe())

describe('an inventory document', () => {
  test("the seed's classroom, whole", async () => {
    const { api, console, events } = await startTestConsole()
    expect(console.importInventory(await seed())).toEqual({
      units: 2,
      subnets: 1,
      repositories: 1,
      clients: 3
    })
    const { units, clients, subnets, repositories } = await api.inventory.snapshot()
    const [aula, centro] = units
    expect(centro).toMatchObject({ type: 'centre', name: 'Centro Demo', parentId: null })
    expect(aula).toMatchObject({
      type: 'classroom',
      name: 'Aula Demo',
      parentId: centro!.id,
      routerIp: '192.168.2.1',
      netmask: '255.255.255.0',
      repositoryId: repositories[0]!.id
    })
    expect(clients).toMatchObject([
      {
        name: 'modelo',
        ip: '192.168.2.2',
        mac: '08:00:27:4F:BE:38',
        unitId: aula!.id,
        subnetId: subnets[0]!.id,
        effective: { repositoryId: repositories[0]!.id, pxeTemplate: 'oglive' }
      },
      { name: 'pc1', ip: '192.168.2.3', mac: '08:00:27:0B:88:BE' },
      { name: 'pc2' }
    ])
    const { partitions } = await api.inventory.client({ id: clients[0]!.id })
    expect(partitions).toMatchObject([
      { partition: 0, code: '1' },
      { partition: 1, code: '0', fileSystem: 'EMPTY' },
      { partition: 2, code: '83', fileSystem: 'EXT4', system: 'Ubuntu 24.04 LTS', sizeKb: 511997 * 1024 }
    ])
    // So many rows are told as one event.
    await events.until(() => events.all.some(({ type }) => type === 'inventory'))
    expect(events.all.filter(({ type }) => !/^(subscribed|webhook-status)$/.test(type))).toHaveLength(1)
  })

  test('all or nothing: what is wrong at its very end undoes all of it', async () => {
    const { api, console, events } = await startTestConsole()
    const { revision } = await api.inventory.snapshot()
    const breakers: [(document: Awaited<ReturnType<typeof seed>>) => void, string, object][] = [
      [
        ({ units }) => void (units[0]!.units[0]!.clients[2]!.mac = '08:00:27:4F:BE:38'),
        'duplicate-mac',
        { mac: '08:00:27:4F:BE:38', client: 'modelo' }
      ],
      [
        ({ units }) => void (units[0]!.units[0]!.clients[2]!.ip = '192.168.2.2'),
        'duplicate-ip',
        { ip: '192.168.2.2', client: 'modelo' }
      ],
      [
        ({ units }) => void (units[0]!.units[0]!.clients[2]!.name = 'pc1'),
        'duplicate-client-name',
        { name: 'pc1' }
      ],
      [
        ({ units }) => void (units[0]!.units[0]!.clients[2]!.subnet = '10.0.0.0'),
        'unknown-reference',
        { field: 'pc2.subnet', name: '10.0.0.0', list: 'subnets' }
      ],
      [
        ({ units }) => void (units[0]!.units[0]!.clients[2]!.repository = 'R9'),
        'unknown-reference',
        { field: 'pc2.repository', name: 'R9' }
      ],
      [
        ({ units }) => void (units[0]!.units[0]!.repository = 'R9'),
        'unknown-reference',
        { field: 'Aula Demo.repository', name: 'R9' }
      ],
      [
        ({ units }) => void units[0]!.units.push(units[0]!.units[0]!),
        'duplicate-name',
        { name: 'Aula Demo' }
      ],
      [
        (document) => void document.subnets.push(document.subnets[0]!),
        'duplicate-name',
        { name: '192.168.2.0' }
      ]
    ]
    for (const [damage, code, params] of breakers) {
      const document = await seed()
      damage(document)
      let failure: Failure | null = null
      try {
        console.importInventory(document)
      } catch (error) {
        failure = (error as FailureError).failure
      }
      expect(failure).toMatchObject({ code, params })
      expectSentences(failure)
      expect(await failureOf(api.inventory.importDocument(document))).toMatchObject({ code, params })
    }
    expect(await api.inventory.snapshot()).toMatchObject({
      revision,
      units: [],
      subnets: [],
      repositories: [],
      clients: []
    })
    expect(events.all.map(({ type }) => type)).not.toContain('inventory')
    console.importInventory(await seed())
  })

  test('a place that is not valid is named as people count it', async () => {
    const { api } = await startTestConsole()
    const document = await seed()
    document.units[0]!.units[0]!.clients[2]!.mac = 'not a mac'
    const failure = await failureOf(api.inventory.importDocument(document))
    expect(failure).toMatchObject({
      code: 'invalid-input',
      params: { field: 'units[0].units[0].clients[2].mac' }
    })
    expectSentences(failure)
    expect(
      (await failureOf(api.inventory.importDocument({ format: 'x', version: 1 } as never))).params.field
    ).toBe('format')
  })

  test('a newer one is refused, and says so', async () => {
    const { api, console } = await startTestConsole()
    const newer = { ...(await seed()), version: 3 }
    const failure = await failureOf(api.inventory.importDocument(newer))
    expect(failure).toMatchObject({ code: 'inventory-newer', params: { version: 3, supported: 2 } })
    expectSentences(failure)
    expect(() => console.importInventory({ version: 3, format: 'ogdesk-inventory', halls: [] })).toThrow(
      /newer|3/
    )
  })

  test.each([null, undefined, 7, 'text', [], {}, { format: 'ogdesk-inventory' }])(
    '%j is none',
    async (document) => {
      const { console } = await startTestConsole()
      expect(() => console.importInventory(document)).toThrow(/./)
    }
  )
})
