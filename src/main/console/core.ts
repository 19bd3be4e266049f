/** What all parts of the console stand on: the database, the one way to write, the settings, the audit. */
import { uptime as systemUptime } from 'node:os'
import { createAudit } from '../audit/audit.ts'
import { openConsoleDatabase } from '../backups/open-failures.ts'
import { createBatchNews } from '../commands/batch-news.ts'
import { createTables } from '../db/tables.ts'
import { createEventBus, createWrites } from '../events.ts'
import { createGroupCommit } from '../group-commit.ts'
import { ipv4Interfaces } from '../http/interfaces.ts'
import { parseNetworkMap } from '../http/network-map.ts'
import { createSettings } from '../inventory/settings.ts'
import type { ConsoleOptions, ConsolePorts } from '../ports.ts'
import { createStorage } from '../storage.ts'
import { DEFAULT_TIMINGS } from '../timings.ts'

/** Opens the database. @throws what `createConsole` does. */
export function createCore(options: ConsoleOptions, ports: ConsolePorts) {
  const { log, now, uptime = () => systemUptime() * 1_000, interfaces = ipv4Interfaces } = ports
  const timings = { ...DEFAULT_TIMINGS, ...options.timings }
  const network = parseNetworkMap(options.networkMap ?? [])
  const database = openConsoleDatabase(options.dataDirectory, now)
  options.databaseOpened?.(database)
  const tables = createTables(database.orm)
  const bus = createEventBus()
  const batchNews = createBatchNews(tables, bus)
  const storage = createStorage(database, {
    directory: options.dataDirectory,
    bus,
    log,
    interval: timings.storageInterval
  })
  const { write, writeEach } = createWrites(storage.watched, tables, bus, batchNews.changed)
  const { writeSoon, flush } = createGroupCommit(writeEach)
  const settings = createSettings(tables, write, ({ logLevel }) => (log.level = logLevel))
  const audit = createAudit(
    tables,
    write,
    { host: options.host, session: options.session ?? null },
    { log, now }
  )
  return {
    secrets: ports.secrets,
    notify: ports.notify,
    log,
    now,
    uptime,
    interfaces,
    timings,
    network,
    database,
    tables,
    bus,
    batchNews,
    storage,
    write,
    writeSoon,
    flush,
    settings,
    audit
  }
}
export type Core = ReturnType<typeof createCore>
