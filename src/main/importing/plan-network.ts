/** Repositories and subnets of a file, compared with the inventory's. */
import { repositoryInput, subnetInput } from '#shared/contract/inputs.ts'
import { isCertificateOf } from '../http/pinned-agent.ts'
import { groupBy, type InventoryView } from './inventory-view.ts'
import { indexNetworks } from './networks.ts'
import { checked, newRow, refuse, refuseTwins, said, settle, type PlannedRow, type Ref } from './plan-rows.ts'
import type { ImportSource } from './source.ts'

/** What stands for a name: a row of the inventory, one of the file, or none that can be used. */
export interface Target {
  readonly ref: Ref
  /** The row that makes it; null: the inventory has it. */
  readonly row: PlannedRow | null
}

/** Notes that a row cannot be without another one that is yet to be made. */
export function depend(row: PlannedRow, target: Target | null): Ref | null {
  if (target?.row && !row.dependsOn.includes(target.row.key)) row.dependsOn.push(target.row.key)
  return target?.ref ?? null
}

export interface RepositoryPlan {
  readonly rows: readonly PlannedRow[]
  /** The repository of a name; undefined where there is none, or none that can be taken over. */
  find(name: string): Target | undefined
}

const addressOf = ({ ip, port }: { readonly ip: string; readonly port: number }): string => `${ip}:${port}`

/** Refuses rows whose address another repository has or gets; one that leaves it has to leave it first. */
function settleAddresses(rows: readonly PlannedRow[], repositories: InventoryView['repositories']): void {
  const byId = new Map(repositories.map((repository) => [repository.id, repository]))
  const takers = rows.flatMap((row) => {
    if (row.operation?.kind !== 'repository') return []
    const { id, values } = row.operation
    const address = addressOf(values)
    const before = id === null ? undefined : byId.get(id)
    return before && addressOf(before) === address ? [] : [{ row, id, address }]
  })
  const rivals = groupBy(takers, ({ address }) => address)
  const holders = groupBy(repositories, addressOf)
  for (const { row, address } of takers) {
    const rival = rivals.get(address)!.find((taker) => taker.row !== row)
    if (rival) refuse(row, 'address-taken', { value: address, other: rival.row.name })
    for (const holder of holders.get(address) ?? []) {
      const leaving = takers.find(({ id }) => id === holder.id)
      if (!leaving) refuse(row, 'address-taken', { value: address, other: holder.name })
      else if (row.effect !== 'error') depend(row, { ref: holder.id, row: leaving.row })
    }
  }
}

/** Repositories are the same where their names are. */
export function planRepositories(source: ImportSource, view: InventoryView): RepositoryPlan {
  const known = new Map(view.repositories.map((repository) => [repository.name, repository]))
  const rows = source.repositories.map((repository, index) => {
    const row = newRow(repository, {
      key: `repository/${index}`,
      kind: 'repository',
      name: repository.name
    })
    const before = known.get(repository.name) ?? null
    const { name, ip, port, path, certificate } = repository
    const values = checked(row, repositoryInput, {
      name,
      ip,
      port: port ?? before?.port,
      path: path ?? before?.path
    })
    if (!values) return row
    // One without a certificate says nothing against the one that was pinned since.
    if (certificate && !isCertificateOf(certificate.pem, certificate.fingerprint))
      refuse(row, 'certificate-mismatch')
    else {
      const shown = ({ name: _name, ...rest }: typeof values, fingerprint: string | null) => ({
        ...rest,
        certificate: fingerprint
      })
      const pinned = before?.certificateFingerprint ?? null
      settle(
        row,
        before && shown(before, pinned),
        shown(
          { name: values.name, ip: values.ip, port: values.port, path: values.path },
          certificate?.fingerprint ?? pinned
        ),
        { kind: 'repository', id: before?.id ?? null, values, certificate: certificate ?? null }
      )
    }
    return row
  })
  refuseTwins(
    groupBy(rows, ({ name }) => name),
    'row-twice'
  )
  settleAddresses(rows, view.repositories)
  const made = new Map(rows.filter(({ effect }) => effect === 'new').map((row) => [row.name, row]))
  return {
    rows,
    find(name) {
      const before = known.get(name)
      if (before) return { ref: before.id, row: null }
      const row = made.get(name)
      return row && { ref: row.key, row }
    }
  }
}

export interface SubnetPlan {
  readonly rows: readonly PlannedRow[]
  byAddress(address: string): Target | undefined
  /** The narrowest subnet that holds an address, once the file is taken over. */
  holding(ip: string): Target | undefined
  holds(target: Target, ip: string): boolean
}

/** Subnets are the same where their addresses are. */
export function planSubnets(source: ImportSource, view: InventoryView): SubnetPlan {
  const known = new Map(view.subnets.map((subnet) => [subnet.address, subnet]))
  const networks = new Map<Ref, { address: string; netmask: string }>(
    view.subnets.map((row) => [row.id, row])
  )
  const rows = source.subnets.map((subnet, index) => {
    const row = newRow(subnet, { key: `subnet/${index}`, kind: 'subnet', name: subnet.address })
    const before = known.get(subnet.address) ?? null
    // Other formats have no names of subnets: what their readers call one is no reason to rename ours.
    const own = source.format === 'ogdesk' || before === null
    const values = checked(row, subnetInput, {
      name: own ? subnet.name : before.name,
      address: subnet.address,
      netmask: subnet.netmask,
      routerIp: own ? subnet.routerIp : (subnet.routerIp ?? before.routerIp)
    })
    if (!values) return row
    const { address: _address, ...shown } = values
    settle(row, before && { ...before }, shown, { kind: 'subnet', id: before?.id ?? null, values })
    return row
  })
  refuseTwins(
    groupBy(rows, ({ name }) => name),
    'row-twice'
  )
  const made = new Map<string, PlannedRow>()
  for (const row of rows) {
    if (row.operation?.kind !== 'subnet') continue
    if (row.operation.id === null) made.set(row.name, row)
    networks.set(row.operation.id ?? row.key, row.operation.values)
  }
  const rowOf = new Map<Ref, PlannedRow>([...made.values()].map((row) => [row.key, row]))
  const holding = indexNetworks([...networks].map(([ref, network]) => [network, ref]))
  const single = new Map([...networks].map(([ref, network]) => [ref, indexNetworks([[network, ref]])]))
  return {
    rows,
    byAddress(address) {
      const before = known.get(address)
      if (before) return { ref: before.id, row: null }
      const row = made.get(address)
      return row && { ref: row.key, row }
    },
    holding(ip) {
      const [ref] = holding(ip)
      return ref === undefined ? undefined : { ref, row: rowOf.get(ref) ?? null }
    },
    holds: ({ ref }, ip) => (single.get(ref)?.(ip).length ?? 0) > 0
  }
}

/** The repository that a row names, or null for none; undefined where there is no such one: the row is refused then. */
export function namedRepository(
  row: PlannedRow,
  repositories: RepositoryPlan,
  name: string | null | undefined,
  before: { readonly id: number; readonly name: string } | null
): { ref: Ref | null; name: string | null } | undefined {
  const wanted = said(name, before?.name ?? null)
  if (wanted === null) return { ref: null, name: null }
  if (wanted === before?.name) return { ref: before.id, name: wanted }
  const target = repositories.find(wanted)
  if (target) return { ref: depend(row, target), name: wanted }
  refuse(row, 'unknown-repository', { name: wanted })
  return undefined
}
