/** Computers that report in and are not in the inventory, and their way into it. */
import { expect, test } from 'vitest'
import { clientInput, unitInput } from '#shared/contract/inputs.ts'
import { failureOf, testSecrets } from '../../support/console.ts'
import { dump } from '../../support/database.ts'
import { temporaryFolder } from '../../support/files.ts'
import { expectSentences } from '../../support/sentences.ts'
import { consoleFor, networkMapOf, testLab } from '../../support/site.ts'
import { AGENT_REPORT, post } from '../../support/webhook.ts'

const SECRET = 'dwpgAAAAdwpgAAAAdwpgAAAAdwpgAAAA'
const STARTED = {
  mac: '02-fc-00-00-00-01',
  ip: '192.168.2.50',
  secret: SECRET,
  ostype: 'Windows',
  osversion: 'Windows-11-10.0.22631-SP0',
  agent_version: '1.4.5'
}
const MAC = '02:FC:00:00:00:01'

interface Row {
  mac: string
  agent_secret: Buffer | null
}

/** A classroom whose unknown computers, 192.168.2.50 and the two behind it, call from 127.0.0.50 and so on. */
async function site() {
  const directory = await temporaryFolder()
  const lab = await testLab()
  const strangers = [50, 51, 52].map((host) => `192.168.2.${host}:8000=127.0.0.${host}:1`)
  const networkMap = [...networkMapOf(lab), ...strangers]
  const made = await consoleFor(lab, { dataDirectory: directory, networkMap })
  const { units } = await made.api.inventory.snapshot()
  const report = (event: string, body: unknown, localAddress = '127.0.0.50') =>
    post(`${made.url()}${AGENT_REPORT}/${event}`, body, { localAddress })
  const list = async () => (await made.api.discovered.list()).computers
  const firstId = async () => (await list())[0]!.id
  const unit = units.find(({ type }) => type === 'classroom')!
  const rowOf = (table: string, mac: string) =>
    (dump(directory)[table] as Row[]).find((row) => row.mac === mac)
  return { ...made, directory, report, list, firstId, unit, rowOf }
}

test('it appears, live, with what it says of itself; its secret stays encrypted and inside', async () => {
  const { report, list, events, clock, directory, rowOf } = await site()
  const seen = clock.now()
  expect(await report('started', STARTED)).toEqual({ status: 200, json: { ok: true, known: false } })
  const [computer] = await list()
  expect(computer).toEqual({
    id: expect.any(Number) as number,
    mac: MAC,
    ip: '192.168.2.50',
    sourceAddress: '192.168.2.50',
    systemName: STARTED.osversion,
    osType: 'Windows',
    agentVersion: '1.4.5',
    state: 'windows',
    lastEvent: 'started',
    reports: 1,
    firstSeenAt: seen,
    lastSeenAt: seen,
    ignored: false
  })
  const told = await events.until(() => events.all.find(({ type }) => type === 'discovered'))
  expect(told).toMatchObject({ id: computer!.id, computer })
  const secret = rowOf('discovered_clients', MAC)!.agent_secret!
  expect(testSecrets.decrypt(secret)).toBe(SECRET)
  expect(JSON.stringify(dump(directory)) + JSON.stringify(events.all)).not.toContain(SECRET)
  // Without its MAC address, as agents tell of sessions: it is known by its address.
  clock.advance(5000)
  await report('loggedin', { ip: STARTED.ip, user: 'alumno', ostype: 'Windows' })
  expect(await list()).toMatchObject([
    {
      reports: 2,
      lastEvent: 'loggedin',
      state: 'windows-session',
      firstSeenAt: seen,
      lastSeenAt: clock.now()
    }
  ])
  await report('stopped', { mac: STARTED.mac, ip: STARTED.ip })
  expect(await list()).toMatchObject([{ state: 'off', agentVersion: '1.4.5', systemName: STARTED.osversion }])
})

test('a report without an address of a network card is logged, and not kept', async () => {
  const { report, list, logs } = await site()
  for (const mac of [undefined, '', 'none', '02:fc:00:00:00']) await report('started', { ...STARTED, mac })
  expect(await list()).toEqual([])
  expect(logs.filter(({ message }) => message === 'report of an unknown computer')).toHaveLength(4)
})

test('it speaks for itself alone: where it calls from is noted, and what it says of others is not handed on', async () => {
  const { report, list, api, unit, rowOf } = await site()
  await report('started', STARTED, '127.0.0.51')
  const [computer] = await list()
  expect(computer).toMatchObject({ ip: '192.168.2.50', sourceAddress: '127.0.0.51' })
  // Its address is suggested from where it called; a person who knows better writes the other one.
  const [suggested] = await api.discovered.suggest({ ids: [computer!.id], unitId: unit.id })
  expect(suggested).toMatchObject({ ip: '127.0.0.51', subnetId: null })
  const { clients: adopted } = await api.discovered.adopt({
    unitId: unit.id,
    clients: [{ id: computer!.id, name: 'pc50', ip: '192.168.2.50' }]
  })
  expect(adopted).toMatchObject([{ state: 'unknown', agentVersion: null, reportedAt: null }])
  expect(rowOf('clients', MAC)!.agent_secret).toBeNull()
  expect(await list()).toEqual([])
})

test('adopted: named by the pattern, in its subnet, with all that its agent has said', async () => {
  const { report, list, api, unit, rowOf, events, clock } = await site()
  await api.inventory.updateUnit({ id: unit.id, change: { namePattern: 'aula1-pc%02d' } })
  await report('started', { ...STARTED, mac: '02:FC:00:00:00:02', ip: '192.168.2.51' }, '127.0.0.51')
  await report('started', STARTED)
  const ids = (await list()).map(({ id }) => id)
  const suggested = await api.discovered.suggest({ ids, unitId: unit.id })
  expect(suggested).toMatchObject([
    { name: 'aula1-pc01', ip: '192.168.2.50', subnetId: 1 },
    { name: 'aula1-pc02', ip: '192.168.2.51', subnetId: 1 }
  ])
  const adoption = suggested.map(({ id, name, ip }) => ({ id, name, ip }))
  const { clients } = await api.discovered.adopt({ unitId: unit.id, clients: adoption })
  expect(clients[0]).toMatchObject({
    name: 'aula1-pc01',
    mac: MAC,
    subnetId: 1,
    state: 'windows',
    agentVersion: '1.4.5',
    systemName: STARTED.osversion,
    reportedAt: clock.now()
  })
  expect(testSecrets.decrypt(rowOf('clients', MAC)!.agent_secret!)).toBe(SECRET)
  expect(await list()).toEqual([])
  await events.until(() => events.all.at(-1)?.type === 'inventory')
  expect(events.all.filter((event) => event.type === 'discovered').slice(-2)).toMatchObject([
    { computer: null },
    { computer: null }
  ])
  // From now on it is one of ours.
  expect((await report('stopped', STARTED)).json.known).toBe(true)
})

test('an adoption is taken back, with what the agents have said since', async () => {
  const { report, list, api, unit, rowOf, clock } = await site()
  await report('started', STARTED)
  await report('started', { ...STARTED, mac: '02:FC:00:00:00:02', ip: '192.168.2.51' }, '127.0.0.51')
  const before = await list()
  const inventory = await api.inventory.snapshot()
  const adopt = async () => {
    const suggested = await api.discovered.suggest({ ids: before.map(({ id }) => id), unitId: unit.id })
    return api.discovered.adopt({
      unitId: unit.id,
      clients: suggested.map(({ id, name, ip }) => ({ id, name, ip }))
    })
  }
  const first = await adopt()
  expect(await api.inventory.undo({ undoId: first.undoId })).toEqual({ units: 0, clients: 2 })
  expect(await list()).toEqual(before)
  expect((await api.inventory.snapshot()).clients).toEqual(inventory.clients)
  expect(testSecrets.decrypt(rowOf('discovered_clients', MAC)!.agent_secret!)).toBe(SECRET)

  const second = await adopt()
  clock.advance(1000)
  await report('started', { ...STARTED, secret: SECRET.toLowerCase(), agent_version: '1.5.0' })
  await api.inventory.undo({ undoId: second.undoId })
  expect((await list()).map(({ mac, agentVersion }) => [mac, agentVersion]).sort()).toEqual([
    [MAC, '1.5.0'],
    ['02:FC:00:00:00:02', '1.4.5']
  ])
  expect(testSecrets.decrypt(rowOf('discovered_clients', MAC)!.agent_secret!)).toBe(SECRET.toLowerCase())
  expect((await failureOf(api.inventory.undo({ undoId: second.undoId }))).code).toBe('undo-gone')
})

test('names go on where the computers of the classroom stop; without any, from its own name', async () => {
  const { report, firstId, api, unit } = await site()
  await report('started', STARTED)
  const id = await firstId()
  for (const [name, mac] of [
    ['pc01', '02:00:00:00:00:0A'],
    ['pc02', '02:00:00:00:00:0B']
  ] as const) {
    await api.inventory.createClient(
      clientInput.parse({ unitId: unit.id, name, mac, ip: `192.168.2.9${name.at(-1)}` })
    )
  }
  expect(await api.discovered.suggest({ ids: [id], unitId: unit.id })).toMatchObject([{ name: 'pc03' }])
  const other = await api.inventory.createUnit(unitInput.parse({ type: 'classroom', name: 'Aula Ñandú' }))
  expect(await api.discovered.suggest({ ids: [id], unitId: other.id })).toMatchObject([
    { name: 'aula-nandu-pc01' }
  ])
})

test('a clash is named, and nobody is adopted', async () => {
  const { report, list, api, unit, directory } = await site()
  await report('started', STARTED)
  await report('started', { ...STARTED, mac: '02:FC:00:00:00:02', ip: '192.168.2.51' }, '127.0.0.51')
  const [second, first] = (await list()).map(({ id }) => id) as [number, number]
  const before = dump(directory)
  const adopt = (name: string, ip: string) =>
    api.discovered.adopt({
      unitId: unit.id,
      clients: [
        { id: first, name: 'pc50', ip: '192.168.2.50' },
        { id: second, name, ip }
      ]
    })
  for (const [name, ip, code] of [
    ['modelo', '192.168.2.51', 'duplicate-client-name'],
    ['pc50', '192.168.2.51', 'duplicate-client-name'],
    ['pc51', '192.168.2.2', 'duplicate-ip'],
    ['pc51', '192.168.2.50', 'duplicate-ip']
  ] as const) {
    const failure = await failureOf(adopt(name, ip))
    expect(failure.code).toBe(code)
    expectSentences(failure)
  }
  expect((await failureOf(adopt('', '192.168.2.51'))).code).toBe('invalid-input')
  expect((await failureOf(adopt('pc51', '192.168.2'))).code).toBe('invalid-input')
  expect(dump(directory)).toEqual(before)
})

test('a computer that enters the inventory by another way takes over what was known of it, too', async () => {
  const { report, list, api, unit, rowOf } = await site()
  await report('started', STARTED)
  const input = clientInput.parse({ unitId: unit.id, name: 'pc50', mac: MAC, ip: STARTED.ip })
  expect(await api.inventory.createClient(input)).toMatchObject({ state: 'windows', agentVersion: '1.4.5' })
  expect(testSecrets.decrypt(rowOf('clients', MAC)!.agent_secret!)).toBe(SECRET)
  expect(await list()).toEqual([])
})

test('an import takes over what was known of its computers, of each its own', async () => {
  const { report, list, api, clock, rowOf } = await site()
  await report('started', STARTED)
  await report('started', { ...STARTED, mac: '02:FC:00:00:00:02' }, '127.0.0.52')
  const text = `Nombre;MAC;IP;Centro;Aula
00123;02:FC:00:00:00:03;192.168.2.53;Centro;Aula nueva
pc50;${MAC};${STARTED.ip};Centro;Aula nueva
pc51;02:FC:00:00:00:02;192.168.2.51;Centro;Aula nueva`
  const { importId, rows } = await api.imports.open({ content: { kind: 'text', text } })
  await api.imports.apply({ importId, keys: rows.map(({ key }) => key) })
  const { clients } = await api.inventory.snapshot()
  const silent = { state: 'unknown', reportedAt: null, agentVersion: null, systemName: null }
  expect(clients.slice(-3)).toMatchObject([
    { name: '00123', ip: '192.168.2.53', createdAt: clock.now(), stateSince: clock.now(), ...silent },
    { name: 'pc50', ip: STARTED.ip, state: 'windows', agentVersion: '1.4.5', reportedAt: clock.now() },
    { name: 'pc51', ...silent }
  ])
  expect(testSecrets.decrypt(rowOf('clients', MAC)!.agent_secret!)).toBe(SECRET)
  expect(rowOf('clients', '02:FC:00:00:00:02')!.agent_secret).toBeNull()
  expect(await list()).toEqual([])
})

test('a computer that comes back, or is given the network card that reported, leaves the list', async () => {
  const { report, list, api, unit, modelo, rowOf, events } = await site()
  const input = clientInput.parse({ unitId: unit.id, name: 'pc50', mac: MAC, ip: STARTED.ip })
  const { id } = await api.inventory.createClient(input)
  const { undoId } = await api.inventory.remove({ unitIds: [], clientIds: [id] })
  await report('started', STARTED)
  expect(await list()).toHaveLength(1)
  await api.inventory.undo({ undoId })
  expect(await list()).toEqual([])
  expect((await api.inventory.client({ id })).client).toMatchObject({
    state: 'windows',
    agentVersion: '1.4.5'
  })
  expect(testSecrets.decrypt(rowOf('clients', MAC)!.agent_secret!)).toBe(SECRET)

  // By hand, live.
  const [one, other] = ['02:FC:00:00:00:02', '02:FC:00:00:00:03'] as const
  await report('started', { ...STARTED, mac: one })
  const [computer] = await list()
  const changed = await api.inventory.updateClient({ id, change: { mac: one } })
  expect(changed).toMatchObject({ mac: one, reportedAt: computer!.lastSeenAt })
  await events.until(() =>
    events.all.some((event) => event.type === 'discovered' && event.id === computer!.id && !event.computer)
  )
  // By an import, which knows it by its name.
  await report('started', { ...STARTED, mac: other })
  const text = `Nombre;MAC;IP\npc50;${other};${STARTED.ip}`
  const { importId, rows } = await api.imports.open({ content: { kind: 'text', text } })
  await api.imports.apply({ importId, keys: rows.map(({ key }) => key) })
  expect((await api.inventory.client({ id })).client.mac).toBe(other)
  expect(await list()).toEqual([])

  // At another address than its own it is still one that has moved.
  await report('started', { ...STARTED, mac: modelo.mac, ip: '192.168.2.52' }, '127.0.0.52')
  await api.inventory.updateClient({ id: modelo.id, change: { serialNumber: 'S1' } })
  expect(await list()).toMatchObject([{ mac: modelo.mac }])
})

test('ignored: out of sight, also when it reports again; then wanted, then forgotten until it reports again', async () => {
  const { report, list, firstId, api, stop, lab, directory } = await site()
  await report('started', STARTED)
  const id = await firstId()
  await api.discovered.ignore({ ids: [id] })
  await report('started', STARTED)
  expect(await list()).toMatchObject([{ id, ignored: true, reports: 2 }])
  await stop()
  const again = await consoleFor(lab, { dataDirectory: directory })
  expect((await again.api.discovered.list()).computers).toMatchObject([{ id, ignored: true }])
  await again.api.discovered.unignore({ ids: [id] })
  expect((await again.api.discovered.list()).computers).toMatchObject([{ id, ignored: false }])
  expect(await again.api.discovered.forget({ ids: [id, 99] })).toEqual({ changed: 1 })
  expect((await again.api.discovered.list()).computers).toEqual([])
  await post(`${again.url()}${AGENT_REPORT}/stopped`, STARTED)
  expect((await again.api.discovered.list()).computers).toMatchObject([{ mac: MAC, lastEvent: 'stopped' }])
})

test('a computer of ours at another address: it is believed once somebody says that it is the same', async () => {
  const { report, list, firstId, api, modelo, rowOf, events } = await site()
  const moved = { ...STARTED, mac: modelo.mac, ip: '192.168.2.52' }
  expect((await report('started', moved, '127.0.0.52')).json.known).toBe(false)
  expect((await api.inventory.client({ id: modelo.id })).client).toMatchObject({ state: 'unknown' })
  const id = await firstId()
  // It cannot be adopted a second time.
  const again = { unitId: modelo.unitId, clients: [{ id, name: 'otro', ip: '192.168.2.52' }] }
  expect(await failureOf(api.discovered.adopt(again))).toMatchObject({
    code: 'duplicate-mac',
    params: { client: 'modelo' }
  })
  expect(await api.discovered.updateAddress({ id })).toMatchObject({
    ip: '192.168.2.52',
    subnetId: modelo.subnetId,
    state: 'windows'
  })
  expect(testSecrets.decrypt(rowOf('clients', modelo.mac)!.agent_secret!)).toBe(SECRET)
  expect(await list()).toEqual([])
  await events.until(() =>
    events.all.some((event) => event.type === 'client' && event.client.ip === '192.168.2.52')
  )
  expect((await report('stopped', moved, '127.0.0.52')).json.known).toBe(true)
})

test('an address that is taken is not given to another; a computer that comes home leaves the list by itself', async () => {
  const { report, list, firstId, api, modelo, unit } = await site()
  await api.inventory.createClient(
    clientInput.parse({ unitId: unit.id, name: 'pc52', mac: '02:00:00:00:00:52', ip: '192.168.2.52' })
  )
  const moved = { ...STARTED, mac: modelo.mac, ip: '192.168.2.52' }
  await report('started', moved, '127.0.0.52')
  const id = await firstId()
  expect(await failureOf(api.discovered.updateAddress({ id }))).toMatchObject({
    code: 'duplicate-ip',
    params: { client: 'pc52' }
  })
  await report('started', { ...moved, ip: modelo.ip }, '127.0.0.1')
  expect(await list()).toEqual([])
})

test('whoever invents computers pushes out his own, not those of others', async () => {
  const { report, list } = await site()
  await report('started', STARTED)
  for (let number = 0; number < 70; number++) {
    const mac = `02:AA:00:00:00:${String(number).padStart(2, '0')}`
    await report('started', { ...STARTED, mac, ip: '192.168.2.51' }, '127.0.0.51')
  }
  const computers = await list()
  expect(computers).toHaveLength(65)
  expect(computers.at(-1)!.mac).toBe(MAC)
  expect(computers[0]!.mac).toBe('02:AA:00:00:00:69')
})
