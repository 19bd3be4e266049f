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
  const others = repositories.filter(({ id }) => id !== self)
  const taken = others.some(({ name }) => name === fields.name.trim())
  const nameTaken: Problem | null = taken
    ? { key: 'repositoryTaken', params: { name: fields.name.trim() } }
    : null
  return problemsOf<RepositoryFields>({
    name: first(required(fields.name), tooLong(fields.name, 100), nameTaken),
    ip: first(required(fields.ip), ip(fields.ip)),
    port: first(required(fields.port), whole(fields.port, 1, 65_535)),
    path: first(required(fields.path), tooLong(fields.path, 500))
  })
}
