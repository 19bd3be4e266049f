/**
 * The tables. Times are milliseconds since the epoch. States are checked by the type and by what writes them; foreign
 * keys by SQLite. After a change in schema/, `npm run db:generate` writes the migration.
 */
export * from './schema/inventory.ts'
export * from './schema/images.ts'
export * from './schema/work.ts'
export * from './schema/records.ts'
export * from './schema/audit.ts'
export * from './schema/trust.ts'
