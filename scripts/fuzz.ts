/**
 * `npm run test:fuzz`: thousands of bad requests against the webhook server and the user interface of a real headless
 * console. The same seed makes the same requests. Linux only: it looks into /proc.
 */
import { runFuzz } from './fuzz/run.ts'
import { ensureBuilt } from './lib/build.ts'
import { numberOptions } from './lib/number-options.ts'
import { say } from './lib/project.ts'

const { requests, seed } = numberOptions({ requests: 20_000, seed: Date.now() % 1_000_000_000 })
ensureBuilt()
say(`${requests} requests; to see this run again: npm run test:fuzz -- --requests ${requests} --seed ${seed}`)
const started = performance.now()
const { problems, problemCount, ...figures } = await runFuzz({ requests, seed }, say)
for (const problem of problems) say(`✗ ${problem}`)
const seconds = Math.round((performance.now() - started) / 1000)
say(JSON.stringify({ requests, ...figures, problems: problemCount, seconds, seed }))
process.exit(problemCount === 0 ? 0 : 1)
