import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKea } from '#main/importing/formats/kea/read.ts'
import { brief, hosts, inventions, truncations, type Host, withoutPlaces } from './support.ts'

const A = '08:00:27:00:00:0A'
const B = '08:00:27:00:00:0B'
const host = (name: string, mac: string, ip: string, line: number) => ({ name, mac, ip, line })
const reservation = ({ name, mac, ip }: Host) =>
  `{ "hw-address": "${mac}", "ip-address": "${ip}", "hostname": "${name}" }`
const first = reservation({ name: 'pc1', mac: A, ip: '10.0.0.1' })
const second = reservation({ name: 'pc2', mac: B, ip: '10.0.0.2' })

describe('layouts', () => {
  test.each([
    ['one object', first, [host('pc1', A, '10.0.0.1', 1)]],
    [
      'a bare list',
      `[\n${first},\n${second}\n]`,
      [host('pc1', A, '10.0.0.1', 2), host('pc2', B, '10.0.0.2', 3)]
    ],
    [
      'a list by its key',
      `{ "reservations": [${first}, ${second}] }`,
      [host('pc1', A, '10.0.0.1', 1), host('pc2', B, '10.0.0.2', 1)]
    ],
    [
      'global, of subnets and of shared networks',
      `{ "Dhcp4": {
        "reservations": [ ${first} ],
        "shared-networks": [ { "name": "campus", "subnet4": [ { "subnet": "10.0.0.0/24", "reservations": [
          ${second} ] } ] } ],
        "subnet4": [ { "id": 1, "subnet": "10.1.0.0/16", "reservations": [
          { "hw-address": "8:0:27:0:0:c", "ip-address": "10.1.0.3", "option-data": [ { "name": "host-name", "data": "pc3" } ] } ] } ] } }`,
      [
        host('pc1', A, '10.0.0.1', 2),
        host('pc2', B, '10.0.0.2', 4),
        host('pc3', '08:00:27:00:00:0C', '10.1.0.3', 6)
      ]
    ],
    [
      'comments of three kinds, and commas too many',
      `// Kea\n# "Dhcp4": {\n{ /* { */ "Dhcp4": { # otra {\n"reservations": [ // "\n${first}, # "x"\n/*\n${second}\n*/ ], }, }`,
      [host('pc1', A, '10.0.0.1', 5)]
    ],
    [
      'an answer of the API',
      `[ { "result": 0, "arguments": { "hosts": [ ${first} ] } } ]`,
      [host('pc1', A, '10.0.0.1', 1)]
    ],
    [
      'texts with what looks like more',
      `[ { "hw-address": "${A}", "ip-address": "10.0.0.1", "hostname": "pc1", "user-context": { "nota": "# // /* \\" {" } } ]`,
      [host('pc1', A, '10.0.0.1', 1)]
    ]
  ])('%s', (_title, text, expected) => {
    const found = readKea(text)
    expect(found.problems).toEqual([])
    expect(withoutPlaces(found.clients)).toEqual(expected)
  })

  test('subnets with their router', () => {
    const found = readKea(
      `{ "Dhcp4": { "subnet4": [
        { "subnet": "10.0.0.0/23", "option-data": [ { "name": "domain-name-servers", "data": "10.0.0.3" }, { "name": "routers", "data": "10.0.0.1, 10.0.0.2" } ] },
        { "subnet": "10.2.0.0/16", "option-data": [ { "code": 3, "data": "10.2.0.1" } ] },
        { "subnet": "10.3.0.1/16" },
        { "subnet": "2001:db8::/64" } ] } }`
    )
    expect(found.subnets).toEqual([
      { line: 2, name: '10.0.0.0/23', address: '10.0.0.0', netmask: '255.255.254.0', routerIp: '10.0.0.1' },
      { line: 3, name: '10.2.0.0/16', address: '10.2.0.0', netmask: '255.255.0.0', routerIp: '10.2.0.1' }
    ])
    expect(brief(found)).toEqual(['4 bad-value', '5 unsupported'])
  })
})

describe('what cannot be used', () => {
  test.each([
    [
      'another identifier',
      '[{ "duid": "01:02", "ip-address": "10.0.0.1", "hostname": "pc1" }]',
      ['1 unsupported pc1']
    ],
    ['no MAC address', '[{ "ip-address": "10.0.0.1", "hostname": "pc1" }]', ['1 no-mac pc1']],
    ['a bad MAC address', '[{ "hw-address": 12, "hostname": "pc1" }]', ['1 bad-mac pc1']],
    ['no IP address', `[{ "hw-address": "${A}", "hostname": "pc1" }]`, ['1 no-ip pc1']],
    [
      'a bad IP address',
      `[{ "hw-address": "${A}", "ip-address": "10.0.0", "hostname": "pc1" }]`,
      ['1 bad-ip pc1']
    ],
    ['no name', `[{ "hw-address": "${A}", "ip-address": "10.0.0.1" }]`, ['1 no-name']],
    ['an include', `{ "Dhcp4": {\n<?include "/etc/kea/aulas.json"?>\n} }`, ['2 unsupported']],
    ['DHCPv6', '{ "Dhcp6": { "reservations": [] } }', ['1 unsupported']],
    ['a comma too few', `[\n${first}\n${second}\n]`, ['3 syntax']],
    ['nests that nobody builds', '['.repeat(200_000), ['1 syntax']],
    ['no JSON at all', 'hola', ['1 syntax']]
  ])('%s', (_title, text, expected) => expect(brief(readKea(text))).toEqual(expected))

  test('costs its reservation alone', () => {
    const broken = `[\n${first},\n{ "hw-address": "${B}, "ip-address": "10.0.0.3" },\n${second}\n]`
    const found = readKea(broken)
    expect(found.clients.map(({ name, line }) => `${line} ${name}`)).toEqual(['2 pc1', '4 pc2'])
    expect(found.problems.map(({ code, line }) => `${line} ${code}`)).toEqual(['3 syntax'])
  })
})

describe('of any file', () => {
  test('what was written is read', () => {
    const gap = fc.constantFrom(' ', '\n', '\t', ' # }\n', ' // ]\n', '/* , */')
    const item = (host: Host) =>
      fc
        .tuple(
          gap,
          fc.shuffledSubarray(
            [
              `"hw-address": "${host.mac.toLowerCase()}"`,
              `"ip-address": "${host.ip}"`,
              `"hostname": "${host.name}"`,
              '"client-classes": [ "a" ]'
            ],
            { minLength: 4 }
          )
        )
        .map(([space, fields]) => `{${space}${fields.join(`${space},`)}${space}}`)
    const files = hosts.chain((list) => fc.tuple(fc.constant(list), fc.tuple(...list.map(item))))
    fc.assert(
      fc.property(files, gap, ([list, items], space) => {
        const found = readKea(`{ "Dhcp4": { "reservations": [${items.join(`,${space}`)}${space},] } }`)
        expect(found.problems).toEqual([])
        expect(found.clients.map(({ name, mac, ip }) => ({ name, mac, ip }))).toEqual(list)
      })
    )
  })

  test('nothing is thrown, and nothing invented', () => {
    const word = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      first,
      '"hw-address": ',
      `"${A}"`,
      '#',
      '/*',
      '*/',
      '\n',
      '<?include'
    )
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(inventions(text, readKea(text))).toEqual([])
      })
    )
  })

  test('of a file that is cut off, the whole reservations', () => {
    const text = `{ "Dhcp4": { "subnet4": [ { "subnet": "10.0.0.0/24", "reservations": [\n${first},\n${second}\n] } ] } }`
    const whole = readKea(text)
    for (const start of truncations(text)) {
      const found = readKea(start)
      for (const client of found.clients) expect(whole.clients).toContainEqual(client)
      for (const subnet of found.subnets) expect(whole.subnets).toContainEqual(subnet)
    }
  })
})
