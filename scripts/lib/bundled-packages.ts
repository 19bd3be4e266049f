/** Which packages of npm are in the built program: what bundling takes in becomes a part of the product. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

const folderIn = (root: string): string => join(root, 'out', 'bundled')
const PARTS = ['main', 'preload', 'renderer'] as const
type Part = (typeof PARTS)[number]

/** The package's folder in a module's path, as package-lock.json names it; null for a module of ours. */
function packageOf(root: string, module: string): string | null {
  // What a bundler has made itself, and what it was asked for beside the file, are left off.
  const path = relative(root, module.replace(/^\0+/, '').replace(/\?.*$/s, '')).replaceAll('\\', '/')
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

/** Notes the packages of a part of the program when it is built. @param root the project's folder */
export function listPackages(root: string, part: Part): Plugin {
  /** The part's own folder, which names of fonts and pictures start from. */
  let base = root
  return {
    name: 'ogdesk-list-packages',
    configResolved(config) {
      base = config.root
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : file.originalFileNames.map((name) => join(base, name))
      )
      const packages = new Set(
        modules.map((module) => packageOf(root, module)).filter((name) => name !== null)
      )
      mkdirSync(folderIn(root), { recursive: true })
      writeFileSync(join(folderIn(root), `${part}.json`), JSON.stringify([...packages].sort()))
    }
  }
}

/** The packages of the whole program, as it was last built. */
export function bundledPackages(root: string): Set<string> {
  const read = (part: Part) =>
    JSON.parse(readFileSync(join(folderIn(root), `${part}.json`), 'utf8')) as string[]
  return new Set(PARTS.flatMap(read))
}
