import { test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from '#main/db/open.ts'
import { createTables } from '#main/db/tables.ts'
test('raw', async () => {
  for (const triggers of [true, false]) for (const way of ['raw', 'drizzle']) {
    const dir = mkdtempSync('/tmp/ogb-')
    const database = openDatabase(dir)
    const tables = createTables(database.orm)
    const raw = new BetterSqlite3(dir + '/ogdesk.sqlite'); 
    raw.pragma('foreign_keys=ON')
    if (!triggers) { raw.exec('drop trigger search_client_added') }
    const unit = tables.units.insert({ type: 'classroom', name: 'A', parentId: null } as never, 1)
    const cpu = process.cpuUsage()
    const base = { subnetId: null, serialNumber: null, networkInterface: null, ogLive: null, pxeTemplate: null, repositoryId: null, agentPort: 8000, planColumn: null, planRow: null }
    if (way === 'raw') {
      const s = raw.prepare('insert into clients (unit_id,name,mac,ip,state_since,created_at) values (?,?,?,?,1,1)')
      raw.transaction(() => { for (let i = 0; i < 5000; i++) s.run(unit.id, 'pc' + i, 'm' + i, 'ip' + i) })()
    } else database.transaction(() => { for (let i = 0; i < 5000; i++) tables.clients.insert({ ...base, unitId: unit.id, name: 'pc' + i, mac: 'm' + i, ip: 'ip' + i } as never, 1) })
    const { user, system } = process.cpuUsage(cpu)
    console.log('triggers', triggers, way, Math.round((user + system) / 1000), 'ms cpu')
    raw.close(); database.close()
  }
}, 600000)
