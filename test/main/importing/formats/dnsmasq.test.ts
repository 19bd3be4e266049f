import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDnsmasq } from '#main/importing/formats/dnsmasq/read.ts'
import { brief, hosts, inventions, truncations } from './support.ts'

const A = '08:00:27:00:00:0A'
const B = '08:00:27:00:00:0B'
const host = (name: string, mac: string, ip: string, line: number) => ({ name, mac, ip, line })

describe('layouts', () => {
  test.each([
    ['the shortest', `dhcp-host=${A},10.0.0.1,pc1`, [host('pc1', A, '10.0.0.1', 1)]],
    ['any order', `dhcp-host=pc1,12h,10.0.0.1,set:aula1,${A}`, [host('pc1', A, '10.0.0.1', 1)]],
    [
      'spaces, comments, CRLF',
      `# dhcp-host=${B},10.0.0.2,no\r\n\r\n  dhcp-host = ${A} , pc1 , 10.0.0.1 # aula 1\r\n`,
      [host('pc1', A, '10.0.0.1', 3)]
    ],
    ['as on a command line', `--dhcp-host=${A},10.0.0.1,pc1`, [host('pc1', A, '10.0.0.1', 1)]],
    [
      'identifier, tags, lease times',
      `dhcp-host=id:01:02:03,${A},net:red,tag:x,10.0.0.1,pc1,infinite\ndhcp-host=${B},10.0.0.2,pc2,3600`,
      [host('pc1', A, '10.0.0.1', 1), host('pc2', B, '10.0.0.2', 2)]
    ],
    [
      'one digit, and the kind of hardware',
      'dhcp-host=1-8:0:27:0:0:a,10.0.0.1,pc1',
      [host('pc1', A, '10.0.0.1', 1)]
    ],
    ['quotes', `dhcp-host="${A},10.0.0.1,pc1"`, [host('pc1', A, '10.0.0.1', 1)]],
    [
      'a file of hosts alone',
      `# aula 1\n${A},10.0.0.1,pc1,set:aula1\n\n${B},pc2,10.0.0.2,1d # profesor`,
      [host('pc1', A, '10.0.0.1', 2), host('pc2', B, '10.0.0.2', 4)]
    ],
    [
      'among other options',
      `domain-needed\ninterface=eth0\ndhcp-range=10.0.0.50,10.0.0.99,12h\ndhcp-host=${A},10.0.0.1,pc1\naddress=/x/10.0.0.9`,
      [host('pc1', A, '10.0.0.1', 4)]
    ]
  ])('%s', (_title, text, expected) => {
    const found = readDnsmasq(text)
    expect(found.problems).toEqual([])
    expect(found.clients).toEqual(expected)
  })

  test('networks whose netmask is given, with their router', () => {
    const found = readDnsmasq(
      [
        'dhcp-range=set:a,10.0.0.50,10.0.0.99,255.255.255.0,12h',
        'dhcp-range=10.1.0.0,static,255.255.0.0',
        'dhcp-range=10.0.0.100,10.0.0.120,255.255.255.0,10.0.0.255',
        'dhcp-range=192.168.1.0,proxy',
        'dhcp-range=2001:db8::10,2001:db8::99,64',
        'dhcp-option=tag:a,option:router,10.0.0.254',
        'dhcp-option=3,10.1.0.1'
      ].join('\n')
    )
    expect(found.subnets).toEqual([
      { line: 1, name: '10.0.0.0/24', address: '10.0.0.0', netmask: '255.255.255.0', routerIp: '10.0.0.254' },
      { line: 2, name: '10.1.0.0/16', address: '10.1.0.0', netmask: '255.255.0.0', routerIp: '10.1.0.1' }
    ])
  })
})

describe('what cannot be used', () => {
  test.each([
    ['a wildcard', 'dhcp-host=08:00:27:*:*:*,10.0.0.1,pc1', ['1 bad-mac pc1']],
    ['another kind of hardware', 'dhcp-host=06-00:20:e0:3b:13:af,10.0.0.1,pc1', ['1 bad-mac pc1']],
    ['two cards', `dhcp-host=${A},${B},10.0.0.1,pc1`, ['1 several-macs pc1']],
    ['known by its identifier', 'dhcp-host=id:pc1,10.0.0.1,pc1', ['1 no-mac pc1']],
    ['known by its name', 'dhcp-host=pc1,10.0.0.1', ['1 no-mac pc1']],
    ['no address', `dhcp-host=${A},pc1`, ['1 no-ip pc1']],
    ['a bad address', `dhcp-host=${A},10.0.0.256,pc1`, ['1 bad-ip pc1']],
    ['no name', `dhcp-host=${A},10.0.0.1`, ['1 no-name']],
    ['ignored', `dhcp-host=${A},ignore`, ['1 unsupported']],
    ['IPv6 alone', `dhcp-host=${A},[2001:db8::1],pc1`, ['1 no-ip pc1']],
    ['IPv6 beside', `dhcp-host=${A},[2001:db8::1],10.0.0.1,pc1`, ['1 unsupported pc1']],
    [
      'other files',
      'conf-dir=/etc/dnsmasq.d,*.conf\ndhcp-hostsfile=/etc/hosts',
      ['1 unsupported', '2 unsupported']
    ]
  ])('%s', (_title, text, expected) => expect(brief(readDnsmasq(text))).toEqual(expected))
})

describe('of any file', () => {
  test('what was written is read', () => {
    const fields = (host: { name: string; mac: string; ip: string }) =>
      fc
        .shuffledSubarray(['set:aula', '12h', 'id:*', 'tag:x', ''])
        .chain((others) =>
          fc.shuffledSubarray([host.name, host.mac, host.ip, ...others], { minLength: others.length + 3 })
        )
    const files = hosts.chain((list) => fc.tuple(fc.constant(list), fc.tuple(...list.map(fields))))
    fc.assert(
      fc.property(
        files,
        fc.boolean(),
        fc.constantFrom(',', ' , ', ',\t'),
        ([list, lines], bare, separator) => {
          const text = lines.map((line) => `${bare ? '' : 'dhcp-host='}${line.join(separator)}`).join('\n')
          const found = readDnsmasq(text)
          expect(found.problems).toEqual([])
          expect(found.clients).toEqual(list.map((host, at) => ({ ...host, line: at + 1 })))
        }
      )
    )
  })

  test('nothing is thrown, and nothing invented', () => {
    const word = fc.constantFrom(
      'dhcp-host=',
      A,
      ',',
      '10.0.0.1',
      'pc1',
      '#',
      '"',
      '\n',
      ' ',
      'id:',
      '[',
      ']'
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(''))
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(inventions(text, readDnsmasq(text))).toEqual([])
      })
    )
    const file = `dhcp-host=${A},10.0.0.1,pc1\ndhcp-host=${B},10.0.0.2,pc2 # x`
    for (const start of truncations(file)) expect(inventions(start, readDnsmasq(start))).toEqual([])
  })
})
