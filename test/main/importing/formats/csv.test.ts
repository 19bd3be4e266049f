import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '#main/importing/formats/csv/read.ts'
import { brief, hosts, inventions, truncations } from './support.ts'

const A = '08:00:27:00:00:0A'
const B = '08:00:27:00:00:0B'
const host = (name: string, mac: string, ip: string, line: number) => ({ name, mac, ip, line })
const two = (first: number, second: number) => [
  host('pc1', A, '10.0.0.1', first),
  host('pc2', B, '10.0.0.2', second)
]

describe('layouts', () => {
  test.each([
    ['commas', `nombre,mac,ip\npc1,${A},10.0.0.1\npc2,${B},10.0.0.2\n`, two(2, 3)],
    [
      'semicolons, CRLF, no last newline',
      `IP;MAC;Equipo\r\n10.0.0.1;${A};pc1\r\n10.0.0.2;${B};pc2`,
      two(2, 3)
    ],
    ['tabs', `Nom de l'equip\tAdreça MAC\tAdreça IP\npc1\t${A}\t10.0.0.1\npc2\t${B}\t10.0.0.2`, two(2, 3)],
    ['bars', `hostname|MAC address|IP address\npc1|${A}|10.0.0.1\npc2|${B}|10.0.0.2`, two(2, 3)],
    ["Excel's first line", `sep=;\nIP;MAC;Equipo\n10.0.0.1;${A};pc1\n10.0.0.2;${B};pc2`, two(3, 4)],
    ['no header', `${A};x;10.0.0.1;pc1\n${B};x;10.0.0.2;pc2`, two(1, 2)],
    ['a header twice', `nombre,mac,ip\npc1,${A},10.0.0.1\nnombre,mac,ip\npc2,${B},10.0.0.2`, two(2, 4)],
    [
      'empty rows',
      `\n\nnombre,mac,ip\n\npc1,${A},10.0.0.1\n,,\n;;;\npc2,${B},10.0.0.2\n\n`,
      [host('pc1', A, '10.0.0.1', 5), host('pc2', B, '10.0.0.2', 8)]
    ],
    [
      'spaces of all kinds, ="…" and apostrophes',
      `Nombre ; MAC;\u00a0IP\u00a0\n pc1 ;="${A}";10.0.0.1\u00a0\n'pc2;'${B};\u200b10.0.0.2`,
      two(2, 3)
    ],
    [
      'newlines in quotes',
      `nombre,mac,ip,notas\npc1,${A},10.0.0.1,"uno\r\ndos\ntres"\npc2,${B},10.0.0.2,"a ""b"" c"`,
      two(2, 5)
    ],
    [
      'quotes within a cell',
      `nombre,mac,ip,notas\npc1,${A},10.0.0.1,el "nuevo"\npc2,${B},10.0.0.2,`,
      two(2, 3)
    ],
    ['more cells than headers', `nombre,mac,ip\npc1,${A},10.0.0.1,x,y\npc2,${B},10.0.0.2,,`, two(2, 3)],
    ['last columns left out', `nombre,mac,ip,aula,serie\npc1,${A},10.0.0.1\npc2,${B},10.0.0.2`, two(2, 3)],
    [
      'other headers beside the names',
      `MAC (cable),IP [fija],Nombre del cliente,MAC (wifi)\n${A},10.0.0.1,pc1,${B}\n${B},10.0.0.2,pc2,${A}`,
      two(2, 3)
    ],
    ['old Macintosh lines', `nombre,mac,ip\rpc1,${A},10.0.0.1\rpc2,${B},10.0.0.2\r`, two(2, 3)],
    ['an address column without a header', `nombre;aula;;\npc1;;${A};10.0.0.1\npc2;;${B};10.0.0.2`, two(2, 3)]
  ])('%s', (_title, text, expected) => {
    const found = readCsv(text)
    expect(found.clients).toEqual(expected)
    expect(brief(found).filter((line) => !line.includes('too-few'))).toEqual([])
  })

  test('all columns', () => {
    const found = readCsv(
      `Centro;Grupo de aulas;Aula;Grupo;Equipo;Nº de serie;MAC;IP;Interfaz;ogLive;Plantilla PXE;Repositorio;Subred;Máscara;Puerta de enlace
Informática;Planta 1;Aula 1;Profesor;pc1;S-1;${A};10.0.0.1;eth0;ogLive-6;10;repo1;10.0.0.0;255.255.255.0;10.0.0.254
Informática;;Aula 2;;pc2;;${B};10.0.0.2;;;;;10.0.0.0;255.255.255.0;`
    )
    expect(found.problems).toEqual([])
    expect(found.clients).toEqual([
      {
        ...host('pc1', A, '10.0.0.1', 2),
        unit: ['Informática', 'Planta 1', 'Aula 1', 'Profesor'],
        serialNumber: 'S-1',
        networkInterface: 'eth0',
        ogLive: 'ogLive-6',
        pxeTemplate: '10',
        repository: 'repo1'
      },
      { ...host('pc2', B, '10.0.0.2', 3), unit: ['Informática', 'Aula 2'] }
    ])
    expect(found.units.map(({ path, type, line }) => [line, type, path.join(' / ')])).toEqual([
      [2, 'centre', 'Informática'],
      [2, 'classroom-group', 'Informática / Planta 1'],
      [2, 'classroom', 'Informática / Planta 1 / Aula 1'],
      [2, 'client-group', 'Informática / Planta 1 / Aula 1 / Profesor'],
      [3, 'classroom', 'Informática / Aula 2']
    ])
    expect(found.subnets).toEqual([
      { line: 2, name: '10.0.0.0/24', address: '10.0.0.0', netmask: '255.255.255.0', routerIp: '10.0.0.254' }
    ])
  })

  test.each([
    ['Campus / Planta 1/Aula 1', ['Campus', 'Planta 1', 'Aula 1']],
    ['Campus › Aula 1/2', ['Campus', 'Aula 1/2']],
    ['Aula 1', ['Aula 1']]
  ])('a whole path in one column: %s', (text, unit) => {
    const found = readCsv(`name,mac,ip,unit\npc1,${A},10.0.0.1,${text}`)
    expect(found.clients[0]!.unit).toEqual(unit)
    expect(found.units).toEqual([])
  })
})

describe('what cannot be used', () => {
  test.each([
    ['no MAC address', `nombre,mac,ip\npc1,,10.0.0.1`, ['2 no-mac pc1']],
    [
      'a MAC address that Excel took for a number',
      `nombre;mac;ip\npc1;8,0027E+11;10.0.0.1`,
      ['2 bad-mac pc1']
    ],
    ['two MAC addresses', `nombre;mac;ip\npc1;${A}, ${B};10.0.0.1`, ['2 several-macs pc1']],
    ['no IP address', `nombre,mac,ip\npc1,${A},`, ['2 no-ip pc1']],
    [
      'bad IP addresses',
      `nombre,mac,ip\npc1,${A},10.0.0\npc2,${B},10.0.0.0128`,
      ['2 bad-ip pc1', '3 bad-ip pc2']
    ],
    ['a name for an address', `nombre,mac,ip\npc1,${A},dhcp`, ['2 ip-is-a-name pc1']],
    ['no name', `nombre,mac,ip\n,${A},10.0.0.1`, ['2 no-name']],
    [
      'a name that is too long',
      `nombre,mac,ip\n${'x'.repeat(101)},${A},10.0.0.1`,
      [`2 bad-value ${'x'.repeat(100)}`]
    ],
    ['short rows', `nombre,mac,ip\npc1,${A}\npc2`, ['2 too-few-columns', '3 too-few-columns']],
    ['a column that is missing', `nombre,aula,ip\npc1,1,10.0.0.1`, ['1 missing-column']],
    ['no column that is known', 'uno,dos\n1,2', ['1 missing-column', '1 missing-column', '1 missing-column']],
    ['a quote that nothing closes', `nombre,mac,ip\n"pc1,${A},10.0.0.1\npc2,${B},10.0.0.2`, ['2 syntax']],
    [
      'titles above the header',
      `Listado de equipos\n;;\nnombre;mac;ip\npc1;${A};10.0.0.1`,
      ['1 unsupported']
    ],
    ['a subnet that is none', `nombre;mac;ip;subred\npc1;${A};10.0.0.1;10.0.0.1/24`, ['2 bad-value']]
  ])('%s', (_title, text, expected) => expect(brief(readCsv(text))).toEqual(expected))

  test('costs its row alone', () => {
    const text = `nombre,mac,ip\n"pc0,${A},10.0.0.9\npc1,${A},10.0.0.1\npc"x,,\n"pc0"x,,\npc2,${B},10.0.0.2\n`
    expect(readCsv(text).clients.map(({ name, line }) => `${line} ${name}`)).toEqual(['3 pc1', '6 pc2'])
  })
})

describe('of any file', () => {
  test('what was written is read', () => {
    fc.assert(
      fc.property(
        hosts,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.shuffledSubarray(['name', 'mac', 'ip'] as const, { minLength: 3 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        (list, delimiter, columns, recordDelimiter, quoted, bom) => {
          const text = stringify(
            list.map((host) => ({ ...host, notas: 'uno\n"dos"' })),
            {
              header: true,
              columns: [...columns, 'notas'],
              delimiter,
              record_delimiter: recordDelimiter,
              quoted
            }
          )
          const found = readCsv(`${bom ? '\uFEFF' : ''}${text}`)
          expect(found.problems).toEqual([])
          expect(found.clients.map(({ name, mac, ip }) => ({ name, mac, ip }))).toEqual(list)
          expect(found.clients.map(({ line }) => line)).toEqual(list.map((_, at) => 2 + 2 * at))
        }
      )
    )
  })

  test('nothing is thrown, and nothing invented', () => {
    const word = fc.constantFrom(
      'nombre',
      'mac',
      'ip',
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      A,
      '10.0.0.1',
      ' ',
      '\t',
      'x'
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(''))
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(inventions(text, readCsv(text))).toEqual([])
      })
    )
    for (const start of truncations(`nombre;mac;ip;notas\npc1;${A};10.0.0.1;"a\nb"\npc2;${B};10.0.0.2;`)) {
      expect(inventions(start, readCsv(start))).toEqual([])
    }
  })
})
