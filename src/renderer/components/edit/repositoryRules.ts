/** A repository as the form holds it, and what is wrong with it. */
import type { RepositoryInput } from '#shared/contract/inputs.ts'
import type { Repository } from '#shared/contract/rows.ts'
import { first, ip, problemsOf, required, tooLong, whole, type Problem, type Problems } from './rules.ts'

export type RepositoryFields = Record<'name' | 'ip' | 'port' | 'path', string>

/** The folder and the port of every ogRepository that nobody has changed. [S] */
const USUAL = { port: '8006', path: '/opt/opengnsys/ogrepository/images' } as const

export const repositoryFields = (repository: Repository | undefined): RepositoryFields => ({
  name: repository?.name ?? '',
  ip: repository?.ip ?? '',
  port: String(repository?.port ?? USUAL.port),
  path: repository?.path ?? USUAL.path
})

export const repositoryValues = (fields: RepositoryFields): RepositoryInput => ({
  name: fields.name.trim(),
  ip: fields.ip.trim(),
  port: Number(fields.port),
  path: fields.path.trim()
})

/** What is wrong with the form, beside the other repositories; `self` is the one that is edited. */
export function repositoryProblems(
  fields: RepositoryFields,
  self: number | null,
  repositories: readonly Repository[]
): Problems<RepositoryFields> {
  const { name, ip: address, port } = repositoryValues(fields)
  const others = repositories.filter(({ id }) => id !== self)
  const isThere = (row: Repository): boolean => row.ip === address && row.port === port
  const nameTaken: Problem | null = others.some((other) => other.name === name)
    ? { key: 'repositoryTaken', params: { name } }
    : null
  // Two that have one address already were not made here, and can still be edited.
  const twin = repositories.some((row) => row.id === self && isThere(row)) ? undefined : others.find(isThere)
  const addressTaken: Problem | null = twin
    ? { key: 'repositoryAddressTaken', params: { address: `${address}:${port}`, name: twin.name } }
    : null
  return problemsOf<RepositoryFields>({
    name: first(required(fields.name), tooLong(fields.name, 100), nameTaken),
    ip: first(required(fields.ip), ip(fields.ip), addressTaken),
    port: first(required(fields.port), whole(fields.port, 1, 65_535)),
    path: first(required(fields.path), tooLong(fields.path, 500))
  })
}
