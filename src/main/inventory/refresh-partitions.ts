/** Partition tables: read again by a computer's agent, and remembered. */
import type { PartitionHistoryEntry, Trace } from '#shared/contract/rows.ts'
import { partitionChanges } from '#shared/domain/partition-changes.ts'
import { engineBody } from '../commands/table.ts'
import type { Tables } from '../db/tables.ts'
import { toTrace } from '../db/tables/traces.ts'
import type { Write } from '../events.ts'
import { FailureError, fail } from '../failure-error.ts'
import type { Traces } from '../traces/traces.ts'
import type { ClientStates } from './client-states.ts'

/** Builds the service that asks for partition tables, and tells how they came to be. */
export function createPartitionService(
  tables: Tables,
  write: Write,
  parts: { clientStates: ClientStates; traces: Traces }
) {
  const { clientStates, traces } = parts
  return {
    /**
     * Has the computer's agent read its disks; resolves when it has answered the call. The table comes with the result.
     * @throws FailureError where the computer cannot be asked; a call that goes wrong is a failed trace instead.
     */
    async refresh(clientId: number): Promise<Trace> {
      const client = await clientStates.ask(clientId)
      if (client.stateFailure) throw new FailureError(client.stateFailure)
      const traceId = write((changes) => {
        const running = tables.traces.unfinishedOfClient(clientId)
        if (running) throw fail('client-job-running', { client: client.name, command: running.command })
        if (client.state !== 'og-live')
          throw fail('partitions-not-og-live', { client: client.name, state: client.state })
        const input = JSON.stringify(
          engineBody({ command: 'refresh' }, { clientId, image: null, repository: null })
        )
        return traces.add({ command: 'refresh', clientId, repositoryId: null, imageId: null, input }, changes)
      })
      await traces.launched(traceId)
      return toTrace(tables.traces.get(traceId)!)
    },

    /** Every table that the computer was seen with, the newest first, with what changed from the one before. */
    history(clientId: number): PartitionHistoryEntry[] {
      if (!tables.clients.get(clientId)) throw fail('not-found')
      const records = tables.partitionHistory.ofClient(clientId)
      return records.map((record, index) => {
        const before = records[index + 1]
        const partitions = [...record.partitions]
        return {
          ...record,
          partitions,
          changes: before ? partitionChanges(before.partitions, partitions) : null
        }
      })
    }
  }
}
export type PartitionService = ReturnType<typeof createPartitionService>
