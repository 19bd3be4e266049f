/** The secrets that installed systems' agents have handed over. [A] protocol.md section 1 */
import type { Client } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import { fail } from '../failure-error.ts'
import type { Secrets } from '../ports.ts'

/** A computer's secret, to be sent. @throws FailureError target-no-secret where there is none that can be read. */
export function secretOf(tables: Tables, secrets: Secrets, client: Client): string {
  const bytes = tables.clients.secretOf(client.id)
  try {
    if (bytes) return secrets.decrypt(bytes)
  } catch {
    // Made by another key: the agent hands over a new one when it starts.
  }
  throw fail('target-no-secret', { client: client.name, state: client.state })
}
