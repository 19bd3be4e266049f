/** `npm run demo`: the seed's scenario on a fresh folder, with a simulated classroom. */
import { ensureBuilt } from './lib/build.ts'
import { demoCreateImage } from './lib/demo-create-image.ts'
import { DEMO_HELP, parseDemoOptions, type DemoOptions } from './lib/demo-options.ts'
import { demoWindow } from './lib/demo-window.ts'
import { say } from './lib/project.ts'

const print = (text: string) => void process.stdout.write(`${text}\n`)

async function main(): Promise<number> {
  let options: DemoOptions
  try {
    options = parseDemoOptions(process.argv.slice(2))
  } catch (error) {
    say(`${(error as Error).message} Con --help se muestran las opciones.`)
    return 2
  }
  if (options.help) {
    process.stdout.write(DEMO_HELP)
    return 0
  }
  try {
    ensureBuilt()
    return await (options.createImage ? demoCreateImage(options, print) : demoWindow(options, print))
  } catch (error) {
    say((error as Error).message)
    return 1
  }
}

process.exit(await main())
