/** Computers as the renderer has them, for tests of what it makes of them. */
import type { Client } from '#shared/contract/rows.ts'

/** A computer of which only what matters is said. */
export function clientRow(row: Partial<Client> & { id: number }): Client {
  return {
    unitId: 1,
    subnetId: null,
    name: `pc${row.id}`,
    mac: '08:00:27:00:00:01',
    ip: '192.168.2.1',
    serialNumber: null,
    networkInterface: null,
    ogLive: null,
    pxeTemplate: null,
    repositoryId: null,
    effective: { ogLive: null, pxeTemplate: null, repositoryId: null },
    state: 'unknown',
    stateSince: 0,
    stateCheckedAt: null,
    stateFailure: null,
    agentPort: 8000,
    agentVersion: null,
    systemName: null,
    sessionUser: null,
    sessionSince: null,
    reportedAt: null,
    planColumn: null,
    planRow: null,
    hasSecret: false,
    createdAt: 0,
    ...row
  }
}
