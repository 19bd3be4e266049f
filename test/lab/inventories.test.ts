import { expect, test } from 'vitest'
import { machines, resultOf, runJob, testLab } from './helpers.ts'

const hardware = async (lab: Awaited<ReturnType<typeof testLab>>['lab'], name: string) =>
  String(resultOf(await runJob(lab.computer(name), 'InventarioHardware'))['hrd']).split('\n')

test('hardware: lines of a three-letter type and a description, of its own computer', async () => {
  const { lab } = await testLab({ computers: machines(['a', 'b', 'c', 'd'], { layout: 1 }) })
  const [a = [], ...others] = await Promise.all(['a', 'b', 'c', 'd'].map((name) => hardware(lab, name)))
  expect(a.every((line) => /^[a-z]{3}=\S.*$/.test(line))).toBe(true)
  const types = a.map((line) => line.slice(0, 3))
  expect(types).toEqual(
    expect.arrayContaining(['cpu', 'mem', 'dis', 'net', 'vga', 'boo', 'ser', 'mod', 'bio'])
  )
  expect(a).toContain(`ser=${lab.computer('a').serialNumber}`)
  expect(a).toContain('boo=UEFI')
  expect(a.find((line) => line.startsWith('net='))).toContain(lab.computer('a').mac.toLowerCase())
  expect(a.find((line) => line.startsWith('dis='))).toContain('537 GB')
  for (const other of others) expect(other).not.toEqual(a)
  expect(await hardware(lab, 'a')).toEqual(a)
})

test.each([
  [1, '2', 'Ubuntu 24.04 LTS'],
  [2, '3', 'Windows 11 Pro 64 bits'],
  [2, '5', 'Debian GNU/Linux 12 (bookworm)']
])('software of layout %i, partition %s: %s first, then its programs', async (layout, par, system) => {
  const { lab } = await testLab({ computers: machines(['a', 'b'], { layout }) })
  const lists = await Promise.all(
    lab.computers.map(async (computer) => {
      const result = resultOf(await runJob(computer, 'InventarioSoftware', { dsk: '1', par }))
      expect(result).toMatchObject({ nfn: 'RESPUESTA_InventarioSoftware', dsk: '1', par, res: '1', der: '' })
      return String(result['sft']).split('\n')
    })
  )
  const [[first, ...programs] = [], second = []] = lists
  expect(first).toBe(system)
  expect(programs.length).toBeGreaterThanOrEqual(150)
  expect(programs.length).toBeLessThanOrEqual(400)
  expect(new Set(programs).size).toBe(programs.length)
  expect(programs.every((program) => /^\S.* \d+\.\d+\.\d+[.-]\d+$/.test(program))).toBe(true)
  // Most are on both, some on one alone, and what is on both has one version.
  const shared = programs.filter((program) => second.includes(program))
  expect(shared.length).toBeGreaterThan(100)
  expect(shared.length).toBeLessThan(programs.length)
})

test('Windows programs have accents', async () => {
  const { lab } = await testLab({ computers: machines(['a'], { layout: 2 }) })
  const { sft } = resultOf(await runJob(lab.computer('a'), 'InventarioSoftware', { dsk: '1', par: '3' }))
  expect(sft).toMatch(/Español/)
  expect(sft).toMatch(/Actualización de seguridad/)
})

test.each([
  [{ dsk: '1', par: '1' }, '006'],
  [{ dsk: '1', par: '8' }, '003'],
  [{ dsk: '3', par: '1' }, '002']
])('software of %j: der %s', async (place, code) => {
  const { lab } = await testLab({ computers: machines(['a'], { layout: 1 }) })
  const result = resultOf(await runJob(lab.computer('a'), 'InventarioSoftware', place))
  expect(result).toMatchObject({
    ...place,
    res: '2',
    der: expect.stringMatching(new RegExp(`^${code}-`)) as string
  })
})
