import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCfg } from '#main/ogagent/cfg.ts'
import { newsKey, type News } from '#main/traces/news.ts'
import {
  agentNews,
  PATHS,
  readStoredNews,
  repositoryNews,
  type AgentStatusBody,
  type RepositoryBody
} from '#main/webhooks/schemas.ts'

const id = fc.string({ minLength: 1, maxLength: 30 })
const agentBody = fc.oneof(
  fc.record({ job_id: id, progress: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record(
    { job_id: id, nfn: fc.string(), idi: fc.uuid(), res: fc.constantFrom(1, 2, '1', '2'), der: fc.string() },
    { requiredKeys: ['job_id', 'nfn', 'res'] }
  )
) as fc.Arbitrary<AgentStatusBody>
const repositoryBody = fc.oneof(
  fc.record({ job_id: id, progress: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ job_id: id, success: fc.constant(true), image_id: fc.stringMatching(/^[0-9a-fA-F]{32}$/) }),
  fc.record(
    { job_id: id, success: fc.constant(false), error: fc.string() },
    { requiredKeys: ['job_id', 'success'] }
  )
) as fc.Arbitrary<RepositoryBody>

const shuffled = <T extends object>(body: T): T =>
  Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? 1 : -1))) as T

test('the same news has the same key, whatever the spelling of its JSON; what is stored reads as it came', () => {
  fc.assert(
    fc.property(agentBody, repositoryBody, (agent, repository) => {
      expect(newsKey(agentNews(shuffled(agent)))).toBe(newsKey(agentNews(agent)))
      expect(readStoredNews(PATHS.agentStatus, JSON.stringify(agent))).toEqual({
        peer: 'agent',
        news: agentNews(JSON.parse(JSON.stringify(agent)) as AgentStatusBody)
      })
      expect(newsKey(repositoryNews(shuffled(repository)))).toBe(newsKey(repositoryNews(repository)))
      expect(readStoredNews(PATHS.repository, JSON.stringify(repository))).toEqual({
        peer: 'repository',
        news: repositoryNews(JSON.parse(JSON.stringify(repository)) as RepositoryBody)
      })
    })
  )
  expect(readStoredNews('/elsewhere', '{}')).toBeNull()
})

test('res is 1 or 2, as a text or as a number; a fullsum is in lower case', () => {
  const body = { job_id: 'j', nfn: 'RESPUESTA_CrearImagen' }
  for (const res of [1, '1'] as const)
    expect(agentNews({ ...body, res })).toMatchObject({ result: { success: true } })
  for (const res of [2, '2'] as const)
    expect(agentNews({ ...body, res, der: '014-x' })).toMatchObject({
      result: { success: false, error: '014-x' }
    })
  expect(agentNews({ job_id: 'j', progress: 0 })).toEqual({ kind: 'progress', jobId: 'j', progress: 0 })
  const sum = 'AD89A166854DA8C5D7CC0B7A3C6F6F25'
  expect(repositoryNews({ job_id: 'j', success: true, image_id: sum })).toMatchObject({
    result: { fullsum: sum.toLowerCase() }
  })
})

const TABLE = 'disk=1\tpar=1\tcpt=83\tfsi=EXT4\tsoi=Debian\ttam=100\tuso=3'

test('a table that is spelt otherwise is the same news', () => {
  const body = { job_id: 'j', nfn: 'RESPUESTA_Actualizar', res: 1 as const }
  const table = [{ soi: 'Debian', uso: '3', par: 1, tam: '100', cpt: '083', fsi: 'EXT4', disk: 1 }]
  expect(newsKey(agentNews({ ...body, cfg: table }))).toBe(newsKey(agentNews({ ...body, cfg: TABLE })))
})

test('different news have different keys', () => {
  const result = (change: object): News =>
    ({
      kind: 'result',
      jobId: 'j',
      resultName: 'R',
      imageId: 'i',
      cfg: null,
      hardware: null,
      software: null,
      result: { success: true, fullsum: null },
      ...change
    }) as News
  const all: News[] = [
    { kind: 'progress', jobId: 'j', progress: 0.1 },
    { kind: 'progress', jobId: 'j', progress: 0.11 },
    result({}),
    result({ imageId: 'other' }),
    result({ resultName: 'other' }),
    result({ result: { success: true, fullsum: 'a' } }),
    result({ result: { success: false, error: '' } }),
    result({ result: { success: false, error: 'a' } }),
    result({ cfg: parseCfg(TABLE) }),
    result({ cfg: parseCfg(TABLE.replace('tam=100', 'tam=101')) }),
    result({ cfg: parseCfg('nothing') }),
    result({ cfg: parseCfg('nothing at all') }),
    result({ hardware: 'cpu=one' }),
    result({ software: 'Debian' })
  ]
  expect(new Set(all.map(newsKey)).size).toBe(all.length)
})
