import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readImport } from '#main/importing/read.ts'
import { IMPORT_FORMATS } from '#shared/domain/imports.ts'

const CSV = 'Equipo;MAC;IP;Aula\nPortátil €;08:00:27:00:00:0A;10.0.0.1;Diseño'
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const names = async (file: Uint8Array) =>
  (await readImport(file)).clients.map(({ name, unit }) => [name, ...(unit ?? [])])

describe('encodings', () => {
  test.each([
    ['UTF-8', bytes(CSV), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\uFEFF${CSV}`), 'utf-8'],
    ['UTF-16, little end first', bytes(`\uFEFF${CSV}`, 'utf16le'), 'utf-16'],
    ['UTF-16, big end first', bytes(`\uFEFF${CSV}`, 'utf16le').swap16(), 'utf-16'],
    ['what Windows saves', Buffer.concat([bytes(CSV.replace('€', '\u0080'), 'latin1')]), 'windows-1252']
  ])('%s', async (_title, file, encoding) => {
    expect((await readImport(file)).encoding).toBe(encoding)
    expect(await names(file)).toEqual([['Portátil €', 'Diseño']])
  })
})

test('a dump in UTF-8 stays that, whatever bytes its other tables hold', async () => {
  const start = "/*!40101 SET NAMES utf8mb4 */;\nINSERT INTO acciones VALUES ('"
  const end = "');\nINSERT INTO centros (idcentro,nombrecentro) VALUES (1,'Informática');\n"
  const found = await readImport(Buffer.concat([bytes(start), new Uint8Array([0xff, 0xfe]), bytes(end)]))
  expect(found).toMatchObject({
    format: 'ogadmbd',
    encoding: 'utf-8',
    units: [{ path: ['Informática'], line: 3 }]
  })
})

describe('formats', () => {
  test.each([
    ['host a { hardware ethernet 08:00:27:00:00:0A; fixed-address 10.0.0.1; }', undefined, 'dhcpd'],
    ['subnet 10.0.0.0 netmask 255.0.0.0 {\n}', undefined, 'dhcpd'],
    ['# vacío', 'dhcpd.conf', 'csv'],
    ['mac,ip,nombre\n08:00:27:00:00:0A,10.0.0.1,pc1', undefined, 'csv'],
    ['08:00:27:00:00:0A,10.0.0.1,pc1', undefined, 'csv'],
    ['nombre,notas\npc1,"host a {"', 'equipos.csv', 'csv'],
    ['{ "format": "ogdesk-inventory", "version": 1 }', undefined, 'ogdesk'],
    ['# Kea\n/* a\nb */ // c\n{ "Dhcp4": {} }', undefined, 'kea'],
    ['[ { "hw-address": "08:00:27:00:00:0A" } ]', undefined, 'kea'],
    ['# dnsmasq\ndhcp-host=08:00:27:00:00:0A,10.0.0.1,pc1', undefined, 'dnsmasq'],
    ['08:00:27:00:00:0A,10.0.0.1,pc1,set:aula1', undefined, 'dnsmasq'],
    ['08:00:27:00:00:0A,10.0.0.1,pc1', 'dhcp.hosts', 'dnsmasq'],
    ['-- MySQL dump 10.13\nDROP TABLE IF EXISTS `aulas`;\nCREATE TABLE `aulas` (', undefined, 'ogadmbd'],
    ['-- phpMyAdmin\nINSERT INTO `aulas` (`idaula`) VALUES (1);', 'ogAdmBD.txt', 'ogadmbd'],
    ['', undefined, 'csv']
  ])('%s', async (text, fileName, format) => {
    expect((await readImport(bytes(text), fileName === undefined ? {} : { fileName })).format).toBe(format)
  })

  test('the one that somebody names', async () => {
    expect((await readImport(bytes('x'), { format: 'dhcpd' })).format).toBe('dhcpd')
  })

  test("ogDesk's own document is handed over as it stands", async () => {
    const document = { format: 'ogdesk-inventory', version: 1, units: [] }
    const found = await readImport(bytes(JSON.stringify(document)))
    expect(found).toMatchObject({ format: 'ogdesk', document, problems: [] })
    const broken = await readImport(bytes('{ "format": "ogdesk-inventory", '))
    expect(broken.document).toBeUndefined()
    expect(broken.problems).toMatchObject([{ code: 'syntax', line: 1 }])
  })

  test.each([
    ['xlsx', [0x50, 0x4b, 3, 4, 0, 0]],
    ['gzip', [0x1f, 0x8b, 8, 0]],
    ['binary', [1, 2, 0, 3]]
  ])('a file without text: %s', async (value, file) => {
    expect((await readImport(new Uint8Array(file))).problems).toEqual([
      { line: 1, code: 'unsupported', params: { value }, excerpt: '' }
    ])
  })
})

test.each([undefined, ...IMPORT_FORMATS])('no bytes make it throw, read as %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text))
      ),
      async (file) => {
        const found = await readImport(file, format === undefined ? {} : { format })
        expect(found.clients).toEqual([])
        for (const { excerpt } of found.problems) expect(excerpt.length).toBeLessThanOrEqual(200)
      }
    )
  )
})
