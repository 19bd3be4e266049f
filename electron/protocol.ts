/** `ogdesk://app/`: the user interface out of the program's own folder, with no server and no file: address. */
import { app, net, protocol, type Session } from 'electron'
import { createRendererFiles, textFile, type RendererFile } from '#main/hosting/renderer-files.ts'
import { isAppUrl, SCHEME } from './app-origin.ts'

/** Before the app is ready, or Chromium would treat the scheme as one of no origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

function respond({ status, headers, body }: RendererFile): Response {
  return new Response(new Uint8Array(body), { status, headers })
}

/** Where `npm run dev` serves the sources; nowhere in a packaged program. */
export const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

export function serveRenderer(session: Session, folder: string): void {
  const files = createRendererFiles(folder)
  session.protocol.handle(SCHEME, async (request) => {
    if (!isAppUrl(request.url) || request.method !== 'GET') return respond(textFile(404, 'Not found'))
    const { pathname, search } = new URL(request.url)
    if (developmentServer) return net.fetch(new URL(pathname + search, developmentServer).href)
    return respond(await files(pathname))
  })
}
