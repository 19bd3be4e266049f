/** Who is in a smart group: a filter that is asked of every computer, again whenever one of them changes. */
import type { SmartFilter } from '../contract/inputs.ts'
import type { Client, Unit } from '../contract/rows.ts'
import { fold, holds, searchWords } from './search.ts'

const DAY = 24 * 60 * 60 * 1000

/** What asks nothing. */
export const EMPTY_FILTER: SmartFilter = {
  text: '',
  states: [],
  system: '',
  unitIds: [],
  ogLive: '',
  repositoryIds: [],
  agentVersion: '',
  silentDays: null,
  neverReported: false
}

/** What a filter asks of a computer beside its row. */
export interface SmartContext {
  readonly units: Iterable<Pick<Unit, 'id' | 'parentId'>>
  /** The systems installed on a client. */
  systems(clientId: number): readonly string[]
  now: number
}

/** The units with these ids, and all below them. */
function unitsWithin(units: SmartContext['units'], ids: readonly number[]): Set<number> {
  const children = new Map<number, number[]>()
  for (const { id, parentId } of units) {
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id])
  }
  const found = new Set(ids)
  // A Set's iteration goes on to what is added meanwhile.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child)
  return found
}

/** Whether a filter asks anything at all. */
export function asksNothing(filter: SmartFilter): boolean {
  return Object.values(filter).every(
    (value) =>
      value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0)
  )
}

/** The answer to each text, looked for once: many computers have the same few systems. */
function including(part: string): (text: string) => boolean {
  const wanted = fold(part).trim()
  const answers = new Map<string, boolean>()
  return (text) => {
    let answer = answers.get(text)
    if (answer === undefined) answers.set(text, (answer = fold(text).includes(wanted)))
    return answer
  }
}

/** A filter, made ready to be asked of many computers. */
export function createSmartMatcher(filter: SmartFilter, context: SmartContext): (client: Client) => boolean {
  const words = searchWords(filter.text)
  const [hasSystem, bootsOgLive, hasAgent] = [filter.system, filter.ogLive, filter.agentVersion].map(
    including
  ) as [(text: string) => boolean, (text: string) => boolean, (text: string) => boolean]
  const states = new Set(filter.states)
  const unitIds = filter.unitIds.length ? unitsWithin(context.units, filter.unitIds) : null
  const silentSince = filter.silentDays === null ? null : context.now - filter.silentDays * DAY
  return (client) =>
    (states.size === 0 || states.has(client.state)) &&
    (unitIds === null || unitIds.has(client.unitId)) &&
    (filter.system === '' || context.systems(client.id).some(hasSystem)) &&
    (words.length === 0 || holdsAll(client, words)) &&
    (filter.ogLive === '' || bootsOgLive(client.effective.ogLive ?? '')) &&
    (filter.agentVersion === '' || hasAgent(client.agentVersion ?? '')) &&
    (filter.repositoryIds.length === 0 ||
      filter.repositoryIds.includes(client.effective.repositoryId ?? 0)) &&
    (silentSince === null || isSilent(client, silentSince)) &&
    (!filter.neverReported || client.reportedAt === null)
}

function holdsAll(client: Client, words: ReturnType<typeof searchWords>): boolean {
  const text = fold(`${client.name}\n${client.ip}\n${client.mac}\n${client.mac.replaceAll(':', '')}`)
  return words.every((word) => holds(text, word))
}

/** Nobody has heard of it since then: it did not answer, and did not report in. */
function isSilent({ state, stateSince, reportedAt }: Client, since: number): boolean {
  return (state === 'off' || state === 'unknown') && stateSince <= since && (reportedAt ?? 0) <= since
}
