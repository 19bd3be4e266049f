import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
interface Locked {
  version: string
  integrity?: string
  resolved?: string
  link?: boolean
  hasInstallScript?: boolean
}

const REGISTRY = 'https://registry.npmjs.org/'
/** Of a Mac's development server only. */
const OPTIONAL = new Set(['fsevents'])

const manifest = JSON.parse(read('package.json')) as Manifest
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> & { '': Manifest } }
const locked = Object.entries(lock.packages).filter(([path]) => path !== '') as [string, Locked][]

describe('the lock file', () => {
  it('says of every package what it is made of, and of none that it comes from elsewhere', () => {
    expect(locked.length).toBeGreaterThan(100)
    const strange = locked.filter(
      ([, { integrity = '', resolved = REGISTRY, link }]) =>
        link || !/^sha512-[\w+/]{86}==$/.test(integrity) || !resolved.startsWith(REGISTRY)
    )
    expect(strange).toEqual([])
  })

  it('is of this package.json, which names every version exactly', () => {
    const { dependencies, devDependencies } = manifest
    expect(lock.packages[''].dependencies).toEqual(dependencies)
    expect(lock.packages[''].devDependencies).toEqual(devDependencies)
    const inexact = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name, version]) =>
        !/^\d+\.\d+\.\d+$/.test(version) || lock.packages[`node_modules/${name}`]?.version !== version
    )
    expect(inexact).toEqual([])
  })

  it('lets no package run a script when it is installed but those that somebody has decided about', () => {
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    const undecided = names.filter((name) => !(name in manifest.allowScripts) && !OPTIONAL.has(name))
    expect(undecided).toEqual([])
  })
})

describe('the configuration of the package', () => {
  it('names every fuse that there is', () => {
    const named = /^electronFuses:\n((?: +.*\n)+)/m.exec(read('electron-builder.yml'))?.[1] ?? ''
    const wanted = Object.fromEntries(
      [...named.matchAll(/^ +(\w+): (true|false)$/gm)].map(([, name = '', value]) => [
        name.toLowerCase(),
        value === 'true'
      ])
    )
    expect(wanted).toEqual({
      runasnode: false,
      enablecookieencryption: false,
      enablenodeoptionsenvironmentvariable: false,
      enablenodecliinspectarguments: false,
      enableembeddedasarintegrityvalidation: true,
      onlyloadappfromasar: true,
      loadbrowserprocessspecificv8snapshot: false,
      grantfileprotocolextraprivileges: false
    })
    const known = Object.values(FuseV1Options).filter((name) => typeof name === 'string')
    expect(Object.keys(wanted).sort()).toEqual(known.map((name) => name.toLowerCase()).sort())
  })
})
