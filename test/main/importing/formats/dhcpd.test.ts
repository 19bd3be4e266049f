import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDhcpd } from '#main/importing/formats/dhcpd/read.ts'
import { readMac } from '#main/importing/formats/addresses.ts'
import { brief, hosts, inventions, type Host, truncations, withoutPlaces } from './support.ts'

const host = (name: string, mac: string, ip: string, line: number) => ({ name, mac, ip, line })
const A = '08:00:27:00:00:0A'
const B = '08:00:27:00:00:0B'
const declarationOf = (name: string, mac = A, ip = '10.0.0.10') =>
  `host ${name} { hardware ethernet ${mac}; fixed-address ${ip}; }`

describe('layouts', () => {
  test.each([
    ['one line', declarationOf('a'), [host('a', A, '10.0.0.10', 1)]],
    [
      'several hosts a line',
      `${declarationOf('a')}${declarationOf('b', B, '10.0.0.11')}`,
      [host('a', A, '10.0.0.10', 1), host('b', B, '10.0.0.11', 1)]
    ],
    [
      'one word a line, tabs, CRLF',
      '\r\n\thost\r\n\ta\r\n{\r\nhardware\r\n\tethernet\r\n08 : 00 : 27\r\n:0:0:a\r\n;\r\nfixed-address\r\n10.0.0.10\r\n;}',
      [host('a', A, '10.0.0.10', 2)]
    ],
    [
      'old Macintosh lines',
      '# aula\rhost a {\rhardware ethernet 8:0:27:0:0:a;\rfixed-address 10.0.0.10;\r}',
      [host('a', A, '10.0.0.10', 2)]
    ],
    [
      'any order and extra options',
      'host a{option routers 10.0.0.1;fixed-address 10.0.0.10;filename "pxe;0{";hardware ethernet 08-00-27-00-00-0a;}',
      [host('a', A, '10.0.0.10', 1)]
    ],
    [
      'comments everywhere, and one that ends the file',
      `# host no { hardware ethernet ${B}; }\nhost a { # {\n hardware ethernet ${A}; # ;\n fixed-address #\n 10.0.0.10; } # end`,
      [host('a', A, '10.0.0.10', 2)]
    ],
    ['a quoted name', declarationOf('"Profesor 1 {;#"'), [host('Profesor 1 {;#', A, '10.0.0.10', 1)]],
    [
      'keywords in capitals',
      `HOST a { Hardware Ethernet ${A}; Fixed-Address 10.0.0.10; }`,
      [host('a', A, '10.0.0.10', 1)]
    ],
    [
      'a name that is a MAC address gives way to the option',
      `host 08002700000a { hardware ethernet ${A}; fixed-address 10.0.0.10; option host-name "pc-a"; }`,
      [host('pc-a', A, '10.0.0.10', 1)]
    ],
    [
      'a name stays where the option says another',
      `host a { hardware ethernet ${A}; fixed-address 10.0.0.10; option host-name "pc-a"; }`,
      [host('a', A, '10.0.0.10', 1)]
    ],
    [
      'everything around it',
      `option area code 150 = { ip-address, integer 8 };
shared-network campus {
  subnet 10.0.0.0 netmask 255.255.255.0 {
    pool { allow members of "x"; range 10.0.0.100 10.0.0.200; group { ${declarationOf('a')} } }
  }
}
class "pxe" { match if substring (option vendor-class-identifier, 0, 9) = "PXEClient"; }
if exists agent.circuit-id { log (info, concat ("a;", "}")); } elsif known { next-server 10.0.0.1; } else { deny booting; }
key k { algorithm hmac-md5; secret "c2=="; };
zone 0.10.in-addr.arpa. { primary 127.0.0.1; key k; }
${declarationOf('b', B, '10.0.0.11')}`,
      [host('a', A, '10.0.0.10', 4), host('b', B, '10.0.0.11', 11)]
    ],
    ['a deleted host', `host a { dynamic; deleted; hardware ethernet ${A}; fixed-address 10.0.0.10; }`, []],
    [
      'a dynamic host',
      `host a { dynamic; hardware ethernet ${A}; fixed-address 10.0.0.10; }`,
      [host('a', A, '10.0.0.10', 1)]
    ]
  ])('%s', (_title, text, expected) => {
    const found = readDhcpd(text)
    expect(found.problems).toEqual([])
    expect(withoutPlaces(found.clients)).toEqual(expected)
  })

  test('only a group with a name is a classroom', () => {
    const found = readDhcpd(
      `group {\n${declarationOf('a')}\n}\ngroup "Aula 1" {\n${declarationOf('b', B, '10.0.0.11')}\n}`
    )
    expect(found.units).toEqual([{ line: 4, path: ['Aula 1'], type: 'classroom', fields: {} }])
    expect(found.clients.map((client) => client.unit)).toEqual([undefined, ['Aula 1']])
  })

  test('subnets with their router', () => {
    const found = readDhcpd(
      'subnet 10.0.0.0 netmask 255.255.254.0 {\n option routers 10.0.0.1, 10.0.0.2;\n}\nsubnet 10.1.0.0 netmask 255.255.0.0 {}\nsubnet 10.2.0.7 netmask 255.255.0.0 {}'
    )
    expect(found.subnets).toEqual([
      { line: 1, name: '10.0.0.0/23', address: '10.0.0.0', netmask: '255.255.254.0', routerIp: '10.0.0.1' },
      { line: 4, name: '10.1.0.0/16', address: '10.1.0.0', netmask: '255.255.0.0', routerIp: null }
    ])
    expect(brief(found)).toEqual(['5 bad-value'])
  })
})

describe('what cannot be used', () => {
  test.each([
    ['a missing ;', `host a {\n hardware ethernet ${A}\n fixed-address 10.0.0.10;\n}`, ['2 syntax a']],
    ['the last ; missing', `host a {\n hardware ethernet ${A};\n fixed-address 10.0.0.10 }`, ['3 syntax a']],
    [
      'a missing {',
      `host a\n hardware ethernet ${A};\n fixed-address 10.0.0.10;\n}`,
      ['1 syntax a', '4 syntax']
    ],
    [
      'a missing }',
      `host a {\n hardware ethernet ${A};\n fixed-address 10.0.0.10;\n${declarationOf('b', B)}`,
      ['4 syntax a']
    ],
    ['a missing quote', `host a {\n option host-name "x;\n hardware ethernet ${A};\n}`, ['2 syntax a']],
    ['cut off', `host a { hardware ethernet ${A}; fixed-address 10.0.0.1`, ['1 syntax a']],
    ['no MAC address', 'host a { fixed-address 10.0.0.10; }', ['1 no-mac a']],
    ['a bad MAC address', 'host a { hardware ethernet 08:00:27:00:00; }', ['1 bad-mac a']],
    [
      'two MAC addresses',
      `host a { hardware ethernet ${A}; hardware ethernet ${B}; fixed-address 10.0.0.1; }`,
      ['1 several-macs a']
    ],
    [
      'another network',
      `host a {\n hardware token-ring ${A};\n fixed-address 10.0.0.10; }`,
      ['2 unsupported a']
    ],
    ['no IP address', `host a { hardware ethernet ${A}; }`, ['1 no-ip a']],
    ['a bad IP address', `host a { hardware ethernet ${A}; fixed-address 10.0.0.256; }`, ['1 bad-ip a']],
    [
      'a name for an address',
      `host a { hardware ethernet ${A}; fixed-address pc1.aula.es; }`,
      ['1 ip-is-a-name a']
    ],
    ['a word that is mistyped', `hots a { hardware ethernet ${A}; fixed-address 10.0.0.1; }`, ['1 syntax']],
    [
      'leases',
      `lease 10.0.0.1 { hardware ethernet ${A}; }\nlease 10.0.0.2 { hardware ethernet ${B}; }`,
      ['1 unsupported']
    ],
    ['an include', '\ninclude "/etc/dhcp/aulas.conf";', ['2 unsupported']],
    ['a brace too many', `${declarationOf('a')}\n}`, ['2 syntax']]
  ])('%s', (_title, text, expected) => expect(brief(readDhcpd(text))).toEqual(expected))

  test('costs its host alone', () => {
    const text = [
      declarationOf('a'),
      'host x { hardware ethernet 1:2:3 fixed-address; }',
      declarationOf('b', B)
    ].join('\n')
    expect(readDhcpd(text).clients.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('a second address is said, and the first one taken', () => {
    const found = readDhcpd(`host a { hardware ethernet ${A}; fixed-address 10.0.0.10, 10.1.0.10; }`)
    expect(withoutPlaces(found.clients)).toEqual([host('a', A, '10.0.0.10', 1)])
    expect(found.problems).toEqual([
      expect.objectContaining({
        code: 'unsupported',
        params: { name: 'a', value: '10.1.0.10' },
        partial: true
      })
    ])
  })

  test('blocks that go deeper than anybody nests them', () => {
    expect(brief(readDhcpd('group {\n'.repeat(50_000)))).toEqual(['61 syntax'])
  })
})

const gap = fc.stringMatching(/^([ \t]|\r\n|\n|#[a-z;{}"]*\n){1,3}$/)
const macOf = fc.constantFrom(
  (mac: string) => mac,
  (mac: string) => mac.toLowerCase(),
  (mac: string) =>
    mac
      .split(':')
      .map((part) => part.replace(/^0/, ''))
      .join(':')
)
/** A host in one of the layouts that dhcpd takes. */
const declaration = (host: Host) =>
  fc
    .record({
      gaps: fc.array(gap, { minLength: 8, maxLength: 8 }),
      mac: macOf,
      quoted: fc.boolean(),
      options: fc.subarray([
        'option routers 10.0.0.1;',
        'filename "a;}{#";',
        'dynamic;',
        'ddns-hostname "x";'
      ]),
      order: fc.integer()
    })
    .map(({ gaps, mac, quoted, options, order }) => {
      const statements = [
        `hardware${gaps[0]}ethernet${gaps[1]}${mac(host.mac)}${gaps[2]};`,
        `fixed-address${gaps[3]}${host.ip};`,
        ...options
      ]
      const turn = Math.abs(order) % statements.length
      const body = [...statements.slice(turn), ...statements.slice(0, turn)].join(gaps[4])
      return `host${gaps[5]}${quoted ? `"${host.name}"` : host.name}${gaps[6]}{${body}}${gaps[7]}`
    })

describe('of any file', () => {
  test('what was written is read', () => {
    const files = hosts.chain((list) =>
      fc.tuple(fc.constant(list), fc.tuple(...list.map(declaration)), fc.boolean())
    )
    fc.assert(
      fc.property(files, ([list, declarations, grouped]) => {
        const text = declarations.join('')
        const found = readDhcpd(grouped ? `group {${text}}` : text)
        expect(found.problems).toEqual([])
        expect(found.clients.map(({ name, mac, ip }) => ({ name, mac, ip }))).toEqual(list)
      })
    )
  })

  test('nothing is thrown, and nothing invented', () => {
    const word = fc.constantFrom(
      'host',
      'a',
      '{',
      '}',
      ';',
      '"',
      '#',
      '\n',
      'hardware ethernet ',
      'fixed-address ',
      A,
      '10.0.0.1',
      ',',
      '=',
      ' '
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(''))
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(inventions(text, readDhcpd(text))).toEqual([])
      })
    )
  })

  test('of a file that is cut off, the whole hosts', () => {
    const text = `group "Aula 1" {\n${declarationOf('a')}\n# ${declarationOf('c')}\n${declarationOf('b', B, '10.0.0.112')}\n}\n`
    const whole = new Set(readDhcpd(text).clients.map((client) => JSON.stringify(client)))
    for (const start of truncations(text)) {
      for (const client of readDhcpd(start).clients) expect(whole).toContain(JSON.stringify(client))
    }
  })
})

test('MAC addresses as DHCP servers take them', () => {
  expect(readMac('8:0:27:a:B:c')).toBe('08:00:27:0A:0B:0C')
  expect(readMac('0800.2700.000a')).toBe(A)
  expect(readMac('0:0:0:0:0:0')).toBeNull()
  expect(readMac('ff:ff:ff:ff:ff:ff')).toBeNull()
  expect(readMac('08:00:27:00:00')).toBeNull()
})
