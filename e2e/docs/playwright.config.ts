/** Pictures for the documents: taken on the same desk as the tests', and no tests. */
import tests from '../../playwright.config.ts'

export default {
  ...tests,
  testDir: '.',
  outputDir: '../../artifacts/docs',
  globalSetup: '../support/global-setup.ts',
  reporter: 'list',
  projects: [{ name: 'docs', use: { host: 'browser' } }]
}
