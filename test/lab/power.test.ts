import { createSocket } from 'node:dgram'
import { onTestFinished, expect, test } from 'vitest'
import type { Lab, LabComputer, LabOptions } from '../../lab/lab.ts'
import { call, machines, resultOf, runJob, testLab } from './helpers.ts'

const WOL = '/ogrepository/v1/wol'
const magic = (mac: string): Buffer => {
  const address = Buffer.from(mac.replaceAll(':', ''), 'hex')
  return Buffer.concat([Buffer.alloc(6, 0xff), ...Array.from({ length: 16 }, () => address)])
}

/** A computer whose agent reports itself, and what the console hears of it. */
async function classroom(options: Partial<LabOptions> = {}, layout = 1) {
  const made = await testLab({ computers: machines(['pc', 'otro'], { layout }), announce: true, ...options })
  const pc = made.lab.computer('pc')
  await heard(pc, 'started')
  made.console.heard.length = 0
  const events = () =>
    made.console.heard.flatMap(({ path, body }) =>
      body['ip'] === pc.ip && path.includes('/ogagent/') ? [path.split('/').at(-1)] : []
    )
  return { ...made, pc, events }
}

/** Waits until the console has taken so many reports of a kind. */
async function heard(computer: LabComputer, kind: string, times = 1): Promise<void> {
  await computer.until(({ webhooks }) => {
    const taken = webhooks.filter(({ path, outcome }) => path.endsWith(kind) && outcome === 'delivered')
    return taken.length >= times
  })
}

/** Asks the agent of the system for something, with its secret. */
function ask(computer: LabComputer, operation: string, body: unknown = {}) {
  return call(computer, `/opengnsys/${operation}`, { body, headers: { authorization: computer.secret } })
}

async function send(lab: Lab, ...packets: Buffer[]): Promise<void> {
  const { host, port } = lab.describe().wake
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  for (const packet of packets)
    await new Promise<void>((resolve, reject) =>
      socket.send(packet, port, host, (error) => (error ? reject(error) : resolve()))
    )
}

test('Apagar: the result comes first, then it is off', async () => {
  const { pc, console, events } = await classroom()
  expect(resultOf(await runJob(pc, 'Apagar'))).toMatchObject({
    nfn: 'RESPUESTA_Apagar',
    ids: '0',
    res: '1',
    der: ''
  })
  expect(pc.state).toBe('off')
  await expect(call(pc, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(events()).toEqual(['stopped'])
  expect(console.heard.at(-2)?.body['res']).toBe('1')
})

test('Reiniciar: it goes through initializing, and is back with a new secret', async () => {
  const { pc, events } = await classroom()
  const before = pc.secret
  await runJob(pc, 'Reiniciar')
  await heard(pc, 'started', 2)
  expect(pc.state).toBe('og-live')
  expect(pc.secret).not.toBe(before)
  expect(events()).toEqual(['stopped', 'started'])
})

test('a start takes its time, and something else may come between', async () => {
  const { pc } = await classroom({ bootMs: 3_600_000 })
  await runJob(pc, 'Reiniciar')
  expect(pc.state).toBe('initializing')
  await expect(call(pc, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await pc.setState('linux')
  expect(pc.state).toBe('linux')
})

test.each([
  [1, '2', 'linux', 'LNX'],
  [2, '3', 'windows', 'WIN'],
  [2, '5', 'linux', 'LNX']
] as const)('IniciarSesion on layout %i, partition %s: it runs %s', async (layout, par, state, status) => {
  const { pc, events } = await classroom({}, layout)
  expect(resultOf(await runJob(pc, 'IniciarSesion', { dsk: '1', par }))).toMatchObject({ res: '1' })
  await heard(pc, 'started', 2)
  expect(pc.state).toBe(state)
  expect((await call(pc, '/opengnsys/status')).json).toMatchObject({ status, loggedin: false })
  expect(events()).toEqual(['stopped', 'started'])
})

test.each([
  [{ dsk: '1', par: '1' }, '006'],
  [{ dsk: '1', par: '3' }, '006'],
  [{ dsk: '1', par: '9' }, '003'],
  [{ dsk: '2', par: '2' }, '002']
])('IniciarSesion %j: der %s, and it stays where it is', async (place, code) => {
  const { pc, events } = await classroom()
  const result = resultOf(await runJob(pc, 'IniciarSesion', place))
  expect(result).toMatchObject({ res: '2', der: expect.stringMatching(new RegExp(`^${code}-`)) as string })
  expect(pc.state).toBe('og-live')
  expect(events()).toEqual([])
})

test('a job that fails changes nothing; one that dies is dead', async () => {
  const { pc } = await classroom()
  await pc.setFault({ kind: 'fail' })
  expect((await runJob(pc, 'Apagar')).outcome).toBe('failed')
  expect(pc.state).toBe('og-live')
  await pc.setFault({ kind: 'die-half-way' })
  expect((await runJob(pc, 'Reiniciar')).outcome).toBe('died')
  expect(pc.listening).toBe(false)
})

test('inside a system: reboot, poweroff and logoff do what they say', async () => {
  const { pc, events } = await classroom()
  await pc.setState('linux-session', 'alumna')
  await heard(pc, 'loggedin')
  expect((await ask(pc, 'logoff')).json).toEqual({ op: 'sent to client' })
  await heard(pc, 'loggedout')
  expect(pc.state).toBe('linux')
  expect(events()).toEqual(['stopped', 'started', 'loggedin', 'loggedout'])
  expect((await ask(pc, 'reboot')).json).toEqual({ op: 'launched' })
  await heard(pc, 'started', 3)
  expect(pc.state).toBe('og-live')
  await pc.setState('windows')
  await heard(pc, 'started', 4)
  expect((await ask(pc, 'poweroff')).json).toEqual({ op: 'launched' })
  await pc.until(({ state }) => state === 'off')
  await heard(pc, 'stopped', 4)
})

test('messages and scripts are kept as they were sent', async () => {
  const { lab, pc } = await classroom()
  await pc.setState('windows-session', 'alumna')
  expect((await ask(pc, 'popup', { title: 'Aviso', message: 'La clase acaba ya' })).json).toEqual({
    op: 'launched'
  })
  const script = 'echo "50 % de descuento en él"\nexit 0'
  const encoded = Buffer.from(encodeURIComponent(script)).toString('base64')
  expect((await ask(pc, 'script', { script: encoded, client: 'true' })).json).toEqual({ op: 'launched' })
  expect((await ask(pc, 'script', { script: encoded, client: 'false' })).status).toBe(200)
  expect((await ask(pc, 'popup', { title: 'sin texto' })).json).toEqual({
    error: expect.stringContaining('"message"') as string
  })
  expect((await ask(pc, 'script', {})).status).toBe(500)
  const broken = Buffer.from('100%').toString('base64')
  expect((await ask(pc, 'script', { script: broken, client: 'false' })).status).toBe(500)

  await pc.setState('og-live')
  const scp = 'ogEcho log "hola"\nls'
  expect(resultOf(await runJob(pc, 'EjecutarScript', { scp }))).toMatchObject({
    res: '1',
    cfg: expect.stringContaining('soi=Ubuntu 24.04 LTS') as string
  })
  expect(lab.describe().computers[0]).toMatchObject({
    messages: [{ title: 'Aviso', message: 'La clase acaba ya', user: 'alumna' }],
    scripts: [
      { door: 'system', script, inSession: true },
      { door: 'system', script, inSession: false },
      { door: 'og-live', script: scp, inSession: false }
    ]
  })
})

test('a magic packet wakes the computer of its address, and no other', async () => {
  const { lab, pc } = await classroom()
  const other = lab.computer('otro')
  await Promise.all([pc.setState('off'), other.setState('off')])
  await send(lab, magic(pc.mac))
  await heard(pc, 'started', 2)
  expect(pc.state).toBe('og-live')
  expect(other.state).toBe('off')
  // A password may follow.
  await send(lab, Buffer.concat([magic(other.mac), Buffer.alloc(6, 7)]))
  await other.until(({ state }) => state === 'og-live')
})

test('what is no magic packet wakes nobody, and one that is on stays as it is', async () => {
  const lines: string[] = []
  const { lab, pc } = await classroom({ log: (line) => lines.push(line) })
  const other = lab.computer('otro')
  await other.setState('off')
  await pc.setState('linux')
  const good = magic(other.mac)
  const twisted = Buffer.from(good)
  twisted.writeUInt8(0, 60)
  const headless = Buffer.from(good)
  headless.writeUInt8(0, 3)
  await send(lab, twisted, headless, good.subarray(0, 100), Buffer.alloc(0), magic('08:00:27:FF:FF:FF'))
  // The last one is for a computer that is on: when it has come, all others have.
  await send(lab, magic(pc.mac))
  await expect.poll(() => lines.filter((line) => line.includes('magic packet'))).toHaveLength(6)
  expect(other.state).toBe('off')
  expect(pc.state).toBe('linux')
})

test("the repository's wol wakes too, into the state that is configured", async () => {
  const { lab, pc } = await classroom({ bootState: 'windows', bootMs: 5 })
  await pc.setState('off')
  const packet = { broadcast_ip: '192.168.2.255', mac: pc.mac.toLowerCase().replaceAll(':', '-') }
  expect((await call(lab.repository, WOL, { body: packet })).status).toBe(200)
  await heard(pc, 'started', 2)
  expect(pc.state).toBe('windows')
})

test('does-not-wake: packets come, and it stays off; a dead one is woken', async () => {
  const { lab, pc } = await classroom()
  await pc.setState('off')
  await pc.setFault({ kind: 'does-not-wake' })
  await call(lab.repository, WOL, { body: { broadcast_ip: '192.168.2.255', mac: pc.mac } })
  expect(lab.repository.wakeUps).toHaveLength(1)
  expect(pc.state).toBe('off')
  await pc.setFault(null)
  expect(pc.state).toBe('off')
  await pc.setState('og-live')
  await pc.setFault({ kind: 'die-half-way' })
  await runJob(pc, 'Reiniciar')
  expect(await pc.wake()).toBe(true)
  await pc.until(({ listening }) => listening)
  expect(await pc.wake()).toBe(false)
})

test('five hundred computers start, go off, wake and stop', { timeout: 120_000 }, async () => {
  const names = Array.from({ length: 500 }, (_, index) => `pc${index}`)
  const { lab } = await testLab({ computers: machines(names), diskSizeMiB: 4 })
  expect(new Set(lab.describe().computers.map(({ port }) => port)).size).toBe(500)
  await Promise.all(lab.computers.map((computer) => computer.setState('off')))
  expect(await Promise.all(lab.computers.map((computer) => computer.wake()))).not.toContain(false)
  await Promise.all(lab.computers.map((computer) => computer.until(({ listening }) => listening)))
  await lab.stop()
  expect(lab.computers.some(({ listening }) => listening)).toBe(false)
})
