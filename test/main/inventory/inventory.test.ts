import { describe, expect, test } from 'vitest'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { expectSentences } from '../../support/sentences.ts'

/** A centre, its group, its classroom and a group of computers in it, each with something to inherit or not. */
async function emptyConsole() {
  const { api, clock, events } = await startTestConsole()
  const repository = await api.inventory.createRepository({ name: 'R1', ip: '192.168.68.55' })
  const other = await api.inventory.createRepository({
    name: 'R2',
    ip: '192.168.68.56',
    port: 9000,
    path: '/images'
  })
  const subnet = await api.inventory.createSubnet({
    name: 'Aula',
    address: '192.168.2.0',
    netmask: '255.255.255.0'
  })
  const centre = await api.inventory.createUnit({
    type: 'centre',
    name: 'Centro',
    repositoryId: repository.id,
    ogLive: 'live-1'
  })
  const classroom = await api.inventory.createUnit({
    type: 'classroom',
    name: 'Aula',
    parentId: centre.id,
    routerIp: '192.168.2.1',
    netmask: '255.255.255.0',
    pxeTemplate: 'pxe-1'
  })
  const client = { unitId: classroom.id, name: 'modelo', mac: '08-00-27-4f-be-38', ip: '192.168.2.2' }
  return { api, clock, events, repository, other, subnet, centre, classroom, client }
}

describe('create and read', () => {
  test('every kind comes back as it was written, with what was left out', async () => {
    const { api, clock, repository, other, subnet, centre, classroom, client } = await emptyConsole()
    const group = await api.inventory.createUnit({
      type: 'client-group',
      name: 'Fila 1',
      parentId: classroom.id,
      comments: 'ventanas'
    })
    const modelo = await api.inventory.createClient({
      ...client,
      unitId: group.id,
      subnetId: subnet.id,
      serialNumber: 'S1',
      networkInterface: 'eth0'
    })
    const partitions = await api.inventory.setPartitions({
      clientId: modelo.id,
      partitions: [
        {
          disk: 1,
          partition: 2,
          code: '0x83',
          fileSystem: 'EXT4',
          sizeKb: 524284928,
          usagePercent: 3,
          system: 'Ubuntu 24.04 LTS'
        },
        { disk: 1, partition: 0, code: '01', sizeKb: 524288000 }
      ]
    })
    expect(partitions).toMatchObject([
      { disk: 1, partition: 0, code: '1', fileSystem: 'EMPTY', system: '', usagePercent: 0 },
      { disk: 1, partition: 2, code: '83', fileSystem: 'EXT4', sizeKb: 524284928, usagePercent: 3 }
    ])
    expect(await api.inventory.snapshot()).toMatchObject({
      repositories: [
        {
          ...repository,
          port: 8006,
          path: '/opt/opengnsys/ogrepository/images',
          certificateFingerprint: null
        },
        { ...other, port: 9000, path: '/images' }
      ],
      subnets: [subnet],
      units: expect.arrayContaining([centre, classroom, group]) as unknown,
      clients: [modelo]
    })
    expect(modelo).toMatchObject({
      mac: '08:00:27:4F:BE:38',
      agentPort: 8000,
      state: 'unknown',
      stateSince: clock.now(),
      createdAt: clock.now()
    })
    expect(await api.inventory.client({ id: modelo.id })).toMatchObject({ client: modelo, partitions })
    // Once more: the new table replaces the old one.
    await api.inventory.setPartitions({
      clientId: modelo.id,
      partitions: [{ disk: 1, partition: 1, code: '7', sizeKb: 1 }]
    })
    expect((await api.inventory.client({ id: modelo.id })).partitions).toMatchObject([
      { partition: 1, code: '7' }
    ])
  })

  test('what a client does not have is inherited from the nearest unit that has it', async () => {
    const { api, repository, other, classroom, client } = await emptyConsole()
    const group = await api.inventory.createUnit({
      type: 'client-group',
      name: 'Fila 1',
      parentId: classroom.id,
      repositoryId: other.id
    })
    const effective = async (input: object) =>
      (await api.inventory.createClient({ ...client, ...input })).effective
    expect(await effective({})).toEqual({
      repositoryId: repository.id,
      ogLive: 'live-1',
      pxeTemplate: 'pxe-1'
    })
    const second = { name: 'pc1', mac: '080027000001', ip: '192.168.2.3', unitId: group.id }
    expect(await effective(second)).toEqual({
      repositoryId: other.id,
      ogLive: 'live-1',
      pxeTemplate: 'pxe-1'
    })
    const third = {
      name: 'pc2',
      mac: '080027000002',
      ip: '192.168.2.4',
      unitId: group.id,
      repositoryId: repository.id,
      ogLive: 'own'
    }
    expect(await effective(third)).toEqual({
      repositoryId: repository.id,
      ogLive: 'own',
      pxeTemplate: 'pxe-1'
    })
    const { clients } = await api.inventory.snapshot()
    expect(clients.map(({ effective }) => effective.repositoryId)).toEqual([
      repository.id,
      other.id,
      repository.id
    ])
  })

  test('nothing is there yet', async () => {
    const { api } = await startTestConsole()
    expect(await api.inventory.snapshot()).toMatchObject({
      units: [],
      subnets: [],
      repositories: [],
      clients: []
    })
    expect((await failureOf(api.inventory.client({ id: 1 }))).code).toBe('not-found')
    expect((await failureOf(api.inventory.setPartitions({ clientId: 1, partitions: [] }))).code).toBe(
      'not-found'
    )
  })
})

describe('what clashes is named, and not written', () => {
  test('units, subnets, repositories and clients', async () => {
    const { api, centre, classroom, client } = await emptyConsole()
    await api.inventory.createClient(client)
    const before = await api.inventory.snapshot()
    const create = api.inventory
    const clashes = [
      [create.createUnit({ type: 'centre', name: 'Centro' }), 'duplicate-name', { name: 'Centro' }],
      [
        create.createUnit({ type: 'classroom', name: 'Aula', parentId: centre.id }),
        'duplicate-name',
        { name: 'Aula' }
      ],
      [
        create.createSubnet({ name: 'x', address: '192.168.2.0', netmask: '255.255.0.0' }),
        'duplicate-name',
        { name: '192.168.2.0' }
      ],
      [create.createRepository({ name: 'R1', ip: '10.0.0.1' }), 'duplicate-name', { name: 'R1' }],
      [
        create.createClient({ ...client, name: 'x', ip: '192.168.2.9' }),
        'duplicate-mac',
        { mac: '08:00:27:4F:BE:38', client: 'modelo' }
      ],
      [
        create.createClient({ ...client, name: 'x', mac: '080027000009' }),
        'duplicate-ip',
        { ip: '192.168.2.2', client: 'modelo' }
      ],
      [
        create.createClient({ ...client, ip: '192.168.2.9', mac: '080027000009' }),
        'duplicate-client-name',
        { name: 'modelo' }
      ],
      [create.createClient({ ...client, unitId: 99 }), 'not-found', {}],
      [create.createUnit({ type: 'classroom', name: 'x', parentId: 99 }), 'not-found', {}],
      [create.createUnit({ type: 'classroom', name: 'x', repositoryId: 99 }), 'not-found', {}],
      [
        create.setPartitions({
          clientId: 1,
          partitions: [
            { disk: 1, partition: 1, code: '7', sizeKb: 1 },
            { disk: 1, partition: 1, code: '83', sizeKb: 1 }
          ]
        }),
        'duplicate-name',
        { name: '1.1' }
      ]
    ] as const
    for (const [call, code, params] of clashes) {
      const failure = await failureOf(call)
      expect(failure).toMatchObject({ code, params })
      expectSentences(failure)
    }
    expect({ ...(await api.inventory.snapshot()), revision: 0 }).toEqual({ ...before, revision: 0 })
    // The same name elsewhere is another thing.
    await api.inventory.createUnit({ type: 'client-group', name: 'Centro', parentId: classroom.id })
  })
})

describe('what is not valid', () => {
  test.each([
    ['es', /«mac».*no es una dirección MAC/],
    ['en', /mac.*is not a MAC address/i],
    ['ca', /mac.*no és una adreça MAC/i]
  ] as const)('is said in the language of the window: %s', async (language, words) => {
    const { api, client } = await emptyConsole()
    await api.system.changeSettings({ language })
    const failure = await failureOf(api.inventory.createClient({ ...client, mac: 'not a mac' }))
    expect(failure).toMatchObject({ code: 'invalid-input', params: { field: 'mac' } })
    const { failureSentence } = await import('#shared/messages/format.ts')
    expect(failureSentence(language, failure)).toMatch(words)
  })

  test('every field is looked at, and the place of the first bad one told', async () => {
    const { api, client } = await emptyConsole()
    const invalid = async (call: Promise<unknown>) => {
      const failure = await failureOf(call)
      expect(failure.code).toBe('invalid-input')
      expect(String(failure.params.problem)).not.toBe('')
      expectSentences(failure)
      return failure.params.field
    }
    const { createClient, createSubnet, createUnit, setPartitions } = api.inventory
    expect(await invalid(createClient({ ...client, ip: '192.168.2.256' }))).toBe('ip')
    expect(await invalid(createClient({ ...client, name: '  ' }))).toBe('name')
    expect(await invalid(createClient({ ...client, agentPort: 70_000 }))).toBe('agentPort')
    expect(await invalid(createSubnet({ name: 'x', address: '10.0.0.0', netmask: '255.0.255.0' }))).toBe(
      'netmask'
    )
    expect(await invalid(createUnit({ type: 'planet' as 'centre', name: 'x' }))).toBe('type')
    const partitions = [
      { disk: 1, partition: 1, code: '7', sizeKb: 1 },
      { disk: 1, partition: 2, code: 'zz', sizeKb: 1 }
    ]
    expect(await invalid(setPartitions({ clientId: 1, partitions }))).toBe('partitions[1].code')
    expect(await invalid(api.imaging.prepare({ clientId: 0 }))).toBe('clientId')
    expect(await invalid(api.inventory.client(undefined as never))).toBe('–')
  })
})
