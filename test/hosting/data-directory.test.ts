import { join } from 'node:path'
import { expect, it } from 'vitest'
import { defaultDataDirectory } from '../../src/main/hosting/data-directory.ts'

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, join('/home/ana', '.local', 'share', 'ogdesk')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'ogdesk')],
  ['linux', { XDG_DATA_HOME: 'relative' }, join('/home/ana', '.local', 'share', 'ogdesk')],
  ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'ogDesk')],
  ['win32', {}, join('/home/ana', 'AppData', 'Local', 'ogDesk')],
  ['darwin', { XDG_DATA_HOME: '/data' }, join('/home/ana', 'Library', 'Application Support', 'ogdesk')]
])('on %s with %j the data lie in %s', (platform, environment, expected) => {
  expect(defaultDataDirectory(platform, environment, '/home/ana')).toBe(expected)
})
