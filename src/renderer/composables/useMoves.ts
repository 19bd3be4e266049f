/** Moves and removals: done, told, and remembered so that they can be taken back. Each throws what the console threw. */
import { useI18n } from 'vue-i18n'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { api } from '../api.ts'
import type { Chosen } from '../stores/edits.ts'
import { useInventory } from '../stores/inventory.ts'
import { useUndo } from './useUndo.ts'

export function useMoves() {
  const { t } = useI18n()
  const router = useRouter()
  const inventory = useInventory()
  const { tell } = useUndo()

  const clientName = (id: number | undefined): string => inventory.client(id ?? null)?.name ?? ''
  const unitName = (id: number | null | undefined): string => inventory.unit(id ?? null)?.name ?? ''

  async function moveClients(ids: readonly number[], unitId: number): Promise<void> {
    // Those that are there already have nothing to move for.
    const movers = ids.filter((id) => inventory.client(id)?.unitId !== unitId)
    if (movers.length === 0) return
    const names = { name: clientName(movers[0]), unit: unitName(unitId) }
    const { undoId } = await api.inventory.moveClients({ ids: movers, unitId })
    tell(t('edit.done.movedClients', names, movers.length), {
      undoId,
      undone: t('edit.undone.movedClients', names, movers.length)
    })
  }

  async function moveUnit(id: number, parentId: number | null): Promise<void> {
    if (inventory.unit(id)?.parentId === parentId) return
    const names = { name: unitName(id), unit: unitName(parentId) }
    const { undoId, unit } = await api.inventory.moveUnit({ id, parentId })
    inventory.units.set(unit.id, unit)
    tell(t(parentId === null ? 'edit.done.movedUnitUp' : 'edit.done.movedUnit', names), {
      undoId,
      undone: t('edit.undone.movedUnit', names)
    })
  }

  /** The page to go to because this one's subject is about to go: the unit above; null where it stays. */
  function wayOut({ unitIds, clientIds }: Chosen): RouteLocationRaw | null {
    const { name, params } = router.currentRoute.value
    const client =
      name === 'client' || name === 'create-image' ? inventory.client(Number(params.id)) : undefined
    const here = client?.unitId ?? (name === 'groups' ? Number(params.unitId) : null)
    if (here === null) return null
    const path = inventory.unitAncestry(here)
    const first = path.findIndex((unit) => unitIds.includes(unit.id))
    const left = first === -1 ? path : path.slice(0, first)
    if (first === -1 && !(client && clientIds.includes(client.id))) return null
    const above = left.at(-1)
    return { name: 'groups', params: above ? { unitId: above.id } : {} }
  }

  async function remove(chosen: Chosen): Promise<void> {
    const [unitId] = chosen.unitIds
    const [clientId] = chosen.clientIds
    const name = unitId === undefined ? clientName(clientId) : unitName(unitId)
    const out = wayOut(chosen)
    const { undoId, units, clients } = await api.inventory.remove({
      unitIds: [...chosen.unitIds],
      clientIds: [...chosen.clientIds]
    })
    const kind = units === 0 ? 'clients' : 'units'
    const values = { name, clients: t('groups.computers', clients) }
    const count = kind === 'units' ? units : clients
    tell(t(`edit.done.removed.${kind}`, values, count), {
      undoId,
      undone: t(`edit.undone.removed.${kind}`, values, count)
    })
    if (out) await router.replace(out)
  }

  return { moveClients, moveUnit, remove }
}
