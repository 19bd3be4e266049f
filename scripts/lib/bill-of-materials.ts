/** The software bill of materials of the package, in CycloneDX's format, out of npm's of everything installed. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT } from './project.ts'

interface Component {
  readonly 'bom-ref': string
  readonly type: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}

export interface BillOfMaterials {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string }>>
}

const MODULES = 'node_modules/'
/** What is not bundled, but lies beside it in the package. */
const NATIVE = `${MODULES}better-sqlite3`

function installedPackages(): BillOfMaterials {
  const [program = '', ...first] = npm()
  const { status, stdout, stderr } = spawnSync(
    program,
    [...first, 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  )
  if (status !== 0) throw new Error(`npm no ha podido hacer la lista de componentes:\n${stderr}`)
  return JSON.parse(stdout) as BillOfMaterials
}

/** To npm, what is bundled is only needed to develop; in the package it is a part of the product. */
const DEVELOPMENT = 'cdx:npm:package:development'

/** npm's names of packages that lie in these folders, by what package-lock.json says of them. */
function refsOf(folders: Iterable<string>): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock
  return new Set(
    [...folders].map((folder) => {
      const name = folder.slice(folder.lastIndexOf(MODULES) + MODULES.length)
      return `${name}@${packages[folder]?.version}`
    })
  )
}

function asShipped({ properties = [], ...component }: Component): Component {
  return { ...component, properties: properties.filter(({ name }) => name !== DEVELOPMENT) }
}

/** Electron is no module, but the runtime that the package carries; its version tells Chromium's and Node's. */
function runtime(version: string): Component {
  return {
    'bom-ref': `runtime:electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`
  }
}

/**
 * What is in the package: what was bundled, the native add-on, and Electron.
 * @param bundled the packages' folders, as package-lock.json names them
 * @throws where a bundled package is not among those that are installed
 */
export function billOfMaterials(bundled: ReadonlySet<string>, electronVersion: string): BillOfMaterials {
  const all = installedPackages()
  const missing = refsOf([...bundled, NATIVE])
  const shipped = all.components.filter((component) => missing.delete(component['bom-ref'])).map(asShipped)
  if (missing.size > 0) throw new Error(`Falta en la lista de componentes: ${[...missing].join(', ')}`)
  // npm calls the program after the folder that it lies in.
  const program = { ...all.metadata.component, name: 'ogdesk' }
  const refs = new Set([program, ...shipped].map((component) => component['bom-ref']))
  const dependencies = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }))
  return {
    ...all,
    metadata: { ...all.metadata, component: program },
    components: [...shipped, runtime(electronVersion)],
    dependencies
  }
}
