import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRendererFiles } from '../../src/main/hosting/renderer-files.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogdesk-files-'))
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__" />')
  writeFileSync(join(renderer, 'assets', 'index-a1b2.js'), 'run()')
  writeFileSync(join(renderer, 'assets', 'roboto-1.woff2'), 'font')
  writeFileSync(join(renderer, 'assets', 'notes.exe'), 'no')
  writeFileSync(join(renderer, '.hidden.js'), 'no')
  writeFileSync(join(folder, 'secret.js'), 'no')
})
afterAll(() => rmSync(folder, { recursive: true }))

const serve = (path: string, connect?: string[]) =>
  createRendererFiles(join(folder, 'renderer'))(path, connect)

describe('the files of the user interface', () => {
  it('gives the page with a fresh nonce that its policy names', async () => {
    const [first, second] = await Promise.all([serve('/'), serve('/index.html')])
    const nonce = /content="([^"]+)"/.exec(first.body.toString())?.[1]
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(first.headers['Content-Security-Policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(second.body.toString()).not.toContain(nonce!)
    expect(first.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer'
    })
  })

  it('allows nothing from elsewhere', async () => {
    const policy = (await serve('/')).headers['Content-Security-Policy']!
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')])
    )
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('script-src')).toBe("'self'")
    expect(directives.get('connect-src')).toBe("'self'")
    expect(directives.get('base-uri')).toBe("'none'")
    expect(directives.get('form-action')).toBe("'none'")
    expect(directives.get('frame-ancestors')).toBe("'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('lets a host name what the page may connect to', async () => {
    const { headers } = await serve('/', ['ws://127.0.0.1:1'])
    expect(headers['Content-Security-Policy']).toContain("connect-src 'self' ws://127.0.0.1:1;")
  })

  it('gives scripts and fonts their types, and lets them be kept', async () => {
    const script = await serve('/assets/index-a1b2.js')
    expect(script).toMatchObject({ status: 200, body: Buffer.from('run()') })
    expect(script.headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['Cache-Control']).toContain('immutable')
    expect((await serve('/assets/roboto-1.woff2')).headers['Content-Type']).toBe('font/woff2')
  })

  it('gives the page for a path of the router', async () => {
    expect((await serve('/clients/1')).headers['Content-Type']).toBe('text/html; charset=utf-8')
  })

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..\\..\\secret.js',
    '/.hidden.js',
    '/assets//../secret.js',
    '//secret.js',
    '/assets/index-a1b2.js\0.png',
    '/assets/missing.js',
    '/assets/notes.exe',
    'secret.js'
  ])('refuses %j', async (path) => {
    const { status, body } = await serve(path)
    expect({ status, body: body.toString() }).toEqual({ status: 404, body: 'Not found' })
  })

  it('says so where nothing has been built', async () => {
    const { status, body } = await createRendererFiles(join(folder, 'nowhere'))('/')
    expect(status).toBe(500)
    expect(body.toString()).toContain('npm run build')
  })
})
