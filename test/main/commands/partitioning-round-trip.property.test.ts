/** Plans are sent as they are made, and come back from the computer as they were sent. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCfg } from '#main/ogagent/cfg-out.ts'
import { parseCfg } from '#main/ogagent/cfg.ts'
import { canBeSent, planProblems } from '#shared/domain/disk-checks.ts'
import { isSpace, knownDisks, layoutOf, planOf, type KnownDisk } from '#shared/domain/disk-layout.ts'
import type { LabComputer } from '../../../lab/lab.ts'
import { resultOf, runJob, machines, testLab } from '../../lab/helpers.ts'
import { edited, edits } from '../../support/disk-edits.ts'

/** A disk that no computer of the lab begins with: with an extended partition, and two in it. */
const WITH_LOGICAL =
  'dis=1*che=0*tch=0!par=1*cpt=NTFS*sfi=NTFS*tam=102400000*ope=1%par=2*cpt=EXTENDED*sfi=EMPTY*tam=204800000*ope=0%' +
  'par=5*cpt=LINUX*sfi=EXT4*tam=102400000*ope=1%par=6*cpt=LINUX-SWAP*sfi=LINUX-SWAP*tam=8192000*ope=1%'

/** The disk as the computer tells it. */
async function told(computer: LabComputer, cfg: unknown): Promise<KnownDisk> {
  const parsed = parseCfg(cfg)
  if (!parsed.ok) throw new Error(`${computer.name} told ${String(cfg)}`)
  return knownDisks(parsed.partitions)[0]!
}

test('whatever the editor lets one send is what the computer then has', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(3),
      fc.boolean(),
      fc.array(edits, { minLength: 1, maxLength: 3 }),
      async (layout, logical, rounds) => {
        const { lab } = await testLab({ computers: machines(['pc'], { layout }) })
        const pc = lab.computer('pc')
        if (logical) await runJob(pc, 'Configurar', { dsk: '1', cfg: WITH_LOGICAL })
        let known = await told(pc, resultOf(await runJob(pc, 'Actualizar', {}))['cfg'])
        for (const round of rounds) {
          const plan = edited(known, round)
          // What a type is that no table names, each agent says for itself.
          const isNamed = plan.partitions.every(({ code }) => code !== 'beef')
          const problems = planProblems(plan, known)
          if (!isNamed || !canBeSent(problems)) continue
          // Where it is not sure which table a computer chooses, one is told so, and has to look.
          if (problems.some((problem) => problem.code === 'table-doubtful')) continue
          const order = layoutOf(plan, known)
          const result = resultOf(await runJob(pc, 'Configurar', { dsk: '1', cfg: encodeCfg(order) }))
          expect(result).toMatchObject({ res: '1', der: '' })
          known = await told(pc, result['cfg'])
          expect(known.table).toBe(plan.table)
          const is = planOf(known)
          const sizes = (rows: typeof plan.partitions) =>
            rows
              .filter((row) => !isSpace(row))
              .map(({ partition, code, sizeKb }) => ({ partition, code, sizeKb }))
          expect(sizes(is.partitions)).toEqual(sizes(plan.partitions))
          expect(is.cacheKb).toBe(plan.cacheKb)
          const formatted = order.partitions.filter(({ format }) => format)
          expect(is.partitions).toEqual(
            expect.arrayContaining(
              formatted.map(
                ({ partition, fileSystem }) => expect.objectContaining({ partition, fileSystem }) as unknown
              )
            )
          )
        }
        await lab.stop()
      }
    ),
    { numRuns: 40 }
  )
})
