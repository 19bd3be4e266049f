/**
 * The least that takes a webhook durably: node:https, and one prepared insert a request with the console's pragmas.
 * Started by webhooks.ts as `node bare-webhook-server.ts DIRECTORY`, where the console's certificate lies.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

const directory = process.argv[2]
if (directory === undefined) throw new Error('usage: bare-webhook-server.ts DIRECTORY')
const database = new BetterSqlite3(join(directory, 'bare.sqlite'))
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
  database.pragma(pragma)
database.exec(
  'create table inbox (id integer primary key, at integer not null, path text not null, body text not null)'
)
const insert = database.prepare('insert into inbox (at, path, body) values (?, ?, ?)')

const pem = readFileSync(join(directory, 'webhook-certificate.pem'), 'utf8')
const server = createServer({ key: pem, cert: pem }, (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    insert.run(Date.now(), request.url, Buffer.concat(chunks).toString())
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`)
})
process.on('SIGTERM', () => process.exit(0))
