/** What the agent of an installed system tells to who has its secret. [A] protocol.md section 1 */
import type { AgentDetail } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import { FailureError, fail } from '../failure-error.ts'
import type { AgentClient } from '../ogagent/client.ts'
import type { Secrets } from '../ports.ts'
import { secretOf } from './agent-secrets.ts'

/** Builds the service. */
export function createAgentDetails(tables: Tables, agents: AgentClient, secrets: Secrets) {
  return {
    /** @throws FailureError where the computer has no secret, does not answer, or does not accept it. */
    async of(clientId: number): Promise<AgentDetail> {
      const client = tables.clients.get(clientId)
      if (!client) throw fail('not-found')
      const told = await agents.detail(client, secretOf(tables, secrets, client))
      if ('failure' in told) throw new FailureError(told.failure)
      return told
    }
  }
}
export type AgentDetails = ReturnType<typeof createAgentDetails>
