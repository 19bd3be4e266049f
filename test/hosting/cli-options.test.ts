import { describe, expect, it } from 'vitest'
import { helpText, parseCommandLine } from '../../src/main/hosting/cli-options.ts'

describe('the command line of a host', () => {
  it('reads every option, with a space or with =', () => {
    const line = parseCommandLine(
      [
        '--data-dir',
        '/tmp/a b',
        '--webhook-host=127.0.0.1',
        '--webhook-port',
        '0',
        '--http-port=8080',
        '--network-map',
        '192.168.2.2:8000=127.0.0.1:40001',
        '--network-map=repo:8006=127.0.0.1:40002',
        '--import',
        'aula.json'
      ],
      'headless'
    )
    expect(line).toEqual({
      kind: 'run',
      options: {
        dataDirectory: '/tmp/a b',
        webhookHost: '127.0.0.1',
        webhookPort: 0,
        httpPort: 8080,
        networkMap: ['192.168.2.2:8000=127.0.0.1:40001', 'repo:8006=127.0.0.1:40002'],
        importFile: 'aula.json'
      }
    })
  })

  it('leaves out what was not given', () => {
    expect(parseCommandLine([], 'headless')).toEqual({ kind: 'run', options: { networkMap: [] } })
  })

  it.each([
    ['--webhook-port', 'abc'],
    ['--webhook-port', '65536'],
    ['--webhook-port', '-1'],
    ['--http-port', '80.5'],
    ['--http-port', ''],
    ['--network-map', '192.168.2.2=127.0.0.1'],
    ['--network-map', '192.168.2.2:8000=127.0.0.1:0'],
    ['--network-map', '192.168.2.2:99999=127.0.0.1:1'],
    ['--data-dir', '--webhook-port'],
    ['--data-dir']
  ])('says which option has a bad value: %s %s', (...argv) => {
    const line = parseCommandLine(argv, 'headless')
    expect(line).toMatchObject({ kind: 'problem', text: expect.stringContaining(argv[0]!) })
  })

  it('refuses what the headless host does not know', () => {
    expect(parseCommandLine(['--datadir', 'x'], 'headless')).toMatchObject({
      kind: 'problem',
      text: expect.stringContaining('--datadir')
    })
    expect(parseCommandLine(['aula.json'], 'headless')).toMatchObject({
      kind: 'problem',
      text: expect.stringContaining('aula.json')
    })
  })

  it("lets Chromium's and Playwright's switches pass in Electron, and its own port too", () => {
    const argv = [
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '.',
      '--lang',
      'es',
      '--http-port',
      'x'
    ]
    expect(parseCommandLine([...argv, '--data-dir', '/tmp/d', '--ozone-platform=x11'], 'electron')).toEqual({
      kind: 'run',
      options: { dataDirectory: '/tmp/d', networkMap: [] }
    })
  })

  it('still says in Electron what is wrong with an option of ours', () => {
    expect(parseCommandLine(['--webhook-port', 'x'], 'electron')).toMatchObject({ kind: 'problem' })
  })

  it('shows the help of each host', () => {
    expect(parseCommandLine(['--help', '--webhook-port', 'x'], 'headless')).toEqual({
      kind: 'help',
      text: helpText('headless')
    })
    expect(helpText('headless')).toContain('--http-port')
    expect(helpText('electron')).not.toContain('--http-port')
  })
})
