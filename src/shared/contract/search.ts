/** search.* and smartGroups.*: finding anything, and keeping what was found. */
import * as z from 'zod'
import { CLIENT_STATES, IMAGE_STATES, TRACE_COMMANDS, TRACE_STATES } from '../domain/states.ts'
import { UNIT_TYPES } from '../domain/units.ts'
import { base, revision, rowId } from './base.ts'
import { smartFilter, smartGroupName } from './inputs.ts'

/** Where a word can be found that is not in the name. */
const SEARCH_FIELDS = [
  'ip',
  'mac',
  'serialNumber',
  'system',
  'unit',
  'location',
  'comments',
  'address',
  'router',
  'number',
  'description',
  'version',
  'fullsum',
  'job',
  'client',
  'image'
] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

const id = z.int().positive()
const common = {
  /** Where it was found, if not in its name alone. */
  matched: z.object({ field: z.enum(SEARCH_FIELDS), value: z.string() }).nullable()
}

const hitSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('client'),
    id,
    name: z.string(),
    ip: z.string(),
    mac: z.string(),
    state: z.enum(CLIENT_STATES),
    /** The names of its unit and of those above it, from the top. */
    path: z.array(z.string())
  }),
  z.object({
    ...common,
    kind: z.literal('unit'),
    id,
    name: z.string(),
    type: z.enum(UNIT_TYPES),
    /** Those above it. */
    path: z.array(z.string())
  }),
  z.object({
    ...common,
    kind: z.literal('image'),
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    state: z.enum(IMAGE_STATES)
  }),
  z.object({
    ...common,
    kind: z.literal('trace'),
    id,
    command: z.enum(TRACE_COMMANDS),
    state: z.enum(TRACE_STATES),
    clientName: z.string().nullable(),
    imageName: z.string().nullable(),
    scheduledAt: z.int()
  }),
  z.object({ ...common, kind: z.literal('subnet'), id, name: z.string(), address: z.string() }),
  z.object({ ...common, kind: z.literal('repository'), id, name: z.string(), ip: z.string() })
])
export type SearchHit = z.infer<typeof hitSchema>
export type SearchKind = SearchHit['kind']

export const searchContract = {
  /** What holds every word of the text; the kind with the best answer first, computers before the others. */
  find: base.input(z.object({ text: z.string().max(500), limit: z.int().min(1).max(50).default(8) })).output(
    z.array(
      z.object({
        kind: z.enum(['client', 'unit', 'image', 'trace', 'subnet', 'repository']),
        hits: z.array(hitSchema),
        /** Whether there are more than these. */
        more: z.boolean()
      })
    )
  )
}

const smartGroupSchema = z.object({ id, name: z.string(), filter: smartFilter, createdAt: z.int() })
export type SmartGroup = z.infer<typeof smartGroupSchema>

/** Saved filters over all computers. Who is in one is found by domain/smart-groups.ts, live, where it is shown. */
export const smartGroupsContract = {
  list: base.output(z.object({ revision, groups: z.array(smartGroupSchema) })),
  create: base.input(z.object({ name: smartGroupName, filter: smartFilter })).output(smartGroupSchema),
  /** Changes what is there. */
  update: base
    .input(rowId.extend({ name: smartGroupName.optional(), filter: smartFilter.optional() }))
    .output(smartGroupSchema),
  remove: base.input(rowId).output(z.object({}))
}
