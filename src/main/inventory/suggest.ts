/** The next computer of a classroom: what it would be called, and where it would be. */
import { nextName, patternOf } from '#shared/domain/client-names.ts'
import { compareIps, isInSubnet, networkOfUnit, nextIp } from '#shared/domain/network.ts'
import type { Unit } from '#shared/contract/rows.ts'
import type { Tables } from '../db/tables.ts'
import { slug } from '../slug.ts'
import { need } from './rules.ts'

export interface SuggestedClient {
  readonly name: string
  readonly ip: string | null
  readonly subnetId: number | null
}

/** `Aula Demo` → `aula-demo-pc%02d`: for a classroom that has neither a pattern nor computers to take one from. */
function patternFromName(name: string): string {
  return `${slug(name) || 'aula'}-pc%02d`
}

/** The pattern of a unit's names: its own, that of the names that it has, or one from its own name. */
export function namePatternOf(unit: Pick<Unit, 'name' | 'namePattern'>, names: readonly string[]): string {
  return unit.namePattern ?? patternOf(names) ?? patternFromName(unit.name)
}

/** Suggests a computer of a unit, `like` one that is there already where one is named. @throws FailureError not-found */
export function suggestClient(tables: Tables, unitId: number, like: number | null): SuggestedClient {
  const unit = need(tables.units.get(unitId))
  const model = like === null ? undefined : need(tables.clients.get(like))
  const all = tables.clients.all()
  const mates = all.filter((client) => client.unitId === unitId)
  const names = mates.map(({ name }) => name)
  const name = nextName(namePatternOf(unit, names), names)

  const addresses = mates.map(({ ip }) => ip).sort(compareIps)
  const last = model?.ip ?? addresses.at(-1)
  const subnets = tables.subnets.all()
  const classroom = networkOfUnit(unit, tables.units.get)
  const near = last ?? classroom?.routerIp ?? unit.routerIp
  const subnetId = model?.subnetId ?? mates.find((mate) => mate.ip === last)?.subnetId
  const subnet =
    subnets.find(({ id }) => id === subnetId) ??
    subnets.find(({ address, netmask }) => near !== null && isInSubnet(near, address, netmask))
  if (!subnet) return { name, ip: null, subnetId: null }
  const routers = [subnet.routerIp, unit.routerIp, classroom?.routerIp ?? null].filter((ip) => ip !== null)
  const taken = new Set([...all.map(({ ip }) => ip), ...routers])
  const ip = nextIp(last ?? subnet.address, subnet, taken) ?? nextIp(subnet.address, subnet, taken)
  return { name, ip, subnetId: subnet.id }
}
