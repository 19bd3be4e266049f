/**
 * The agents of many installed systems behind one port, which answer at once and do nothing: what remains is the caller's
 * cost. Started by dispatch.ts as `node bare-agents.ts`; prints its port.
 */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

const { private: key, cert } = await generate([{ name: 'commonName', value: 'UDS Actor' }], {
  keyType: 'ec',
  algorithm: 'sha256'
})
const server = createServer({ key, cert }, (request, response) => {
  request.resume()
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end(
      request.method === 'GET' ? '{"status":"LNX","loggedin":false,"session":""}' : '{"op":"launched"}'
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`)
})
process.on('SIGTERM', () => process.exit(0))
