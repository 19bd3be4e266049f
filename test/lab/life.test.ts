import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startLab } from '../../lab/lab.ts'
import { at, call, fakeConsole, freePort, SEED_CALL, temporaryFolder, testLab } from './helpers.ts'

/** Handles that a server, a socket, a timer or a file would leave behind. */
function openHandles(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /TCP|TLS|FSReq|Timeout|Zlib/.test(name))
    .sort()
}

test("describe() tells the seed's classroom, as plain JSON", async () => {
  const { lab, console } = await testLab({ computers: 3 })
  const description = lab.describe()
  expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  expect(description).toMatchObject({
    consoleUrl: console.url,
    computers: [
      {
        name: 'modelo',
        ip: '192.168.2.2',
        mac: '08:00:27:4F:BE:38',
        state: 'og-live',
        networkInterface: 'eth0'
      },
      { name: 'pc1', ip: '192.168.2.3', mac: '08:00:27:0B:88:BE', state: 'linux' },
      { name: 'pc2', ip: '192.168.2.4' }
    ],
    repository: { name: 'Repositorio 1', ip: '192.168.68.55', path: '/opt/opengnsys/ogrepository/images' }
  })
  expect(new Set(description.computers.map(({ port }) => port)).size).toBe(3)
  expect(new Set(description.computers.map(({ serialNumber }) => serialNumber)).size).toBe(3)
  expect(() => lab.computer('nadie')).toThrow(/nadie/)
})

test('stop() in the middle of everything leaves no handle and nobody waiting', async () => {
  const console = await fakeConsole()
  console.reply.silent = true // webhooks hang, too
  const before = openHandles()
  const directory = await temporaryFolder()
  const lab = await startLab({ directory, consoleUrl: console.url, jobDurationMs: 60_000, announce: true })
  const modelo = lab.computer('modelo')
  await call(modelo, '/CloningEngine/CrearImagen', { body: SEED_CALL })
  await modelo.until(({ jobs }) => (jobs[0]?.progress ?? 0) >= 0)
  await lab.computer('pc1').setFault({ kind: 'hang' })
  const hanging = call(lab.computer('pc1'), '/opengnsys/status')
  await lab.computer('pc1').until(({ requests }) => requests.length > 0)
  const waiting = modelo.waitForJob(({ outcome }) => outcome === 'success')
  const outcomes = Promise.allSettled([hanging, waiting])
  await lab.stop()
  await lab.stop()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(call(modelo, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(modelo.jobs[0]?.outcome).toBe('stopped')
  expect(await readdir(lab.repository.imagesDirectory)).toEqual([])
  await expect.poll(() => openHandles().length).toBeLessThanOrEqual(before.length + console.heard.length)
})

test('a port that is taken makes startLab fail, and leaves nothing running', async () => {
  const { lab } = await testLab({ computers: 1 })
  const [free, taken] = [await freePort(), lab.computer('modelo').port]
  const computer = { ip: '192.168.2.9', mac: '08:00:27:00:00:09' }
  const computers = [
    { ...computer, name: 'a', port: free },
    { ...computer, name: 'b', port: taken }
  ]
  const directory = join(await temporaryFolder(), 'made', 'on', 'the', 'way')
  await expect(startLab({ directory, computers })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const refused = await new Promise((resolve) => {
    connect(at({ host: '127.0.0.1', port: free }))
      .on('error', (error) => resolve((error as NodeJS.ErrnoException).code))
      .on('connect', () => resolve('connected'))
  })
  expect(refused).toBe('ECONNREFUSED')
})

test('a computer that is off has its port closed, and opens it again when it starts', async () => {
  const { lab } = await testLab({ computers: 1 })
  const computer = lab.computer('modelo')
  const { port } = computer
  await computer.setState('initializing')
  await expect(call(computer, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await computer.setState('windows')
  expect(computer.port).toBe(port)
  expect((await call(computer, '/opengnsys/status')).json).toMatchObject({ status: 'WIN' })
})

test('the console may be told later', async () => {
  const { lab, console } = await testLab({ computers: 1 })
  const other = await fakeConsole()
  lab.setConsoleUrl(other.url)
  const computer = lab.computer('modelo')
  await call(computer, '/CloningEngine/Actualizar', { body: { nfn: 'Actualizar', ids: '0' } })
  await computer.waitForJob()
  expect(console.heard).toEqual([])
  expect(other.heard.length).toBeGreaterThan(1)
})

test('thirty computers work at once, each on its own image', async () => {
  const { lab } = await testLab({ computers: 30 })
  await lab.computer('pc1').setState('og-live')
  await Promise.all(
    lab.computers.map((computer) => {
      const partition = computer
        .describe()
        .disks[0]?.partitions.find(({ cloneable, code }) => cloneable && code !== 'ef00')
      const target = { par: String(partition?.partition), cpt: partition?.code ?? '', nci: computer.name }
      return call(computer, '/CloningEngine/CrearImagen', { body: { ...SEED_CALL, ...target } })
    })
  )
  const jobs = await Promise.all(lab.computers.map((computer) => computer.waitForJob()))
  expect(jobs.map(({ outcome, error }) => error ?? outcome)).toEqual(jobs.map(() => 'success'))
  expect(await readdir(lab.repository.imagesDirectory)).toHaveLength(30)
})
