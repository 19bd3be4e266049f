/** What no page may do in this program, whatever it is. */
import { join } from 'node:path'
import type { IpcMainEvent, Session, WebContents, WebPreferences } from 'electron'
import { APP_URL, isAppUrl } from './app-origin.ts'

/** What every page of ours runs with. */
export const SAFE_PREFERENCES: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched from outside.
  spellcheck: false
}

/** Told what was refused, and to which address it was to go. */
export type Refused = (what: string, address: string) => void

/** Copying a text to the clipboard, after a click of the user: all that a page of ours asks for. */
const GRANTED = 'clipboard-sanitized-write'

/** Denies every permission but the one named above, and that one to everybody but our page. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(permission === GRANTED && details.isMainFrame && isAppUrl(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return permission === GRANTED && details.isMainFrame && isAppUrl(origin)
  })
  session.setDevicePermissionHandler(() => false)
}

/** Saves what our page has made itself, where the user says; nothing is fetched from anywhere to be saved. */
export function saveOnlyOurFiles(session: Session, folder: string, refused: Refused): void {
  session.on('will-download', (event, item) => {
    const address = item.getURL()
    if (address.startsWith(`blob:${APP_URL}`)) {
      item.setSaveDialogOptions({ defaultPath: join(folder, item.getFilename()) })
    } else {
      event.preventDefault()
      refused('download', address)
    }
  })
}

/** Wherever something could be fetched from: our own scheme is the only one that is not here. */
const NETWORK = [...['http', 'https', 'ws', 'wss', 'ftp'].map((scheme) => `${scheme}://*/*`), 'file:///*']

/** Lets no page load anything from a network or a disk, whatever its policy says. */
export function refuseNetwork(session: Session, refused: Refused): void {
  session.webRequest.onBeforeRequest({ urls: NETWORK }, ({ url }, decide) => {
    refused('request', url)
    decide({ cancel: true })
  })
}

/** Keeps a page where it is: no navigation away, no new window, no embedded page, no connection between browsers. */
export function confine(contents: WebContents, refused: Refused): void {
  contents.on('will-navigate', (event, address) => {
    if (isAppUrl(address)) return
    event.preventDefault()
    refused('navigation', address)
  })
  contents.on('will-redirect', (event, address) => {
    if (isAppUrl(address)) return
    event.preventDefault()
    refused('redirection', address)
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    refused('webview', '')
  })
  // No request of the session's, and so not seen above.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    refused('window', url)
    return { action: 'deny' }
  })
}

/** Whether a message comes from our own page, in our own window, and not from a frame inside it. */
export function isFromOurPage(event: IpcMainEvent, window: WebContents | undefined): boolean {
  const frame = event.senderFrame
  return (
    window !== undefined &&
    event.sender === window &&
    frame !== null &&
    frame === window.mainFrame &&
    isAppUrl(frame.url)
  )
}
