import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOgAdmBd } from '#main/importing/formats/ogadmbd/read.ts'
import { brief, hosts, inventions, truncations, withoutPlaces } from './support.ts'

const CREATE = `CREATE TABLE \`ordenadores\` (
  \`idordenador\` int(11) NOT NULL AUTO_INCREMENT,
  \`nombreordenador\` varchar(100) DEFAULT 'a, b (c); d',
  \`ip\` varchar(16) NOT NULL DEFAULT '', -- la "dirección"
  \`mac\` varchar(12) DEFAULT NULL,
  PRIMARY KEY (\`idordenador\`), KEY \`k\` (\`ip\` ASC, \`mac\`)
) ENGINE=MyISAM;
`
const named = 'INSERT INTO `ordenadores` (`idordenador`, `nombreordenador`, `ip`, `mac`) VALUES '
const pc1 = { name: 'pc1', mac: '08:00:27:00:00:0A', ip: '10.0.0.1', line: 1 }
const computers = (text: string) => readOgAdmBd(text).clients

describe('statements', () => {
  test.each([
    ['columns named', `${named}(1,'pc1','10.0.0.1','08002700000a');`],
    [
      'in another order and case',
      "insert into Ordenadores (MAC, `ip`, nombreordenador) values ('08002700000A', '10.0.0.1', 'pc1');"
    ],
    [
      'with its database, IGNORE, REPLACE',
      "REPLACE INTO `ogAdmBD`.`ordenadores` (ip,mac,nombreordenador) VALUES ('10.0.0.1','08002700000a',\"pc1\");"
    ],
    [
      'ON DUPLICATE KEY',
      `${named}(1,'pc1','10.0.0.1','08002700000a') ON DUPLICATE KEY UPDATE ip=VALUES(ip), mac='x;y';`
    ],
    [
      'hexadecimal, encodings, functions',
      `${named}(NULL, _utf8'pc1', 0x31302e302e302e31, X'303830303237303030303061');`
    ],
    ['comments between', `${named}/* ( */ (1 -- uno\n, 'pc1', # '\n'10.0.0.1', '08002700000a');`],
    ['without its end', `${named}(1,'pc1','10.0.0.1','08002700000a')`]
  ])('%s', (_title, text) => expect(computers(text)).toEqual([expect.objectContaining(pc1)]))

  test('columns in the order of CREATE TABLE', () => {
    const [client] = computers(
      `${CREATE}INSERT INTO \`ordenadores\` VALUES (1,'pc1','10.0.0.1','08002700000a');`
    )
    expect(withoutPlaces([client!])).toEqual([{ ...pc1, line: 8 }])
  })

  test('what is escaped', () => {
    const [one, two] = computers(
      `${named}(1,'L\\'aula ''1'' \\\\ \\"x\\"','10.0.0.1','08002700000a'),\n(2,'a;(b),\\nc','10.0.0.2','08002700000b');`
    )
    expect([one!.name, two!.name]).toEqual(["L'aula '1' \\ \"x\"", 'a;(b),\nc'])
    expect([one!.line, two!.line]).toEqual([1, 2])
  })

  test('other tables, triggers and comments are passed over', () => {
    const text = `/*!40101 SET NAMES utf8 */;
-- INSERT INTO ordenadores
INSERT INTO \`acciones\` VALUES (1,'a;\\'b','INSERT INTO \`ordenadores\` VALUES (1)'),(2,NULL,CONV('0B',16,10));
DELIMITER ;;
/*!50003 CREATE TRIGGER t BEFORE DELETE ON acciones FOR EACH ROW BEGIN INSERT INTO acciones_log VALUES (OLD.id, NOW()); END */;;
DELIMITER ;
${named}(1,'pc1','10.0.0.1','08002700000a');
`
    const found = readOgAdmBd(text)
    expect(found.problems).toEqual([])
    expect(withoutPlaces(found.clients)).toEqual([{ ...pc1, line: 7 }])
  })
})

describe('the inventory', () => {
  const found = readOgAdmBd(`
INSERT INTO centros (idcentro, nombrecentro, comentarios) VALUES (1,'Informática','  '),(2,'Bellas Artes',NULL);
INSERT INTO grupos (idgrupo, nombregrupo, grupoid, tipo, idcentro, comentarios) VALUES
(7,'Planta 1',0,2,1,'La de abajo'),
(8,'Ala norte',7,2,1,''),
(9,'Imágenes viejas',0,70,1,'');
INSERT INTO aulas (idaula, nombreaula, idcentro, grupoid, ubicacion, comentarios, puestos, modomul, ipmul, pormul, velmul, router, netmask, dns, ntp, modp2p, timep2p, oglivedir) VALUES
(3,'Aula 1',1,8,'Edificio A','Con proyector',30,2,'239.194.2.3',9000,70,'10.0.0.254','255.255.255.0','10.0.0.53','','seeder',120,'ogLive-6.0'),
(4,'Aula 2',1,0,NULL,NULL,NULL,1,'',0,70,NULL,NULL,NULL,NULL,'peer',60,'ogLive'),
(5,'Taller',2,NULL,'',NULL,0,0,'10.0.0.3',9000,70,'router','255.0.255.0','','','',0,'ogLive');
INSERT INTO gruposordenadores (idgrupo, nombregrupoordenador, idaula, grupoid, comentarios) VALUES (1,'Profesores',3,0,''),(2,'Primera fila',3,1,'');
INSERT INTO repositorios (idrepositorio, nombrerepositorio, ip) VALUES (1,'Repositorio (Default)','10.0.0.200'),(2,'Sin IP','SERVERIP');
INSERT INTO ordenadores (idordenador, nombreordenador, numserie, ip, mac, idaula, idrepositorio, grupoid, arranque, netiface, oglivedir) VALUES
(1,'pc1','CZC123','10.0.0.1','08002700000a',3,1,2,'10','eth1','ogLive-6.0'),
(2,'pc2',NULL,'10.0.0.2','08002700000b',4,0,0,'00unknown','eth0','ogLive-5'),
(3,'pc3','','10.0.0.3','08002700000c',99,9,0,'','','ogLive');
INSERT INTO nombresos VALUES (5,'x',1);
INSERT INTO nombresos (idnombreso, nombreso) VALUES (1,'Windows 11 Pro 64 bits'),(2,'Ubuntu 24.04');
INSERT INTO ordenadores_particiones (idordenador, numdisk, numpar, codpar, tamano, uso, idsistemafichero, idnombreso) VALUES
(1,1,0,2,500107608,0,0,0),
(1,1,1,61184,524288,12,9,0),
(1,1,2,1792,248000000,61,13,1),
(1,1,4,51712,52428800,0,2,0),
(2,1,1,131,100000,5,6,2),
(2,0,1,131,100000,5,6,2);
INSERT INTO perfilessoft (idperfilsoft, idnombreso, descripcion) VALUES (3,1,'Windows');
INSERT INTO imagenes (idimagen, nombreca, descripcion, idperfilsoft, idrepositorio, tipo, idordenador, numdisk, numpar, codpar, fechacreacion) VALUES
(1,'win11','Windows 11 de aulas',3,1,1,1,1,2,1792,'2024-09-03 10:20:30'),(2,'basica','',0,1,2,0,0,0,0,NULL),(3,'perdida','',0,9,1,0,0,0,0,NULL),(4,'sin-origen','',0,1,NULL,0,0,0,0,'0000-00-00 00:00:00');
`)

  test('units with what they set', () => {
    expect(found.units.map(({ line, type, path }) => `${line} ${type} ${path.join(' / ')}`)).toEqual([
      '2 centre Informática',
      '2 centre Bellas Artes',
      '4 classroom-group Informática / Planta 1',
      '5 classroom-group Informática / Planta 1 / Ala norte',
      '8 classroom Informática / Planta 1 / Ala norte / Aula 1',
      '9 classroom Informática / Aula 2',
      '10 classroom Bellas Artes / Taller',
      '11 client-group Informática / Planta 1 / Ala norte / Aula 1 / Profesores',
      '11 client-group Informática / Planta 1 / Ala norte / Aula 1 / Profesores / Primera fila'
    ])
    const fields = Object.fromEntries(found.units.map((unit) => [unit.path.at(-1), unit.fields]))
    expect(fields).toEqual({
      Informática: {},
      'Bellas Artes': {},
      'Planta 1': { comments: 'La de abajo' },
      'Ala norte': {},
      'Aula 1': {
        comments: 'Con proyector',
        routerIp: '10.0.0.254',
        netmask: '255.255.255.0',
        dns: '10.0.0.53',
        ogLive: 'ogLive-6.0',
        multicastAddress: '239.194.2.3',
        multicastPort: 9000,
        multicastMode: 'full-duplex',
        multicastSpeed: 70,
        p2pMode: 'seeder',
        p2pTime: 120,
        capacity: 30,
        location: 'Edificio A'
      },
      'Aula 2': { multicastMode: 'half-duplex', multicastSpeed: 70, p2pMode: 'peer', p2pTime: 60 },
      Taller: { multicastPort: 9000, multicastSpeed: 70, p2pTime: 0 },
      Profesores: {},
      'Primera fila': {}
    })
  })

  test('computers with their partitions', () => {
    expect(withoutPlaces(found.clients)).toEqual([
      {
        ...pc1,
        line: 14,
        unit: ['Informática', 'Planta 1', 'Ala norte', 'Aula 1', 'Profesores', 'Primera fila'],
        serialNumber: 'CZC123',
        networkInterface: 'eth1',
        pxeTemplate: '10',
        repository: 'Repositorio (Default)',
        partitions: [
          {
            disk: 1,
            partition: 0,
            code: '2',
            fileSystem: 'EMPTY',
            sizeKb: 500107608,
            usagePercent: 0,
            system: ''
          },
          {
            disk: 1,
            partition: 1,
            code: 'ef00',
            fileSystem: 'FAT32',
            sizeKb: 524288,
            usagePercent: 12,
            system: ''
          },
          {
            disk: 1,
            partition: 2,
            code: '700',
            fileSystem: 'NTFS',
            sizeKb: 248000000,
            usagePercent: 61,
            system: 'Windows 11 Pro 64 bits'
          },
          {
            disk: 1,
            partition: 4,
            code: 'ca00',
            fileSystem: 'CACHE',
            sizeKb: 52428800,
            usagePercent: 0,
            system: ''
          }
        ]
      },
      {
        name: 'pc2',
        mac: '08:00:27:00:00:0B',
        ip: '10.0.0.2',
        line: 15,
        unit: ['Informática', 'Aula 2'],
        networkInterface: 'eth0',
        ogLive: 'ogLive-5',
        partitions: [
          {
            disk: 1,
            partition: 1,
            code: '83',
            fileSystem: 'EXT4',
            sizeKb: 100000,
            usagePercent: 5,
            system: 'Ubuntu 24.04'
          }
        ]
      },
      { name: 'pc3', mac: '08:00:27:00:00:0C', ip: '10.0.0.3', line: 16 }
    ])
  })

  test('repositories and images', () => {
    expect(withoutPlaces(found.repositories)).toEqual([
      { line: 12, name: 'Repositorio (Default)', ip: '10.0.0.200' }
    ])
    expect(withoutPlaces(found.images)).toEqual([
      {
        line: 28,
        name: 'win11',
        repository: 'Repositorio (Default)',
        description: 'Windows 11 de aulas',
        type: 'Windows',
        version: 'Windows 11 Pro',
        architecture: 'x86_64',
        sourceClient: '08:00:27:00:00:0A',
        sourceDisk: 1,
        sourcePartition: 2,
        partitionCode: '700',
        createdAt: new Date(2024, 8, 3, 10, 20, 30).getTime()
      },
      { line: 28, name: 'sin-origen', repository: 'Repositorio (Default)' }
    ])
  })

  test('what cannot be used', () => {
    expect(brief(found)).toEqual([
      '10 bad-value Taller',
      '10 bad-value Taller',
      '10 bad-value Taller',
      '12 bad-ip Sin IP',
      '16 unknown-reference pc3',
      '16 unknown-reference pc3',
      '17 syntax',
      '25 bad-value',
      '28 unsupported basica',
      '28 unknown-reference perdida'
    ])
  })
})

describe('what cannot be used', () => {
  test.each([
    ['too few values', `${named}(1,'pc1','10.0.0.1');`, ['1 too-few-columns']],
    ['too many values', `${named}(1,'pc1','10.0.0.1','08002700000a',5);`, ['1 syntax']],
    [
      'a text that nothing closes',
      `${named}(1,'pc1);\n${named}(2,'pc2','10.0.0.2','08002700000b');`,
      ['1 syntax']
    ],
    ['no MAC address', `${named}(1,'pc1','10.0.0.1','');`, ['1 no-mac pc1']],
    ['a bad MAC address', `${named}(1,'pc1','10.0.0.1','08002700');`, ['1 bad-mac pc1']],
    ['another database', 'INSERT INTO `users` VALUES (1);', ['1 syntax']]
  ])('%s', (_title, text, expected) => {
    expect(brief(readOgAdmBd(text))).toEqual(expected)
  })

  test('costs its row, and what stands behind it on its line', () => {
    const text = `${named}(1,'pc1','10.0.0.1','08002700000a'),\n(2,'pc2,'10.0.0.2','08002700000b');\n${named}(3,'pc3','10.0.0.3','08002700000c');\n`
    expect(computers(text).map(({ name, line }) => `${line} ${name}`)).toEqual(['1 pc1', '3 pc3'])
    expect(brief(readOgAdmBd(text))).toEqual(['2 syntax'])
  })

  test('groups that hold each other', () => {
    const found = readOgAdmBd(
      "INSERT INTO grupos (idgrupo,nombregrupo,grupoid,tipo) VALUES (1,'A',2,2),(2,'B',1,2),(3,'C',3,2);"
    )
    expect(found.units.map(({ path }) => path.join(' / '))).toEqual(['B', 'B / A', 'C'])
  })
})

describe('of any file', () => {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
  test('what was written is read', () => {
    const gap = fc.constantFrom('', ' ', '\n', '\t', '/* ; */', '\n-- (\n')
    fc.assert(
      fc.property(hosts, gap, fc.boolean(), fc.boolean(), (list, gap, oneStatement, latin) => {
        const rows = list.map(
          ({ name, mac, ip }, at) =>
            `(${gap}${at},${quoted(latin ? `${name} ñ'` : name)}${gap},'${ip}',${gap}'${mac.replaceAll(':', '')}')`
        )
        const text = oneStatement
          ? `${named}${rows.join(`,${gap}`)};`
          : rows.map((row) => `${named}${row};\n`).join('')
        expect(computers(text).map(({ name, mac, ip }) => ({ name, mac, ip }))).toEqual(
          list.map((host) => ({ ...host, name: latin ? `${host.name} ñ'` : host.name }))
        )
      })
    )
  })

  test('nothing is thrown, and nothing invented', () => {
    const word = fc.constantFrom(
      named,
      '(',
      ')',
      "'",
      '"',
      '`',
      ',',
      ';',
      '\n',
      '\\',
      '--',
      '/*',
      "(1,'pc1','10.0.0.1','08002700000a')",
      'CREATE TABLE aulas'
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(inventions(text, readOgAdmBd(text))).toEqual([])
      })
    )
  })

  test('of a dump that is cut off, the whole rows', () => {
    const text = `${CREATE}INSERT INTO ordenadores VALUES (1,'pc1','10.0.0.1','08002700000a'),(2,'pc2','10.0.0.12','08002700000b');\n`
    const whole = computers(text)
    for (const start of truncations(text)) {
      for (const client of computers(start)) expect(whole).toContainEqual(client)
    }
  })
})
