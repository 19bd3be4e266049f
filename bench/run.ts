/** `npm run bench`: prints how the console does beside the least that could do the same, as ratios of one run. */
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../scripts/lib/build.ts'
import { benchDispatch } from './dispatch.ts'
import { benchSearch } from './search.ts'
import { benchStartup } from './startup.ts'
import { benchViews } from './views.ts'
import { benchWebhooks } from './webhooks.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } }
})
const benches: Record<string, () => Promise<object>> = {
  webhooks: benchWebhooks,
  dispatch: benchDispatch,
  startup: benchStartup,
  views: benchViews,
  search: benchSearch
}
const chosen = values.only === undefined ? Object.keys(benches) : values.only.split(',')

ensureBuilt()
for (const name of chosen) {
  const bench = benches[name]
  if (!bench) {
    process.stderr.write(`There is no bench «${name}»; there are: ${Object.keys(benches).join(', ')}\n`)
    process.exit(2)
  }
  const figures = await bench()
  process.stdout.write(values.json ? `${JSON.stringify({ name, ...figures })}\n` : `${name}\n`)
  if (!values.json)
    for (const [label, value] of Object.entries(figures))
      process.stdout.write(`  ${label}: ${String(value)}\n`)
}
process.exit(0)
