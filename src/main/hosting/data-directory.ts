/** Where the headless console keeps its data when nobody says: the operating system's place for that. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Pure but for its defaults, so that every system can be tested on any. */
export function defaultDataDirectory(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir()
): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'ogDesk')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'ogdesk')
  // XDG: a path that is not absolute is to be ignored.
  const xdg = environment.XDG_DATA_HOME
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'ogdesk')
}
