/** `ogdesk://app/`: the user interface out of the program's own folder, with no server and no file: address. */
import { app, net, protocol, type Session } from 'electron'
import { createRendererFiles } from '#main/hosting/renderer-files.ts'
import { isAppUrl, SCHEME } from './app-origin.ts'

/** Before the app is ready, or Chromium would treat the scheme as one of no origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Where `npm run dev` serves the sources; nowhere in a packaged program. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

export function serveRenderer(session: Session, folder: string): void {
  const files = createRendererFiles(folder)
  session.protocol.handle(SCHEME, async (request) => {
    if (!isAppUrl(request.url) || request.method !== 'GET') return new Response('Not found', { status: 404 })
    const { pathname, search } = new URL(request.url)
    if (developmentServer) return net.fetch(new URL(pathname + search, developmentServer).href)
    const { status, headers, body } = await files(pathname)
    return new Response(new Uint8Array(body), { status, headers })
  })
}
