import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOf, startTestConsole } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'

const mac = (number: number) => `02:00:00:00:00:${number.toString(16).padStart(2, '0').toUpperCase()}`

/** Two classrooms in a centre: three computers in the first, one of the same name in the second. */
async function campus(options: { dataDirectory?: string } = {}) {
  const { api, events } = await startTestConsole(options)
  const { inventory } = api
  const repository = await inventory.createRepository({ name: 'R1', ip: '192.168.68.55' })
  const subnet = await inventory.createSubnet({
    name: 'Aula 1',
    address: '192.168.2.0',
    netmask: '255.255.255.0',
    routerIp: '192.168.2.1'
  })
  const centre = await inventory.createUnit({ type: 'centre', name: 'Centro', repositoryId: repository.id })
  const room = await inventory.createUnit({ type: 'classroom', name: 'Aula 1', parentId: centre.id })
  const group = await inventory.createUnit({ type: 'client-group', name: 'Fila 1', parentId: room.id })
  const other = await inventory.createUnit({ type: 'classroom', name: 'Aula 2', parentId: centre.id })
  const client = (number: number, unitId: number, name = `pc0${number}`) =>
    inventory.createClient({
      unitId,
      name,
      mac: mac(number),
      ip: `192.168.2.1${number}`,
      subnetId: subnet.id,
      planColumn: number,
      planRow: 0
    })
  const clients = [
    await client(1, room.id),
    await client(2, room.id),
    await client(3, group.id),
    await client(4, other.id, 'pc01')
  ] as const
  return { api, events, inventory, repository, subnet, centre, room, group, other, clients }
}

describe('units', () => {
  test('only the fields that are sent change', async () => {
    const { inventory, room } = await campus()
    const change = { multicastAddress: '239.194.17.36', multicastPort: 9000, capacity: 30 }
    const changed = await inventory.updateUnit({ id: room.id, change })
    expect(changed).toEqual({ ...room, ...change })
    expect(await inventory.updateUnit({ id: room.id, change: {} })).toEqual(changed)
    expect(await inventory.updateUnit({ id: room.id, change: { capacity: null } })).toMatchObject({
      capacity: null,
      multicastPort: 9000
    })
  })

  test('what is not right is refused, with its field', async () => {
    const { inventory, room } = await campus()
    for (const [change, field] of [
      [{ multicastAddress: '192.168.2.1' }, 'change.multicastAddress'],
      [{ namePattern: 'aula1' }, 'change.namePattern'],
      [{ namePattern: 'pc%02d-%d' }, 'change.namePattern'],
      [{ netmask: '255.0.255.0' }, 'change.netmask'],
      [{ multicastPort: 0 }, 'change.multicastPort']
    ] as const) {
      const failure = await failureOf(inventory.updateUnit({ id: room.id, change }))
      expect(failure).toMatchObject({ code: 'invalid-input', params: { field } })
      expectSentences(failure)
    }
  })

  test('a move goes where it can, and comes back', async () => {
    const { inventory, centre, room, group, other } = await campus()
    const moved = await inventory.moveUnit({ id: group.id, parentId: other.id })
    expect(moved.unit.parentId).toBe(other.id)
    expect(await inventory.undo({ undoId: moved.undoId })).toEqual({ units: 1, clients: 0 })
    const { units } = await inventory.snapshot()
    expect(units.find(({ id }) => id === group.id)).toEqual(group)
    expect(await failureOf(inventory.undo({ undoId: moved.undoId }))).toMatchObject({ code: 'undo-gone' })

    await inventory.createUnit({ type: 'client-group', name: 'Fila 1', parentId: other.id })
    for (const [call, code] of [
      [inventory.moveUnit({ id: centre.id, parentId: group.id }), 'unit-into-itself'],
      [inventory.moveUnit({ id: room.id, parentId: room.id }), 'unit-into-itself'],
      [inventory.moveUnit({ id: room.id, parentId: other.id }), 'unit-cannot-hold'],
      [inventory.moveUnit({ id: group.id, parentId: other.id }), 'duplicate-name'],
      [inventory.updateUnit({ id: other.id, change: { name: 'Aula 1' } }), 'duplicate-name'],
      [inventory.updateUnit({ id: room.id, change: { type: 'centre' } }), 'unit-cannot-hold'],
      [inventory.updateUnit({ id: centre.id, change: { type: 'classroom' } }), 'unit-cannot-hold'],
      [inventory.createUnit({ type: 'classroom', name: 'x', parentId: group.id }), 'unit-cannot-hold'],
      [inventory.moveUnit({ id: 99, parentId: null }), 'not-found']
    ] as const) {
      const failure = await failureOf(call)
      expect(failure.code).toBe(code)
      expectSentences(failure)
    }
  })
})

describe('computers', () => {
  test('edited, with every clash named', async () => {
    const { inventory, subnet, clients } = await campus()
    const [first] = clients
    const changed = await inventory.updateClient({ id: first.id, change: { mac: '0200.0000.00ff' } })
    expect(changed).toEqual({ ...first, mac: '02:00:00:00:00:FF' })
    const update = (change: Parameters<typeof inventory.updateClient>[0]['change']) =>
      failureOf(inventory.updateClient({ id: first.id, change }))
    for (const [failure, code, params] of [
      [await update({ mac: mac(2) }), 'duplicate-mac', { client: 'pc02' }],
      [await update({ ip: '192.168.2.12' }), 'duplicate-ip', { client: 'pc02' }],
      [await update({ name: 'pc02' }), 'duplicate-client-name', { name: 'pc02', unit: 'Aula 1' }],
      [
        await update({ ip: '192.168.3.1' }),
        'ip-outside-subnet',
        { ip: '192.168.3.1', subnet: '192.168.2.0' }
      ],
      [await update({ subnetId: 99 }), 'not-found', {}]
    ] as const) {
      expect(failure).toMatchObject({ code, params })
      expectSentences(failure)
    }
    // Its own values are no clash; and a subnet can be left together with its addresses.
    await inventory.updateClient({ id: first.id, change: { name: 'pc01', ip: '192.168.2.11' } })
    const left = await inventory.updateClient({ id: first.id, change: { ip: '10.0.0.1', subnetId: null } })
    expect(left).toMatchObject({ ip: '10.0.0.1', subnetId: null })
    expect(
      await failureOf(inventory.updateClient({ id: first.id, change: { subnetId: subnet.id } }))
    ).toMatchObject({ code: 'ip-outside-subnet' })
  })

  test('without a subnet, belong to the network of their classroom', async () => {
    const { inventory, room, group, clients } = await campus()
    const network = { routerIp: '192.168.7.1', netmask: '255.255.255.0' }
    await inventory.updateUnit({ id: room.id, change: network })
    const [first, , third] = clients
    const create = (ip: string, unitId: number) =>
      inventory.createClient({ unitId, name: 'nuevo', mac: mac(20), ip, subnetId: null })
    for (const [ip, code] of [
      ['192.168.8.1', 'ip-outside-subnet'],
      ['192.168.7.0', 'ip-of-network'],
      ['192.168.7.1', 'ip-of-router']
    ] as const) {
      const params = { ip, name: 'Aula 1', subnet: '192.168.7.0' }
      for (const work of [
        create(ip, group.id),
        inventory.updateClient({ id: third.id, change: { ip, subnetId: null } })
      ]) {
        const failure = await failureOf(work)
        expect(failure).toMatchObject({ code, params })
        expectSentences(failure)
      }
    }
    // The address that it has is older than the network; nothing else of it is held up.
    await inventory.updateClient({ id: first.id, change: { serialNumber: 'A-1' } })
    expect(await create('192.168.7.2', group.id)).toMatchObject({ ip: '192.168.7.2' })
    const routers = await failureOf(inventory.updateClient({ id: first.id, change: { ip: '192.168.2.1' } }))
    expect(routers).toMatchObject({ code: 'ip-of-router', params: { ip: '192.168.2.1' } })
  })

  test('moved all together or not at all, without their seats, and back to their seats', async () => {
    const { inventory, events, other, clients } = await campus()
    const [first, second, third] = clients
    const clash = await failureOf(inventory.moveClients({ ids: [second.id, first.id], unitId: other.id }))
    expect(clash).toMatchObject({ code: 'duplicate-client-name', params: { name: 'pc01', unit: 'Aula 2' } })
    expect((await inventory.client({ id: second.id })).client).toEqual(second)

    const { moved, undoId } = await inventory.moveClients({ ids: [second.id, third.id], unitId: other.id })
    expect(moved).toBe(2)
    const there = { unitId: other.id, planColumn: null, planRow: null }
    expect((await inventory.client({ id: second.id })).client).toEqual({ ...second, ...there })
    await events.until(() =>
      events.all.some(
        (event) => event.type === 'client' && event.client.unitId === other.id && event.client.id === third.id
      )
    )
    expect(await inventory.undo({ undoId })).toEqual({ units: 0, clients: 2 })
    expect((await inventory.client({ id: third.id })).client).toEqual(third)
  })

  test('the next one is suggested by the pattern of the room, or of its computers', async () => {
    const { inventory, subnet, room, other, group, clients } = await campus()
    const suggest = (unitId: number, like: number | null = null) => inventory.suggestClient({ unitId, like })
    expect(await suggest(room.id)).toEqual({ name: 'pc03', ip: '192.168.2.15', subnetId: subnet.id })
    expect(await suggest(other.id, clients[0].id)).toMatchObject({ name: 'pc02', ip: '192.168.2.15' })
    await inventory.updateUnit({ id: group.id, change: { namePattern: 'aula1-pc%03d' } })
    expect(await suggest(group.id)).toMatchObject({ name: 'aula1-pc001' })
    const empty = await inventory.createUnit({ type: 'classroom', name: 'Aula Ñandú 3' })
    expect(await suggest(empty.id)).toEqual({ name: 'aula-nandu-3-pc01', ip: null, subnetId: null })
    const wired = await inventory.createUnit({ type: 'classroom', name: 'Nueva', routerIp: '192.168.2.1' })
    expect(await suggest(wired.id)).toEqual({ name: 'nueva-pc01', ip: '192.168.2.2', subnetId: subnet.id })
  })
})

describe('subnets and repositories', () => {
  test('a subnet keeps its computers inside, and goes only when it has none', async () => {
    const { inventory, subnet, clients } = await campus()
    const wider = await inventory.updateSubnet({ id: subnet.id, change: { netmask: '255.255.254.0' } })
    expect(wider).toEqual({ ...subnet, netmask: '255.255.254.0' })
    for (const [call, code, params] of [
      [
        inventory.updateSubnet({ id: subnet.id, change: { address: '192.168.9.0' } }),
        'subnet-leaves-client',
        { client: 'pc01' }
      ],
      [inventory.removeSubnet({ id: subnet.id }), 'subnet-in-use', { count: 4, client: 'pc01' }]
    ] as const) {
      const failure = await failureOf(call)
      expect(failure).toMatchObject({ code, params })
      expectSentences(failure)
    }
    for (const { id } of clients) await inventory.updateClient({ id, change: { subnetId: null } })
    const { undoId } = await inventory.removeSubnet({ id: subnet.id })
    expect((await inventory.snapshot()).subnets).toEqual([])
    await inventory.undo({ undoId })
    expect((await inventory.snapshot()).subnets).toEqual([wider])
  })

  test('two repositories cannot have one address, whichever way the second comes', async () => {
    const { inventory, repository } = await campus()
    const second = await inventory.createRepository({ name: 'R2', ip: '192.168.68.55', port: 8007 })
    const { undoId } = await inventory.removeRepository({ id: second.id })
    await inventory.createRepository({ name: 'R3', ip: '192.168.68.55', port: 8007 })
    const third = (await inventory.snapshot()).repositories.at(-1)!
    const before = await inventory.snapshot()
    const document = {
      format: 'ogdesk-inventory' as const,
      version: 2,
      repositories: [{ name: 'R4', ip: '192.168.68.55', port: 8007 }]
    }
    for (const [work, address, name] of [
      [inventory.createRepository({ name: 'R4', ip: '192.168.68.55' }), '192.168.68.55:8006', 'R1'],
      [inventory.updateRepository({ id: third.id, change: { port: 8006 } }), '192.168.68.55:8006', 'R1'],
      [inventory.importDocument(document), '192.168.68.55:8007', 'R3'],
      [inventory.undo({ undoId }), '192.168.68.55:8007', 'R3']
    ] as const) {
      const failure = await failureOf(work)
      expect(failure).toMatchObject({
        code: 'duplicate-repository-address',
        params: { address, repository: name }
      })
      expectSentences(failure)
    }
    expect(await inventory.snapshot()).toEqual(before)
    const change = { name: 'R5', ip: repository.ip, port: repository.port }
    expect(await inventory.updateRepository({ id: repository.id, change })).toMatchObject({ name: 'R5' })
  })

  test('a repository goes only when nothing names it', async () => {
    const { inventory, repository, centre } = await campus()
    const inUse = await failureOf(inventory.removeRepository({ id: repository.id }))
    expect(inUse).toMatchObject({
      code: 'repository-in-use',
      params: { name: 'R1', units: 1, clients: 0, images: 0 }
    })
    expectSentences(inUse)
    await inventory.updateUnit({ id: centre.id, change: { repositoryId: null } })
    const { undoId } = await inventory.removeRepository({ id: repository.id })
    await inventory.createRepository({ name: 'R1', ip: '10.0.0.1' })
    expect(await failureOf(inventory.undo({ undoId }))).toMatchObject({ code: 'duplicate-name' })
    const renamed = (await inventory.snapshot()).repositories[0]!
    await inventory.updateRepository({ id: renamed.id, change: { name: 'R2' } })
    await inventory.undo({ undoId })
    expect((await inventory.snapshot()).repositories).toEqual([repository, { ...renamed, name: 'R2' }])
  })
})

describe('removal', () => {
  test('what would go is listed, goes, and comes back to the letter', async () => {
    const dataDirectory = await temporaryFolder()
    const { inventory, centre, room, group, clients } = await campus({ dataDirectory })
    await inventory.setPartitions({
      clientId: clients[0].id,
      partitions: [{ disk: 1, partition: 1, code: '83', sizeKb: 100 }]
    })
    const before = dump(dataDirectory)
    const doomed = { unitIds: [room.id], clientIds: [clients[3].id] }
    expect(await inventory.removal(doomed)).toEqual({
      units: [
        { id: room.id, name: 'Aula 1', type: 'classroom' },
        { id: group.id, name: 'Fila 1', type: 'client-group' }
      ],
      clients: clients.map(({ id, name, unitId }) => ({ id, name, unitId })),
      images: [],
      running: [],
      scheduled: []
    })
    const { undoId, ...counts } = await inventory.remove(doomed)
    expect(counts).toEqual({ units: 2, clients: 4 })
    const { units, clients: left } = await inventory.snapshot()
    expect([units.map(({ id }) => id).includes(centre.id), left]).toEqual([true, []])

    expect(await inventory.undo({ undoId })).toEqual({ units: 2, clients: 4 })
    expect(dump(dataDirectory)).toEqual(before)
  })

  test('an undo that has lost its place says so, and changes nothing', async () => {
    const { inventory, other, clients } = await campus()
    const remove = (clientIds: number[]) => inventory.remove({ clientIds, unitIds: [] })
    const first = await remove([clients[0].id, clients[1].id])
    await inventory.createClient({ unitId: other.id, name: 'nuevo', mac: mac(2), ip: '10.0.0.1' })
    const failure = await failureOf(inventory.undo({ undoId: first.undoId }))
    expect(failure).toMatchObject({ code: 'duplicate-mac', params: { client: 'nuevo' } })
    expect((await inventory.snapshot()).clients.map(({ name }) => name)).not.toContain('pc02')

    const second = await remove([clients[2].id])
    await inventory.remove({ unitIds: [clients[2].unitId], clientIds: [] })
    const orphaned = await failureOf(inventory.undo({ undoId: second.undoId }))
    expect(orphaned.code).toBe('undo-clash')
    expectSentences(orphaned)
  })

  test('whatever is removed, in whatever order, undone backwards gives the same database', async () => {
    const dataDirectory = await temporaryFolder()
    const { inventory } = await campus({ dataDirectory })
    const before = dump(dataDirectory)
    const choice = fc.record({
      unit: fc.boolean(),
      place: fc.nat(10)
    })
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { maxLength: 5 }), async (choices) => {
        const undoIds: string[] = []
        for (const { unit, place } of choices) {
          const { units, clients } = await inventory.snapshot()
          const rows = unit ? units : clients
          const row = rows[place % Math.max(rows.length, 1)]
          if (!row) continue
          const doomed = unit ? { unitIds: [row.id] } : { clientIds: [row.id] }
          undoIds.push((await inventory.remove(doomed)).undoId)
        }
        while (undoIds.length > 0) await inventory.undo({ undoId: undoIds.pop()! })
        expect(dump(dataDirectory)).toEqual(before)
      }),
      { numRuns: 25 }
    )
  })
})
