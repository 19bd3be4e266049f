/** When connections end because the console wants it so. */
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { connect } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { kept } from '../../support/connection.ts'
import { startTestConsole } from '../../support/console.ts'
import { AGENT_REPORT, AGENT_WEBHOOK, post } from '../../support/webhook.ts'

test('a console that stops leaves nobody hanging, not even who has said nothing yet', async () => {
  const { url, stop, logs } = await startTestConsole()
  const socket = connectTcp({ host: '127.0.0.1', port: Number(new URL(url()).port) })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  await Promise.all([stop(), once(socket, 'close')])
  // It was not waited for until it had taken too long.
  expect(logs.map(({ message }) => message)).not.toContain('webhook refused')
})

test('what is too long is not read to its end: the connection closes with the answer', async () => {
  const { url } = await startTestConsole()
  const { hostname: host, port } = new URL(url())
  const socket = connect({ host, port: Number(port), rejectUnauthorized: false })
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  socket.on('error', () => undefined)
  const length = 16 * 1024 * 1024
  socket.write(`POST ${AGENT_WEBHOOK} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`)
  socket.write('x'.repeat(3 * 1024 * 1024))
  await expect.poll(() => heard).toMatch(/^HTTP\/1\.1 413 /)
  expect(heard).toMatch(/\r\nconnection: close\r\n/i)
})

test('a header that does not end is not waited for as long as a request may take', async () => {
  const { api, url } = await startTestConsole()
  const { webhookLimits } = (await api.system.info()).settings
  const limits = { ...webhookLimits, headerSeconds: 1, requestSeconds: 120, idleSeconds: 120 }
  await api.system.changeSettings({ webhookLimits: limits })
  const { closed } = kept(() => {
    const { hostname: host, port } = new URL(url())
    const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () =>
      socket.write(`POST ${AGENT_WEBHOOK} HTTP/1.1\r\nHost: x\r\n`)
    )
    return socket
  })
  expect(await closed).toMatch(/^HTTP\/1\.1 408 /)
})

test('whoever has gone leaves room for as many as before', async () => {
  const { api, url } = await startTestConsole()
  const { webhookLimits } = (await api.system.info()).settings
  await api.system.changeSettings({ webhookLimits: { ...webhookLimits, connections: 20 } })
  for (let number = 0; number < 25; number++) {
    expect((await post(`${url()}${AGENT_REPORT}/stopped`, {})).status).toBe(200)
  }
})
