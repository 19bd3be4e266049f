import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { LabDescription } from '../../lab/lab.ts'
import { call, temporaryFolder } from './helpers.ts'

const CLI = fileURLToPath(new URL('../../lab/cli.ts', import.meta.url))

/** A running `npm run lab`, whose lines are read one at a time. */
function runLab(args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const errors: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const ended = once(child, 'close').then(([code]) => code as number)
  return {
    child,
    ended,
    line: async () => (await lines.next()).value ?? '',
    ask: (command: string) => child.stdin.write(`${command}\n`),
    errors: () => Buffer.concat(errors).toString()
  }
}

test('--json: the first line describes everything; commands are obeyed; quit ends it and removes its folder', async () => {
  const lab = runLab(['--json', '--computers', '3', '--fault', 'pc2=error-500:se quema', '--disk-size', '9'])
  const description = JSON.parse(await lab.line()) as LabDescription
  expect(description.computers.map(({ name }) => name)).toEqual(['modelo', 'pc1', 'pc2'])
  expect(description.computers[0]?.disks[0]?.fileBytes).toBe(9 << 20)
  expect(description.consoleUrl).toBe('https://127.0.0.1:8443')
  const [modelo, pc1, pc2] = description.computers
  if (!modelo || !pc1 || !pc2) throw new Error('computers are missing')
  expect((await call(modelo, '/opengnsys/status')).json).toMatchObject({ status: 'OPG' })
  expect((await call(pc2, '/opengnsys/status')).json).toEqual({ error: 'se quema. ' })

  lab.ask('fault modelo refuse')
  expect(await lab.line()).toBe('modelo: fallo refuse.')
  await expect(call(modelo, '/opengnsys/status')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  lab.ask('fault modelo none')
  expect(await lab.line()).toBe('modelo: sin fallos.')
  lab.ask('state pc1 windows-session')
  expect(await lab.line()).toBe('pc1: windows-session.')
  expect((await call(pc1, '/opengnsys/status')).json).toMatchObject({ status: 'WIN', loggedin: true })
  lab.ask('login pc1 alumna')
  expect(await lab.line()).toBe('pc1: sesión de alumna.')
  lab.ask('logout pc1')
  expect(await lab.line()).toBe('pc1: windows.')
  lab.ask('login modelo alumna')
  expect(await lab.line()).toBe('En modelo nadie puede iniciar sesión: su estado es og-live.')
  lab.ask('layout modelo 2')
  expect(await lab.line()).toBe('modelo: reparto de disco 2.')
  lab.ask('layout modelo')
  expect(await lab.line()).toBe('Falta el número: "layout NOMBRE N".')
  lab.ask('fault repositorio late')
  expect(await lab.line()).toBe('repositorio: fallo late.')
  lab.ask('release repositorio')
  expect(await lab.line()).toBe('repositorio: 0 webhooks retenidos, 0 entregados.')
  lab.ask('fault nadie hang')
  expect(await lab.line()).toMatch(/^No hay ningún equipo llamado "nadie"/)
  lab.ask('fault modelo nada')
  expect(await lab.line()).toMatch(/^Fallo desconocido: "nada"/)
  lab.ask('state pc1 volando')
  expect(await lab.line()).toMatch(/^"volando" no es un estado/)
  lab.ask('fault repositorio does-not-wake')
  expect(await lab.line()).toBe('El fallo "does-not-wake" es de los equipos, no del repositorio.')
  lab.ask('messages modelo')
  expect(await lab.line()).toBe('modelo: ni mensajes ni scripts.')
  lab.ask('wake modelo')
  expect(await lab.line()).toBe('modelo: no arranca; su estado es og-live.')
  lab.ask('state modelo off')
  expect(await lab.line()).toBe('modelo: off.')
  lab.ask('wake modelo')
  expect(await lab.line()).toBe('modelo: arranca.')
  lab.ask('baila')
  expect(await lab.line()).toMatch(/^No conozco la orden "baila"/)
  lab.ask('status')
  expect(await lab.line()).toMatch(/^NOMBRE/)
  lab.ask('quit')
  expect(await lab.ended).toBe(0)
  await expect(stat(description.directory)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a classroom of one layout with one small disk', async () => {
  const lab = runLab(['--json', '--computers', '4', '--layout', '3', '--small-disk', 'pc2=6', '--boot', '10'])
  const { computers, wake } = JSON.parse(await lab.line()) as LabDescription
  expect(wake.port).toBeGreaterThan(0)
  const sizes = computers.map(({ disks }) => disks[0]?.sizeKb ?? 0)
  expect(new Set([sizes[0], sizes[1], sizes[3]]).size).toBe(1)
  expect(sizes[2]).toBeLessThan(sizes[0] ?? 0)
  expect(computers.map(({ disks }) => disks[0]?.partitions.length)).toEqual([4, 4, 4, 4])
  lab.ask('quit')
  expect(await lab.ended).toBe(0)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it cleanly; a folder of the user stays',
  async (signal) => {
    const directory = await temporaryFolder()
    const lab = runLab(['--directory', directory, '--computers', '1'])
    expect(await lab.line()).toBe(`Aula simulada en ${directory}`)
    for (let line = ''; !line.startsWith('Escriba'); line = await lab.line());
    lab.child.kill(signal)
    expect(await lab.ended).toBe(0)
    expect((await stat(`${directory}/disks/modelo-disk1.raw`)).size).toBe(8 << 20)
  }
)

test('the end of standard input does not end it', async () => {
  const lab = runLab(['--json', '--computers', '1'])
  const { computers } = JSON.parse(await lab.line()) as LabDescription
  lab.child.stdin.end()
  await once(lab.child.stdin, 'close')
  const [modelo] = computers
  if (!modelo) throw new Error('no computer')
  expect((await call(modelo, '/opengnsys/status')).status).toBe(200)
  lab.child.kill('SIGTERM')
  expect(await lab.ended).toBe(0)
})

test.each([
  [['--computers', 'muchos'], '--computers muchos: se espera un número entero entre 1 y 253.'],
  [['--strangers', '252'], '--strangers 252: se espera un número entero entre 0 y 251.'],
  [['--computers', '254'], '--computers 254: se espera'],
  [['--disk-size', '2'], '--disk-size 2: se espera'],
  [['--console', 'aquí'], '--console aquí: se espera una dirección'],
  [['--fault', 'modelo'], '--fault modelo: se espera nombre=fallo.'],
  [['--fault', 'pc9=hang'], 'no hay ningún equipo llamado "pc9"'],
  [['--fault', 'modelo=raro'], 'Fallo desconocido: "raro"'],
  [['--fault', 'modelo=late:pronto'], 'se esperan milisegundos'],
  [['--fault', 'modelo=hang:x'], 'no lleva texto'],
  [['--small-disk', 'pc9=6'], 'no hay ningún equipo llamado "pc9"'],
  [['--small-disk', 'pc1=2'], '--small-disk pc1 2: se espera'],
  [['--layout', 'x'], '--layout x: se espera'],
  [['--raro'], 'No se entiende la orden'],
  [['sobra'], 'No se entiende la orden']
])('%j is refused with a sentence', async (args, sentence) => {
  const lab = runLab(args)
  expect(await lab.ended).toBe(2)
  expect(lab.errors()).toContain(sentence)
  expect(lab.errors().trim().split('\n')).toHaveLength(1)
})

test('--help explains options, faults and commands', async () => {
  const lab = runLab(['--help'])
  const lines: string[] = []
  for (let line = await lab.line(); line !== undefined && lines.length < 70; line = await lab.line())
    lines.push(line)
  expect(await lab.ended).toBe(0)
  expect(lines.join('\n')).toMatch(/--disk-size MiB[^]*die-half-way[^]*release NOMBRE/)
})
