/** What an agent says of its computer is believed where it is one of the words that there are, and nothing else is. */
import { expect, test } from 'vitest'
import { parseNetworkMap } from '#main/http/network-map.ts'
import { createAgentClient } from '#main/ogagent/client.ts'
import { DEFAULT_TIMINGS } from '#main/timings.ts'
import { makeCertificate, tlsPeer } from '../../support/peer.ts'

const certificate = await makeCertificate('UDS Actor')
const CLIENT = { name: 'pc', ip: '192.0.2.1', agentPort: 8000 }

/** What the console makes of an agent's reply. */
async function told(reply: string) {
  const peer = await tlsPeer(certificate, (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${reply}`))
  const network = parseNetworkMap([`192.0.2.1:8000=127.0.0.1:${peer.port}`])
  const agents = createAgentClient(network, DEFAULT_TIMINGS, () => ({ ca: null, client: null }))
  const { state, failure } = await agents.status(CLIENT)
  return [state, failure?.code ?? null]
}

test.each([
  ['{"status":"OPG","loggedin":false}', 'og-live', null],
  ['{"status":"WIN","loggedin":true}', 'windows-session', null],
  ['{"status":"LNX","loggedin":"true"}', 'linux', null],
  ['{"status":"UNK"}', 'unknown', null],
  ['{"status":"opg"}', 'unknown', 'agent-unexpected-reply'],
  ['{"status":"constructor"}', 'unknown', 'agent-unexpected-reply'],
  ['{"status":["OPG"]}', 'unknown', 'agent-unexpected-reply'],
  ['null', 'unknown', 'agent-unexpected-reply']
])('%s', async (reply, state, code) => {
  expect(await told(reply)).toEqual([state, code])
})
