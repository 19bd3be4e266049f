import { test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { createImports } from '#main/importing/sessions.ts'
import { openDatabase } from '#main/db/open.ts'
import { createTables } from '#main/db/tables.ts'
import { createEventBus, createWrites } from '#main/events.ts'
import { readSource } from '#main/importing/read-source.ts'
import { readInventory } from '#main/importing/inventory-view.ts'
import { makePlan } from '#main/importing/plan.ts'
const big = (n: number) => 'Nombre;MAC;IP;Centro;Aula;Nº de serie\n' + Array.from({ length: n }, (_, i) => `pc${String(i).padStart(4, '0')};0A:00:27:${[i >> 16, (i >> 8) & 255, i & 255].map((b) => b.toString(16).padStart(2, '0')).join(':')};10.${1 + (i >> 16)}.${(i >> 8) & 255}.${i & 255};Centro Demo;Aula ${1 + Math.floor(i / 25)};S${i}`).join('\n')
test('bench', async () => {
  for (const n of [5000, 20000]) {
    const database = openDatabase(mkdtempSync('/tmp/ogb-'))
    const tables = createTables(database.orm)
    const bus = createEventBus()
    const { write } = createWrites(database, tables, bus)
    const imports = createImports(tables, write, bus, Date.now)
    const timed = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
      const cpu = process.cpuUsage(); const t = performance.now()
      const r = await work()
      const { user, system } = process.cpuUsage(cpu)
      console.log(n, what, 'cpu', Math.round((user + system) / 1000), 'wall', Math.round(performance.now() - t))
      return r
    }
    const bytes = Buffer.from(big(n))
    const options = { fileName: 'a.csv', format: null, target: { kind: 'network' as const } }
    const source = await timed('read', () => readSource(bytes, options))
    const view = await timed('view', () => readInventory(tables))
    await timed('plan', () => makePlan(source, view, { kind: 'network' }))
    const p = await timed('open', () => imports.open(bytes, options))
    await timed('json', () => console.log(JSON.stringify(p).length))
    await timed('apply', () => imports.apply(p.importId, p.rows.map((r) => r.key)))
    const p2 = await timed('open again', () => imports.open(bytes, options))
    database.close()
  }
}, 600000)
