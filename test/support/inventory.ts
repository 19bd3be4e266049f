/** An inventory in memory, made of a document, and what an import of a hand-made source would do to it. */
import { onTestFinished } from 'vitest'
import type * as z from 'zod'
import { openDatabase } from '#main/db/open.ts'
import { createTables, type Tables } from '#main/db/tables.ts'
import { createEventBus, createWrites, type Write } from '#main/events.ts'
import { readInventory } from '#main/importing/inventory-view.ts'
import { makePlan } from '#main/importing/plan.ts'
import type { PlannedRow } from '#main/importing/plan-rows.ts'
import type { ImportSource, SourceClient } from '#main/importing/source.ts'
import { createInventory } from '#main/inventory/inventory.ts'
import { createRules } from '#main/inventory/rules.ts'
import type { ImportTarget } from '#shared/contract/imports.ts'
import { inventoryDocument } from '#shared/contract/inputs.ts'

type Document = Omit<z.input<typeof inventoryDocument>, 'format' | 'version'>

export interface TestInventory {
  readonly tables: Tables
  readonly write: Write
  /** The rows of a plan for what a file says. */
  plan(source: Partial<ImportSource>, target?: ImportTarget): readonly PlannedRow[]
}

/** Opens a database in memory with a document in it. */
export function testInventory(document: Document = {}): TestInventory {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  const tables = createTables(database.orm)
  const { write } = createWrites(database, tables, createEventBus())
  createInventory(tables, write, createRules(tables), () => 1).importDocument(
    inventoryDocument.parse({ format: 'ogdesk-inventory', version: 2, ...document })
  )
  return {
    tables,
    write,
    plan: (source, target = { kind: 'network' }) =>
      makePlan(testSource(source), readInventory(tables), target).rows
  }
}

/** What a reader would give; nothing but what is said. */
export function testSource(source: Partial<ImportSource>): ImportSource {
  return {
    format: 'csv',
    encoding: 'utf-8',
    repositories: [],
    subnets: [],
    units: [],
    clients: [],
    images: [],
    problems: [],
    ...source
  }
}

/** `machine(7)` → `pc07`, its MAC address and its IP address, in line 7. */
export function machine(number: number, more: Partial<SourceClient> = {}): SourceClient {
  const digits = String(number).padStart(2, '0')
  return { line: number, name: `pc${digits}`, mac: macOf(number), ip: `10.1.0.${number}`, ...more }
}

export function macOf(number: number): string {
  const digits = number.toString(16).toUpperCase().padStart(6, '0')
  return `08:00:27:${digits.match(/../g)!.join(':')}`
}
