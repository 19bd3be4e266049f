import { sql, type SQL } from 'drizzle-orm'

/** A place for each column, to be filled when the statement runs. None of them is kept as JSON. */
export function placeholders<Column extends string>(columns: readonly Column[]): Record<Column, SQL> {
  const places = columns.map((column) => [column, sql`${sql.placeholder(column)}`])
  return Object.fromEntries(places) as Record<Column, SQL>
}
