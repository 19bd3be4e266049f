/** What an agent says of its computer is believed where it is one of the words that there are, and nothing else is. */
import { expect, test } from 'vitest'
import { parseNetworkMap } from '#main/http/network-map.ts'
import { createAgentClient } from '#main/ogagent/client.ts'
import { DEFAULT_TIMINGS } from '#main/timings.ts'
import { makeCertificate, tlsPeer } from '../../support/peer.ts'

const certificate = await makeCertificate('UDS Actor')
const CLIENT = { name: 'pc', ip: '192.0.2.1', agentPort: 8000 }

/** A client of agents, behind whose address somebody gives this reply. */
async function agentsSaying(reply: string) {
  const peer = await tlsPeer(certificate, (socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${reply}`))
  const network = parseNetworkMap([`192.0.2.1:8000=127.0.0.1:${peer.port}`])
  return createAgentClient(network, DEFAULT_TIMINGS, () => ({ ca: null, client: null }))
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
  const told = await (await agentsSaying(reply)).status(CLIENT)
  expect([told.state, told.failure?.code ?? null]).toEqual([state, code])
})

test('who sits there is shown without what could rearrange the sentence, and nothing that is no text', async () => {
  const reply = '{"current_user":"ana\u202Enimda","os_version":7,"agent_version":"1.4","sessions":["a","b"]}'
  expect(await (await agentsSaying(reply)).detail(CLIENT, 'secret')).toEqual({
    user: 'ana nimda',
    osVersion: null,
    agentVersion: '1.4',
    load: null,
    sessions: 2
  })
})
