/** The one place of the window's address. */
export const SCHEME = 'ogdesk'
const HOST = 'app'
export const APP_URL = `${SCHEME}://${HOST}/`

/** Whether an address is a page of ours. */
export function isAppUrl(address: string): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  // Chromium knows the scheme as standard; Node does not, and would call its origin "null".
  return url.protocol === `${SCHEME}:` && url.host === HOST
}
