/** The bodies of the webhooks as JSON schemas, and as what they say. protocol.md sections 2 and 4. */
import { harmless } from '#shared/domain/harmless.ts'
import type { Report } from '../inventory/agent-reports.ts'
import { cfgOf } from '../ogagent/cfg.ts'
import type { Peer } from '../traces/job-kind.ts'
import type { News } from '../traces/news.ts'

/** Where agents and repositories post to. [A, D] */
export const PATHS = {
  agentStatus: '/opengnsys/rest/clients/status/webhook',
  repository: '/og-repository/webhook',
  agentReport: '/opengnsys/rest/ogagent'
} as const

const jobId = { type: 'string', minLength: 1, maxLength: 200 } as const
const text = { type: 'string', maxLength: 10_000 } as const
const progress = { type: 'number', minimum: 0, maximum: 1 } as const
/** 1 for success, 2 for an error, as a string or a number. [L] */
const res = { enum: [1, 2, '1', '2'] } as const

/** Characters of an inventory; one of a computer full of programs has some ten thousand. */
const LONGEST_INVENTORY = 1024 * 1024
/** A text with a line each [L], or a list of them [D]. */
const lines = {
  anyOf: [
    { type: 'string', maxLength: LONGEST_INVENTORY },
    { type: 'array', maxItems: 50_000, items: { type: 'string', maxLength: 10_000 } }
  ]
} as const

/** From agents: progress [D], or a result with the fields of [L]. */
export const agentStatusSchema = {
  type: 'object',
  required: ['job_id'],
  properties: {
    job_id: jobId,
    progress,
    nfn: text,
    idi: text,
    res,
    der: text,
    cfg: {},
    hrd: lines,
    sft: lines
  },
  anyOf: [{ required: ['progress'] }, { required: ['nfn', 'res'] }]
} as const

/** From repositories. [D] */
export const repositorySchema = {
  type: 'object',
  required: ['job_id'],
  properties: {
    job_id: jobId,
    progress,
    success: { type: 'boolean' },
    image_id: { type: 'string', pattern: '^[0-9a-fA-F]{32}$' },
    error: text
  },
  anyOf: [
    { required: ['progress'] },
    { required: ['success', 'image_id'], properties: { success: { const: true } } },
    { required: ['success'], properties: { success: { const: false } } }
  ]
} as const

/** A name, a version, an address: what is kept of a report is short. */
const label = { type: 'string', maxLength: 300 } as const

/** What an agent says of itself. [A] */
export const agentReportSchema = {
  type: 'object',
  properties: {
    mac: label,
    ip: label,
    secret: { type: 'string', minLength: 1, maxLength: 500 },
    ostype: label,
    osversion: label,
    agent_version: label,
    alt_url: { anyOf: [label, { type: 'boolean' }] },
    user: label,
    language: label,
    session: label
  }
} as const

export interface AgentStatusBody {
  job_id: string
  progress?: number
  nfn?: string
  idi?: string
  res?: 1 | 2 | '1' | '2'
  der?: string
  /** A partition table: a text [L], or arrays [D]. What is wrong with it is the job's to say. */
  cfg?: unknown
  /** Inventories of hardware and of software. [L] */
  hrd?: string | readonly string[]
  sft?: string | readonly string[]
}
export interface RepositoryBody {
  job_id: string
  progress?: number
  success?: boolean
  image_id?: string
  error?: string
}

const linesOf = (value: string | readonly string[] | undefined): string | null =>
  typeof value === 'object' ? value.join('\n') : (value ?? null)

/** What an agent's webhook says. */
export function agentNews(body: AgentStatusBody): News {
  const { job_id: id, nfn, idi, res, der = '' } = body
  if (res === undefined || nfn === undefined)
    return { kind: 'progress', jobId: id, progress: body.progress ?? 0 }
  const result =
    String(res) === '1'
      ? ({ success: true, fullsum: null } as const)
      : ({ success: false, error: harmless(der) } as const)
  return {
    kind: 'result',
    jobId: id,
    result,
    resultName: nfn,
    // Functions that are of no image may send the field empty.
    imageId: idi || null,
    cfg: cfgOf(body.cfg),
    hardware: linesOf(body.hrd),
    software: linesOf(body.sft)
  }
}

/** What a repository's webhook says. The fullsum is the image's unique identifier. [S] */
export function repositoryNews(body: RepositoryBody): News {
  const { job_id: id, success, image_id: fullsum, error = '' } = body
  if (success === undefined) return { kind: 'progress', jobId: id, progress: body.progress ?? 0 }
  const result = success
    ? ({ success, fullsum: fullsum?.toLowerCase() ?? null } as const)
    : ({ success, error: harmless(error) } as const)
  return {
    kind: 'result',
    jobId: id,
    result,
    resultName: null,
    imageId: null,
    cfg: null,
    hardware: null,
    software: null
  }
}

/** Reads a webhook that was checked and stored before; null where its path has no jobs. */
export function readStoredNews(path: string, body: string): { peer: Peer; news: News } | null {
  if (path === PATHS.agentStatus)
    return { peer: 'agent', news: agentNews(JSON.parse(body) as AgentStatusBody) }
  if (path === PATHS.repository)
    return { peer: 'repository', news: repositoryNews(JSON.parse(body) as RepositoryBody) }
  return null
}

/** What an agent says of itself, as it may be shown. */
export function agentReport(body: Report): Report {
  const { ostype, osversion, agent_version: version, user } = body
  return {
    ...body,
    ...(ostype !== undefined && { ostype: harmless(ostype) }),
    ...(osversion !== undefined && { osversion: harmless(osversion) }),
    ...(version !== undefined && { agent_version: harmless(version) }),
    ...(user !== undefined && { user: harmless(user) })
  }
}
