import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import { at, call, fakeConsole, rawExchange, SEED_CALL, temporaryFolder, testLab } from './helpers.ts'
import { startLab } from '../../lab/lab.ts'

const CREATE = '/CloningEngine/CrearImagen'

test('a reply is HTTP/1.0 with Content-Length, and the connection closes after it', async () => {
  const { lab } = await testLab()
  const stream = await rawExchange(
    at(lab.computer('modelo')),
    'GET /opengnsys/status HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n'
  )
  const [head = '', body = ''] = stream.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.0 200 OK\r\n/)
  expect(head).toMatch(new RegExp(`Content-Length: ${body.length}$`, 'm'))
  expect(JSON.parse(body)).toEqual({ status: 'OPG', loggedin: false, session: '' })
})

test('an error is status 500 with {"error": "<text>. "} and no Content-Length', async () => {
  const { lab } = await testLab()
  const stream = await rawExchange(
    at(lab.computer('modelo')),
    'GET /CloningEngine/Nada HTTP/1.1\r\nHost: x\r\n\r\n'
  )
  const [head = '', body = ''] = stream.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.0 500 Internal Server Error\r\n/)
  expect(head).not.toMatch(/content-length/i)
  expect(JSON.parse(body)).toEqual({ error: 'Message processor for "Nada" not found. ' })
})

test.each([
  ['/Nadie/status', "'NoneType' object has no attribute 'processServerMessage'. "],
  ['/cloningengine/CrearImagen', "'NoneType' object has no attribute 'processServerMessage'. "],
  ['/CloningEngine/crearimagen', 'Message processor for "crearimagen" not found. '],
  ['/CloningEngine/Bailar', 'Message processor for "Bailar" not found. '],
  ['/CloningEngine/constructor', 'Message processor for "constructor" not found. '],
  ['/opengnsys/nada', 'Message processor for "nada" not found. '],
  ['/opengnsys/reboot', 'Unauthorized operation. '],
  ['/opengnsys/status?detail=true', 'Unauthorized operation. ']
])('POST %s says %s', async (path, error) => {
  const { lab } = await testLab()
  const reply = await call(lab.computer('modelo'), path, { body: SEED_CALL })
  expect(reply).toMatchObject({ status: 500, httpVersion: '1.0', json: { error } })
})

test.each([
  ['no Content-Length', `POST ${CREATE} HTTP/1.1\r\nHost: x\r\n\r\n${JSON.stringify(SEED_CALL)}`],
  [
    'a chunked body',
    `POST ${CREATE} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`
  ],
  ['a body that is not JSON', `POST ${CREATE} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nnada`],
  ['an empty body', `POST ${CREATE} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`],
  ['a body not in UTF-8', `POST ${CREATE} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n"\u00ff`]
])('%s gets two whole replies in one stream, and no job', async (_what, bytes) => {
  const { lab } = await testLab()
  const stream = await rawExchange(at(lab.computer('modelo')), bytes)
  const replies = stream.split(/(?=HTTP\/1\.0 )/)
  expect(replies).toHaveLength(2)
  for (const reply of replies) {
    const [head = '', body = ''] = reply.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.0 500 /)
    expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(/\. $/) as string })
  }
  expect(lab.computer('modelo').jobs).toHaveLength(0)
})

test('two replies: the second may be a 200', async () => {
  const { lab } = await testLab()
  const stream = await rawExchange(
    at(lab.computer('pc1')),
    'POST /opengnsys/status HTTP/1.1\r\nHost: x\r\n\r\n'
  )
  expect(stream.match(/HTTP\/1\.0 \d+/g)).toEqual(['HTTP/1.0 500', 'HTTP/1.0 200'])
})

test.each(Object.keys(SEED_CALL))('CrearImagen needs %s, as a string', async (name) => {
  const { lab } = await testLab()
  const computer = lab.computer('modelo')
  const { [name as keyof typeof SEED_CALL]: _left, ...without } = SEED_CALL
  for (const body of [without, { ...SEED_CALL, [name]: 1 }, { ...SEED_CALL, [name]: '' }]) {
    const reply = await call(computer, CREATE, { body })
    expect(reply.status).toBe(500)
    expect(reply.json).toEqual({ error: expect.stringContaining(`"${name}"`) as string })
  }
  expect(computer.jobs).toHaveLength(0)
})

test('nfn must be the function called, and the body an object', async () => {
  const { lab } = await testLab()
  const computer = lab.computer('modelo')
  expect((await call(computer, CREATE, { body: { ...SEED_CALL, nfn: 'Apagar' } })).status).toBe(500)
  expect((await call(computer, CREATE, { body: [SEED_CALL] })).status).toBe(500)
  expect((await call(computer, CREATE, { body: 'null' })).status).toBe(500)
  expect((await call(computer, CREATE, { method: 'PUT', body: SEED_CALL })).status).toBe(500)
  expect((await call(computer, CREATE)).status).toBe(500)
  expect(computer.jobs).toHaveLength(0)
})

test('a computer in an installed system has no cloning engine', async () => {
  const { lab } = await testLab()
  const reply = await call(lab.computer('pc1'), CREATE, { body: SEED_CALL })
  expect(reply.json).toEqual({ error: "'NoneType' object has no attribute 'processServerMessage'. " })
})

test.each([
  ['og-live', 'OPG', false],
  ['linux', 'LNX', false],
  ['linux-session', 'LNX', true],
  ['windows-session', 'WIN', true],
  ['macos', 'OSX', false],
  ['unknown', 'UNK', false]
] as const)('status in %s is %s', async (state, status, loggedin) => {
  const { lab } = await testLab()
  const computer = lab.computer('pc1')
  await computer.setState(state)
  expect((await call(computer, '/opengnsys/status')).json).toMatchObject({ status, loggedin })
})

test('with the secret: details and operations, within the level', async () => {
  const { lab } = await testLab({
    computers: [
      { name: 'full', ip: '192.168.2.2', mac: '08:00:27:00:00:01', state: 'linux-session' },
      { name: 'halt', ip: '192.168.2.3', mac: '08:00:27:00:00:02', state: 'linux', level: 'halt' },
      { name: 'status', ip: '192.168.2.4', mac: '08:00:27:00:00:03', state: 'linux', level: 'status' }
    ]
  })
  const ask = (name: string, path: string, body?: unknown) => {
    const computer = lab.computer(name)
    return call(computer, path, { body, headers: { authorization: computer.secret } })
  }
  expect(lab.computer('full').secret).toMatch(/^[A-Za-z0-9]{32}$/)
  expect((await ask('full', '/opengnsys/status?detail=true')).json).toMatchObject({
    status: 'LNX',
    agent_version: '1.4.5~pre7-1',
    sessions: 1,
    current_user: 'alumno'
  })
  expect((await ask('full', '/opengnsys/logoff', {})).json).toEqual({ op: 'sent to client' })
  expect((await ask('full', '/opengnsys/popup', { title: 'a', message: 'b' })).json).toEqual({
    op: 'launched'
  })
  expect((await ask('halt', '/opengnsys/script', {})).json).toEqual({ error: 'Unauthorized operation. ' })
  expect((await ask('status', '/opengnsys/poweroff', {})).json).toEqual({ error: 'Unauthorized operation. ' })
  expect((await ask('halt', '/opengnsys/poweroff', {})).json).toEqual({ op: 'launched' })
  await lab.computer('halt').until((computer) => !computer.listening)
  await expect(call(lab.computer('halt'), '/opengnsys/status')).rejects.toMatchObject({
    code: 'ECONNREFUSED'
  })
})

test('all agents show one certificate: UDS Actor, self-signed, expired on 2024-10-23', async () => {
  const { lab } = await testLab()
  const [first, second] = await Promise.all(
    lab.computers.map(
      (computer) =>
        new Promise<{ subject: string; issuer: string; validTo: string; fingerprint: string }>(
          (resolve, reject) => {
            const socket = connect({ ...at(computer), rejectUnauthorized: false }, () => {
              const {
                subject,
                issuer,
                valid_to: validTo,
                fingerprint256: fingerprint
              } = socket.getPeerCertificate()
              socket.destroy()
              resolve({ subject: String(subject.CN), issuer: String(issuer.CN), validTo, fingerprint })
            })
            socket.on('error', reject)
          }
        )
    )
  )
  expect(first).toMatchObject({ subject: 'UDS Actor', issuer: 'UDS Actor' })
  expect(new Date(first?.validTo ?? '').toISOString()).toMatch(/^2024-10-23/)
  expect(second).toEqual(first)
})

test('Actualizar reports the disk layout in the documented text', async () => {
  const { lab, console } = await testLab()
  const computer = lab.computer('modelo')
  const { json } = await call(computer, '/CloningEngine/Actualizar', {
    body: { nfn: 'Actualizar', ids: '0' }
  })
  expect(json).toEqual({ job_id: expect.stringMatching(/^Actualizar-[0-9a-f]{8}$/) as string })
  await computer.waitForJob()
  const result = console.heard.at(-1)?.body
  expect(result).toMatchObject({
    ...(json as object),
    nfn: 'RESPUESTA_Actualizar',
    ids: '0',
    res: '1',
    der: ''
  })
  expect(String(result?.['cfg']).split('\n')).toEqual([
    `ser=${computer.serialNumber}`,
    'disk=1\tpar=0\tcpt=1\tfsi=\tsoi=\ttam=524288000\tuso=0',
    'disk=1\tpar=1\tcpt=0\tfsi=EMPTY\tsoi=\ttam=1024\tuso=0',
    'disk=1\tpar=2\tcpt=83\tfsi=EXT4\tsoi=Ubuntu 24.04 LTS\ttam=524284928\tuso=3'
  ])
})

test('an agent announces itself until it is taken, says so when it stops, and has a new secret at each start', async () => {
  const console = await fakeConsole()
  console.reply = { status: 200, body: 'not JSON' }
  // The second attempt comes only because the first, answered without JSON, counts as failed.
  console.onHeard = () => {
    if (console.heard.length === 2) console.reply = { status: 200, body: '{}' }
  }
  const lab = await startLab({
    directory: await temporaryFolder(),
    computers: 1,
    consoleUrl: console.url,
    announce: true,
    announcePauseMs: 1
  })
  const computer = lab.computer('modelo')
  const started = await computer.until(({ webhooks }) =>
    webhooks.find(({ outcome }) => outcome === 'delivered')
  )
  expect(started).toMatchObject({ path: '/opengnsys/rest/ogagent/started', attempts: 2 })
  expect(console.heard[0]).toMatchObject({
    contentType: 'application/json',
    body: {
      mac: '08:00:27:4F:BE:38',
      ip: '192.168.2.2',
      secret: computer.secret,
      ostype: 'Linux',
      agent_version: '1.4.5~pre7-1'
    }
  })
  const before = computer.secret
  await computer.setState('off')
  await computer.setState('og-live')
  expect(computer.secret).not.toBe(before)
  await computer.until(
    ({ webhooks }) => webhooks.filter(({ outcome }) => outcome === 'delivered').length === 2
  )
  await lab.stop()
  expect(console.heard.at(-1)).toMatchObject({
    path: '/opengnsys/rest/ogagent/stopped',
    body: { ip: '192.168.2.2' }
  })
})
