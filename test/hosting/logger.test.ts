import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLogFile, lastLogLines, logFileOf } from '#main/hosting/log-file.ts'
import { createLogger } from '#main/hosting/logger.ts'
import { temporaryFolder } from '../support/files.ts'

const DAY = 86_400_000

test('the log is turned over by size, and a number of files is kept', async () => {
  const directory = await temporaryFolder()
  const file = createLogFile(directory, { size: 30, age: DAY, kept: 3 })
  for (let line = 0; line < 20; line++) file.write(`line number ${line}\n`)
  file.close()
  expect(readdirSync(join(directory, 'logs')).sort()).toEqual(['ogdesk.log', 'ogdesk.log.1', 'ogdesk.log.2'])
  expect(lastLogLines(directory, 1)).toEqual(['line number 19'])
  // Also those of the file before it, where the newest one has just begun.
  expect(lastLogLines(directory, 2)).toEqual(['line number 18', 'line number 19'])
  for (const name of readdirSync(join(directory, 'logs'))) {
    expect(readFileSync(join(directory, 'logs', name)).length).toBeLessThanOrEqual(30)
  }
})

test('the log is turned over by age', async () => {
  const directory = await temporaryFolder()
  let now = Date.now()
  const file = createLogFile(directory, { size: 1000, age: DAY, kept: 3 }, () => now)
  file.write('yesterday\n')
  now += DAY + 1
  file.write('today\n')
  file.close()
  expect(readFileSync(logFileOf(directory), 'utf8')).toBe('today\n')
  expect(readFileSync(`${logFileOf(directory)}.1`, 'utf8')).toBe('yesterday\n')
})

test('where nothing can be written, lines are lost and nothing more; later ones are written again', async () => {
  const directory = await temporaryFolder()
  writeFileSync(join(directory, 'logs'), 'no folder')
  const file = createLogFile(directory)
  expect(() => file.write('lost\n')).not.toThrow()
  rmSync(join(directory, 'logs'))
  mkdirSync(join(directory, 'logs'))
  file.write('kept\n')
  file.close()
  expect(lastLogLines(directory, 5)).toEqual(['kept'])
})

test.skipIf(process.platform !== 'linux')('a full disk costs lines, and never more', async () => {
  const directory = await temporaryFolder()
  mkdirSync(join(directory, 'logs'))
  const { symlinkSync } = await import('node:fs')
  symlinkSync('/dev/full', logFileOf(directory))
  const log = createLogger(directory)
  expect(() => log.error({}, 'the disk is full')).not.toThrow()
})

test('a line is in the file when the call returns, as JSON, by level, and without secrets', async () => {
  const directory = await temporaryFolder()
  const log = createLogger(directory)
  log.info(
    {
      secret: 'planted-1',
      deep: { headers: { Authorization: 'planted-2' }, list: [{ apiToken: 'planted-3' }] },
      url: 'http://127.0.0.1:1/?token=planted-4&x=1',
      error: new Error('Bearer planted-5 was refused'),
      pem: '-----BEGIN PRIVATE KEY-----\nplanted-6\n-----END PRIVATE KEY-----',
      text: 'password: planted-7, and http://ana:planted-8@host/'
    },
    'a message with token=planted-9'
  )
  log.level = 'error'
  log.warn({}, 'left out')
  log.level = 'info'
  log.info({}, 'again')
  const text = readFileSync(logFileOf(directory), 'utf8')
  expect(text).not.toContain('planted')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; msg: string })
  expect(lines.map(({ level }) => level)).toEqual(['info', 'info'])
  expect(lines[1]).toMatchObject({ msg: 'again' })
})
