import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decode } from '#main/importing/decode.ts'
import { readImport } from '#main/importing/read.ts'
import type { ImportSource } from '#main/importing/source.ts'
import { inventions } from './support.ts'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/imports')

type Expectation = [
  file: string,
  format: ImportSource['format'],
  encoding: ImportSource['encoding'],
  /** line | name | MAC | IP | units */
  computers: string[],
  /** line | code | values */
  problems: string[]
]

/** Files as they are found at sites, in layouts that their programs take, and with the mistakes that people make. */
const FILES: Expectation[] = [
  [
    'csv/catala.tsv',
    'csv',
    'utf-8',
    [
      "2 | eq1 | 08:00:27:20:03:01 | 10.1.4.1 | Facultat de Química › Aula d'informàtica",
      "3 | eq2 | 08:00:27:20:03:02 | 10.1.4.2 | Facultat de Química › Aula d'informàtica"
    ],
    []
  ],
  [
    'csv/comas-en.csv',
    'csv',
    'utf-8',
    [
      '2 | lab-1 | 08:00:27:20:02:01 | 10.1.3.1 | Lab, first floor',
      '3 | lab-2 | 08:00:27:20:02:02 | 10.1.3.2 | Lab, first floor',
      '6 | lab-3 | 08:00:27:20:02:03 | 10.1.3.3 | Lab, first floor'
    ],
    []
  ],
  [
    'csv/comilla-suelta.csv',
    'csv',
    'utf-8',
    [
      '2 | a | 08:00:27:20:0D:01 | 10.2.5.1',
      '3 | b | 08:00:27:20:0D:02 | 10.2.5.2',
      '5 | d | 08:00:27:20:0D:04 | 10.2.5.4'
    ],
    ['4 | syntax | "']
  ],
  [
    'csv/errores.csv',
    'csv',
    'utf-8',
    ['12 | bien | 08:00:27:20:08:0B | 10.1.9.11 | A'],
    [
      '2 | no-mac | sin-mac',
      '3 | bad-mac | mac-excel | 8,0027E+11',
      '4 | several-macs | dos-macs | 08:00:27:20:08:03, 08:00:27:20:08:13',
      '5 | no-ip | sin-ip',
      '6 | bad-ip | ip-corta | 10.1.9',
      '7 | bad-ip | ip-con-ceros | 010.001.009.006',
      '8 | ip-is-a-name | dhcp | dhcp',
      '9 | no-name | 08:00:27:20:08:08',
      '10 | too-few-columns | 2 | 3',
      '11 | syntax | "',
      '13 | bad-mac | ceros | 00:00:00:00:00:00'
    ]
  ],
  [
    'csv/espacios.csv',
    'csv',
    'utf-8',
    [
      '2 | pc1 | 08:00:27:20:07:01 | 10.1.8.1',
      '3 | pc2 | 08:00:27:20:07:02 | 10.1.8.2',
      '4 | pc3 | 08:00:27:20:07:03 | 10.1.8.3'
    ],
    []
  ],
  [
    'csv/excel-es.csv',
    'csv',
    'windows-1252',
    [
      '2 | aula1-pc01 | 08:00:27:20:00:01 | 10.1.1.1 | Aula 1',
      '3 | aula1-pc02 | 08:00:27:20:00:02 | 10.1.1.2 | Aula 1',
      '4 | aula1-pc03 | 08:00:27:20:00:03 | 10.1.1.3 | Aula 1'
    ],
    []
  ],
  [
    'csv/excel-sep.csv',
    'csv',
    'utf-8',
    ['3 | pc1 | 08:00:27:20:01:01 | 10.1.2.1', '4 | pc2 | 08:00:27:20:01:02 | 10.1.2.2'],
    []
  ],
  [
    'csv/mac-antiguo.csv',
    'csv',
    'utf-8',
    ['2 | pc1 | 08:00:27:20:0C:01 | 10.2.4.1', '3 | pc2 | 08:00:27:20:0C:02 | 10.2.4.2'],
    []
  ],
  [
    'csv/rutas.csv',
    'csv',
    'utf-8',
    [
      '2 | r1 | 08:00:27:20:0B:01 | 10.2.3.1 | Campus › Planta 1 › Aula 1/2',
      '3 | r2 | 08:00:27:20:0B:02 | 10.2.3.2 | Campus › Planta 2 › Aula 3',
      '4 | r3 | 08:00:27:20:0B:03 | 10.2.3.3 | Aula 4'
    ],
    []
  ],
  [
    'csv/sin-cabecera.csv',
    'csv',
    'utf-8',
    [
      '1 | aula6-pc01 | 08:00:27:20:05:01 | 10.1.6.1',
      '2 | aula6-pc02 | 08:00:27:20:05:02 | 10.1.6.2',
      '3 | aula6-pc03 | 08:00:27:20:05:03 | 10.1.6.3'
    ],
    []
  ],
  ['csv/sin-columna-ip.csv', 'csv', 'utf-8', [], ['1 | missing-column | ip']],
  [
    'csv/titulo-y-secciones.csv',
    'csv',
    'utf-8',
    [
      '5 | a1-01 | 08:00:27:20:06:01 | 10.1.7.1 | Aula 1',
      '8 | a2-01 | 08:00:27:20:06:02 | 10.1.7.2 | Aula 2'
    ],
    [
      '1 | unsupported | Listado de equipos del edificio | (partial)',
      '2 | unsupported | Actualizado el 3 de mayo | (partial)',
      '9 | no-mac'
    ]
  ],
  [
    'csv/todas-las-columnas.csv',
    'csv',
    'utf-8',
    [
      '2 | p1 | 08:00:27:20:0A:01 | 10.2.1.1 | Informática › Planta 1 › Aula 1 › Profesores',
      '3 | p2 | 08:00:27:20:0A:02 | 10.2.1.2 | Informática › Planta 1 › Aula 1',
      '4 | p3 | 08:00:27:20:0A:03 | 10.2.2.3 | Informática › Aula 2'
    ],
    ['4 | bad-value | subnet | 10.2.2.9/24 | (partial)']
  ],
  ['csv/utf16.txt', 'csv', 'utf-16', ['2 | Portátil 1 | 08:00:27:20:04:01 | 10.1.5.1'], []],
  [
    'dhcpd/anonimos.conf',
    'dhcpd',
    'utf-8',
    [
      '1 | 0800270008001 | 08:00:27:00:08:01 | 10.9.1.1',
      '2 | aula9-pc2 | 08:00:27:00:08:02 | 10.9.1.2',
      '3 | aula9-pc3 | 08:00:27:00:08:03 | 10.9.1.3',
      '4 | 08-00-27-00-08-04 | 08:00:27:00:08:04 | 10.9.1.4'
    ],
    []
  ],
  ['dhcpd/clases-y-condiciones.conf', 'dhcpd', 'utf-8', ['21 | c1 | 08:00:27:00:03:01 | 10.4.0.11'], []],
  [
    'dhcpd/comilla-olvidada.conf',
    'dhcpd',
    'utf-8',
    ['2 | b | 08:00:27:00:09:02 | 10.9.2.2', '4 | c | 08:00:27:00:09:03 | 10.9.2.3'],
    ['1 | syntax | a | "', '3 | syntax | "']
  ],
  [
    'dhcpd/comillas.conf',
    'dhcpd',
    'utf-8',
    ['2 | pc;1 | 08:00:27:00:02:01 | 10.3.0.1', '6 | pc2 | 08:00:27:00:02:02 | 10.3.0.2'],
    []
  ],
  ['dhcpd/cortado.conf', 'dhcpd', 'utf-8', ['1 | a | 08:00:27:00:07:01 | 10.9.0.1'], ['2 | syntax | b | ;']],
  [
    'dhcpd/errores.conf',
    'dhcpd',
    'utf-8',
    [
      '5 | bien-1 | 08:00:27:00:04:02 | 10.6.0.2',
      '12 | dos-redes | 08:00:27:00:04:09 | 10.6.0.9',
      '17 | bien-2 | 08:00:27:00:04:0C | 10.6.0.12'
    ],
    [
      '2 | syntax | sin-punto-y-coma | ;',
      '6 | bad-mac | mac-corta | 08:00:27:00:04',
      '7 | bad-mac | mac-rara | 08:00:27:00:04:GG',
      '8 | no-ip | sin-ip',
      '9 | no-mac | sin-mac',
      '10 | ip-is-a-name | con-nombre | pc7.informatica.uni.es',
      '11 | bad-ip | ip-imposible | 10.6.0.800',
      '12 | unsupported | dos-redes | 10.7.0.9 | (partial)',
      '13 | unsupported | anillo | hardware token-ring 08:00:27:00:04:0a',
      '15 | unsupported | include /etc/dhcp/otras-aulas.conf',
      '16 | syntax | host'
    ]
  ],
  [
    'dhcpd/facultad.conf',
    'dhcpd',
    'utf-8',
    [
      '18 | i1-pc01 | 08:00:27:4F:BE:01 | 10.1.4.1',
      '19 | i1-pc02 | 08:00:27:4F:BE:02 | 10.1.4.2',
      '21 | i1-profe | 08:00:27:4F:BE:FE | 10.1.4.250'
    ],
    []
  ],
  [
    'dhcpd/grupos-con-nombre.conf',
    'dhcpd',
    'utf-8',
    [
      '3 | magna-1 | 08:00:27:00:01:01 | 10.2.0.1 | Aula Magna',
      '6 | lab-1 | 08:00:27:00:01:02 | 10.2.0.2 | Laboratorio',
      '8 | lab-2 | 08:00:27:00:01:03 | 10.2.0.3 | Laboratorio',
      '12 | suelto | 08:00:27:00:01:04 | 10.2.0.4'
    ],
    []
  ],
  [
    'dhcpd/latin1.conf',
    'dhcpd',
    'windows-1252',
    [
      '3 | diseño1 | 00:1E:4F:00:00:01 | 172.16.1.1 | Diseño',
      '4 | Portátil nº 2 | 00:1E:4F:00:00:02 | 172.16.1.2 | Diseño'
    ],
    []
  ],
  [
    'dhcpd/llave-de-mas.conf',
    'dhcpd',
    'utf-8',
    [
      '2 | a | 08:00:27:00:06:01 | 10.8.1.1',
      '3 | b | 08:00:27:00:06:02 | 10.8.1.2',
      '5 | c | 08:00:27:00:06:03 | 10.8.1.3'
    ],
    ['4 | syntax | }']
  ],
  [
    'dhcpd/llave-olvidada.conf',
    'dhcpd',
    'utf-8',
    [
      '2 | a | 08:00:27:00:05:01 | 10.8.0.1',
      '4 | c | 08:00:27:00:05:03 | 10.8.0.3',
      '6 | d | 08:00:27:00:05:04 | 10.8.0.4'
    ],
    ['1 | syntax | }', '4 | syntax | b | }']
  ],
  [
    'dhcpd/tabulado-crlf.conf',
    'dhcpd',
    'utf-8',
    ['3 | lab-01 | 08:00:27:AA:00:01 | 192.168.10.1', '8 | lab-02 | 08:00:27:AA:00:02 | 192.168.10.2'],
    []
  ],
  [
    'dhcpd/una-linea.conf',
    'dhcpd',
    'utf-8',
    [
      '1 | a1 | 00:01:02:03:04:05 | 10.1.4.1',
      '1 | a2 | 00:01:02:03:04:06 | 10.1.4.2',
      '1 | a3 | 00:01:02:03:04:07 | 10.1.4.3'
    ],
    []
  ],
  [
    'dnsmasq/dhcp-hosts',
    'dnsmasq',
    'utf-8',
    [
      '2 | h1 | 08:00:27:12:00:01 | 10.3.0.1',
      '3 | h2 | 08:00:27:12:00:02 | 10.3.0.2',
      '5 | h3 | 08:00:27:12:00:03 | 10.3.0.3',
      '6 | h4.uni.es | 08:00:27:12:00:04 | 10.3.0.4',
      '7 | h5 | 08:00:27:12:00:05 | 10.3.0.5'
    ],
    []
  ],
  [
    'dnsmasq/dnsmasq.conf',
    'dnsmasq',
    'utf-8',
    [
      '11 | a3-pc01 | 08:00:27:10:00:01 | 10.1.3.1',
      '12 | a3-pc02 | 08:00:27:10:00:02 | 10.1.3.2',
      '13 | a3-pc03 | 08:00:27:10:00:03 | 10.1.3.3'
    ],
    []
  ],
  [
    'dnsmasq/errores.conf',
    'dnsmasq',
    'utf-8',
    [],
    [
      '1 | bad-mac | comodin | 08:00:27:*:*:*',
      '2 | bad-mac | otro-hardware | 06-08:00:27:13:00:02',
      '3 | several-macs | dos-tarjetas | 08:00:27:13:00:03, 08:00:27:13:00:13',
      '4 | no-mac | por-id',
      '5 | no-mac | pc5',
      '6 | no-ip | sin-ip',
      '7 | no-name | 08:00:27:13:00:07',
      '8 | unsupported | ignore',
      '9 | unsupported | ignorado | ignore',
      '10 | bad-ip | ip-rara | 10.4.0.999',
      '11 | no-mac',
      '12 | bad-mac | mac-corta | 08:00:27:13:00',
      '13 | unsupported | dhcp-hostsfile=/etc/dnsmasq.d/mas-hosts',
      '14 | unsupported | conf-dir=/etc/dnsmasq.d/,*.conf'
    ]
  ],
  [
    'dnsmasq/etiquetas.conf',
    'dnsmasq',
    'utf-8',
    [
      '6 | e1 | 08:00:27:11:00:01 | 10.2.1.1',
      '7 | e2 | 08:00:27:11:00:02 | 10.2.2.2',
      '8 | e3 | 08:00:27:11:00:03 | 10.2.2.3',
      '9 | e4 | 08:00:27:11:00:04 | 10.2.2.4',
      '10 | e5 | 08:00:27:11:00:05 | 10.2.2.5'
    ],
    []
  ],
  [
    'dnsmasq/ipv6.conf',
    'dnsmasq',
    'utf-8',
    ['3 | doble | 08:00:27:14:00:01 | 10.5.0.1', '5 | normal | 08:00:27:14:00:03 | 10.5.0.3'],
    ['3 | unsupported | doble | [2001:db8:1::1] | (partial)', '4 | no-ip | solo-ipv6']
  ],
  ['dnsmasq/lista-corta.conf', 'dnsmasq', 'utf-8', ['1 | unico | 08:00:27:15:00:01 | 10.6.0.1'], []],
  ['dnsmasq/subredes-dudosas.conf', 'dnsmasq', 'utf-8', ['5 | s1 | 08:00:27:16:00:01 | 10.7.2.1'], []],
  [
    'kea/comentarios-y-comas.json',
    'kea',
    'utf-8',
    ['6 | a | 08:00:27:01:00:01 | 10.2.0.1', '8 | c # // /* no | 08:00:27:01:00:03 | 10.2.0.3'],
    []
  ],
  ['kea/cortado.json', 'kea', 'utf-8', ['2 | a | 08:00:27:05:00:01 | 10.6.0.1'], ['3 | syntax | "']],
  [
    'kea/errores.json',
    'kea',
    'utf-8',
    [
      '3 | bien-1 | 08:00:27:04:00:01 | 10.5.0.1',
      '6 | bien-2 | 08:00:27:04:00:04 | 10.5.0.4',
      '8 | bien-3 | 08:00:27:04:00:06 | 10.5.0.6'
    ],
    ['4 | syntax | ip-address', '5 | syntax | ,', '7 | syntax | :']
  ],
  [
    'kea/identificadores.json',
    'kea',
    'utf-8',
    ['8 | por-opcion | 08:00:27:03:00:07 | 10.4.0.7'],
    [
      '2 | unsupported | por-duid | duid',
      '3 | unsupported | por-client-id | client-id',
      '4 | unsupported | circuit-id',
      '5 | no-ip | sin-ip',
      '6 | no-name | 08:00:27:03:00:05',
      '7 | bad-mac | mac-rara | no',
      '9 | ip-is-a-name | ip-nombre | dhcp8.uni.es',
      '10 | no-mac | sin-mac'
    ]
  ],
  [
    'kea/include.json',
    'kea',
    'utf-8',
    ['6 | a | 08:00:27:06:00:01 | 10.7.0.1'],
    [
      '3 | unsupported | <?include "/etc/kea/subredes.json"?>',
      '5 | unsupported | <?include "/etc/kea/aula1.json"?>',
      '9 | unsupported | Dhcp6'
    ]
  ],
  [
    'kea/kea-dhcp4.conf',
    'kea',
    'utf-8',
    ['14 | i1-pc01 | 08:00:27:4F:BE:01 | 10.1.4.1', '16 | i1-profe | 08:00:27:4F:BE:FE | 10.1.4.250'],
    []
  ],
  [
    'kea/lista.json',
    'kea',
    'utf-8',
    ['1 | lista-1 | 08:00:27:01:00:04 | 10.2.1.1', '1 | lista-2 | 08:00:27:01:00:05 | 10.2.1.2'],
    []
  ],
  [
    'kea/redes-compartidas.json',
    'kea',
    'utf-8',
    [
      '3 | s1 | 08:00:27:02:00:01 | 10.3.0.1',
      '6 | s2 | 08:00:27:02:00:02 | 10.3.0.2',
      '8 | s3 | 08:00:27:02:00:03 | 10.3.3.3'
    ],
    ['8 | bad-value | subnet | 10.3.3.7/24']
  ],
  [
    'kea/reservation-get-all.json',
    'kea',
    'utf-8',
    ['2 | api-1 | 08:00:27:07:00:01 | 10.7.1.1', '3 | api-2 | 08:00:27:07:00:02 | 10.7.1.2'],
    []
  ],
  [
    'ogadmbd/arbol.sql',
    'ogadmbd',
    'utf-8',
    [
      '15 | pc-delante | 08:00:27:31:00:01 | 10.9.0.11 | Campus › Edificio A › Planta 1 › A1 › Izquierda › Delante',
      '16 | pc-sin-grupo | 08:00:27:31:00:02 | 10.9.0.12 | Campus › Edificio A › Planta 1 › A1',
      '17 | pc-sin-aula | 08:00:27:31:00:03 | 10.9.0.13'
    ],
    [
      '10 | unknown-reference | Perdida | idcentro | 7 | (partial)',
      '10 | bad-value | Perdida | router | router | (partial)',
      '11 | unknown-reference | Grupo perdido | grupoid | 77 | (partial)',
      '11 | bad-value | Grupo perdido | modomul | 9 | (partial)',
      '11 | bad-value | Grupo perdido | modp2p | otro | (partial)',
      '11 | bad-value | Grupo perdido | ipmul | 10.0.0.1 | (partial)',
      '11 | bad-value | Grupo perdido | pormul | 99999 | (partial)',
      '13 | bad-value | nombregrupoordenador | ',
      '15 | unknown-reference | pc-delante | idrepositorio | 5 | (partial)',
      '17 | unknown-reference | pc-sin-aula | idaula | 44 | (partial)'
    ]
  ],
  [
    'ogadmbd/cortado.sql',
    'ogadmbd',
    'utf-8',
    ['2 | entero | 08:00:27:34:00:01 | 10.9.3.1'],
    ["3 | syntax | '"]
  ],
  [
    'ogadmbd/errores.sql',
    'ogadmbd',
    'utf-8',
    ['2 | bien-1 | 08:00:27:33:00:01 | 10.9.2.1', '9 | bien-2 | 08:00:27:33:00:08 | 10.9.2.8'],
    [
      '3 | no-mac | sin-mac',
      '4 | bad-mac | mac-mala | 0800273300',
      '5 | no-ip | sin-ip',
      '6 | too-few-columns | 3 | 5',
      '7 | no-name | 08:00:27:33:00:06',
      '8 | syntax | )',
      '10 | syntax | CREATE TABLE aulas',
      '11 | unsupported | basica | tipo 2',
      '11 | unknown-reference | huerfana | idrepositorio | 8',
      '12 | bad-ip | Repositorio (Default) | SERVERIP'
    ]
  ],
  [
    'ogadmbd/literales.sql',
    'ogadmbd',
    'utf-8',
    [
      '3 | hexa | 08:00:27:32:00:01 | 10.9.1.1',
      '4 | doble "comilla" | 08:00:27:32:00:02 | 10.9.1.2',
      '6 | coma, (paréntesis); punto\ny coma | 08:00:27:32:00:03 | 10.9.1.3',
      '7 | reemplazado | 08:00:27:32:00:04 | 10.9.1.4'
    ],
    ['8 | bad-value | uso | -1', '8 | bad-value | tamano | -5']
  ],
  [
    'ogadmbd/mysqldump.sql',
    'ogadmbd',
    'utf-8',
    [
      '175 | pc1-1 | 08:00:27:30:00:01 | 10.1.1.1 | Unidad Organizativa (Default) › Planta baja › Aula 1 › Fila 1',
      '175 | pc1-2 | 08:00:27:30:00:02 | 10.1.1.2 | Unidad Organizativa (Default) › Planta baja › Aula 1',
      "175 | angles-1 | 08:00:27:30:00:03 | 10.1.1.3 | Unidad Organizativa (Default) › L'aula d'anglès"
    ],
    []
  ],
  [
    'ogadmbd/phpmyadmin-latin1.sql',
    'ogadmbd',
    'windows-1252',
    [
      '21 | diseño-01 | 00:1E:4F:00:00:01 | 172.16.4.11 | Facultad de Matemáticas › Diseño',
      '22 | info-01 | 00:1E:4F:00:00:02 | 172.16.5.11 | Escuela de Ingeniería › Informática'
    ],
    []
  ],
  [
    'ogadmbd/version-antigua.sql',
    'ogadmbd',
    'utf-8',
    ['18 | viejo-1 | 00:14:85:00:AA:01 | 192.168.1.11', '19 | viejo-2 | 00:14:85:00:AA:02 | 192.168.1.12'],
    []
  ]
]

test.each(FILES)('%s', async (file, format, encoding, computers, problems) => {
  const bytes = readFileSync(join(FIXTURES, file))
  const found = await readImport(bytes, { fileName: file })
  expect([found.format, found.encoding]).toEqual([format, encoding])
  expect(
    found.clients.map(({ line, name, mac, ip, unit }) =>
      [line, name, mac, ip, ...(unit ? [unit.join(' › ')] : [])].join(' | ')
    )
  ).toEqual(computers)
  expect(
    found.problems.map(({ line, code, params, partial }) =>
      [line, code, ...Object.values(params), ...(partial ? ['(partial)'] : [])].join(' | ')
    )
  ).toEqual(problems)
})

test.each(FILES)('%s, without its end', async (file, format) => {
  const bytes = readFileSync(join(FIXTURES, file))
  const step = Math.ceil(bytes.length / 60)
  const invented: unknown[] = []
  for (let end = 0; end < bytes.length; end += step) {
    const start = bytes.subarray(0, end)
    const found = await readImport(start, { fileName: file, format })
    invented.push(...inventions(decode(start).text, found))
  }
  expect(invented).toEqual([])
})
