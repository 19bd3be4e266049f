/**
 * `npm run test:crash`: kills the console at random moments of bursts of webhooks, starts it again on the same data, and
 * looks for everything that it has answered with 2xx. The same seed makes the same plan: orders, answers and moments; how
 * far the machine has come at each moment is its own affair.
 */
import { runCrashes } from './crash/run.ts'
import { ensureBuilt } from './lib/build.ts'
import { numberOptions } from './lib/number-options.ts'
import { say } from './lib/project.ts'

const MOST_SHOWN = 20

const { kills, seed } = numberOptions({ kills: 100, seed: Date.now() % 1_000_000_000 })
ensureBuilt()
say(`${kills} kills; to see this run again: npm run test:crash -- --kills ${kills} --seed ${seed}`)
const started = performance.now()
const { problems, ...figures } = await runCrashes({ kills, seed }, say)
for (const problem of problems.slice(0, MOST_SHOWN)) say(`✗ ${problem}`)
if (problems.length > MOST_SHOWN) say(`✗ and ${problems.length - MOST_SHOWN} more`)
const seconds = Math.round((performance.now() - started) / 1000)
say(JSON.stringify({ ...figures, problems: problems.length, seconds, seed }))
process.exit(problems.length === 0 ? 0 : 1)
