/** Everything that can be done to the inventory by hand; whoever has a button for it calls it here. */
import { useEdits } from '../stores/edits.ts'
import { useAttempt } from './useAttempt.ts'
import { useMoves } from './useMoves.ts'
import { useUndo } from './useUndo.ts'

export function useInventoryEdits() {
  const { open } = useEdits()
  const { attempt } = useAttempt()
  const moves = useMoves()
  const { undo } = useUndo()

  return {
    createUnit: (parentId: number | null) => open({ kind: 'unit', id: null, parentId }),
    editUnit: (id: number) => open({ kind: 'unit', id, parentId: null }),
    /** Asks where to; with a parent (null: the top) it moves at once. */
    async moveUnit(id: number, parentId?: number | null): Promise<void> {
      if (parentId === undefined) open({ kind: 'move', unitIds: [id], clientIds: [] })
      else await attempt(() => moves.moveUnit(id, parentId))
    },
    removeUnits: (ids: readonly number[]) => open({ kind: 'remove', unitIds: ids, clientIds: [] }),

    createClient: (unitId: number | null) => open({ kind: 'client', id: null, unitId, like: null }),
    editClient: (id: number) => open({ kind: 'client', id, unitId: null, like: null }),
    /** A new computer like this one, with the next name and address. */
    duplicateClient: (id: number) => open({ kind: 'client', id: null, unitId: null, like: id }),
    /** Asks where to; with a unit it moves at once. */
    async moveClients(ids: readonly number[], unitId?: number): Promise<void> {
      if (unitId === undefined) open({ kind: 'move', unitIds: [], clientIds: ids })
      else await attempt(() => moves.moveClients(ids, unitId))
    },
    removeClients: (ids: readonly number[]) => open({ kind: 'remove', unitIds: [], clientIds: ids }),

    createSubnet: () => open({ kind: 'subnet', id: null }),
    editSubnet: (id: number) => open({ kind: 'subnet', id }),
    removeSubnet: (id: number) => open({ kind: 'remove-subnet', id }),

    createRepository: () => open({ kind: 'repository', id: null }),
    editRepository: (id: number) => open({ kind: 'repository', id }),
    removeRepository: (id: number) => open({ kind: 'remove-repository', id }),
    /** What lies in a repository's trash; null: the first one's. */
    openTrash: (repositoryId: number | null) => open({ kind: 'trash', repositoryId }),

    editImage: (id: string) => open({ kind: 'image', id }),
    removeImage: (id: string) => open({ kind: 'remove-image', id }),

    /** Takes the latest removal or move back. */
    undo
  }
}
