/** The arrows of ARCHITECTURE.md: who may import whom. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    only('no-cycles', 'A cycle has no bottom to start reading from.', {}, { circular: true }),
    only(
      'electron-in-electron',
      'Only the desktop shell knows Electron; everything else runs without it.',
      { pathNot: '^(electron|scripts|e2e|bench)/' },
      { path: '^(node_modules/)?electron(/|$)' }
    ),
    only(
      'database-in-db',
      'Only src/main/db knows how rows are stored.',
      { path: '^(src|electron|headless)/', pathNot: '^src/main/db/' },
      { path: 'node_modules/(drizzle-orm|better-sqlite3)/' }
    ),
    only(
      'lab-alone',
      'The lab shares no code with what it tests, so that they share no bug.',
      { path: '^lab/' },
      { path: '^(src|electron|headless)/' }
    ),
    only(
      'shared-is-pure',
      'The contract and the domain run everywhere.',
      { path: '^src/shared/' },
      { pathNot: '^(src/shared/|node_modules/(zod|@orpc/contract)/)' }
    ),
    only(
      'renderer-knows-shared',
      'The renderer reaches the console through the contract.',
      { path: '^src/renderer/' },
      { path: '^(src/main|electron|headless|lab|scripts)/' }
    ),
    only(
      'main-knows-no-host',
      'The console is lent its host through ports.ts.',
      { path: '^src/main/' },
      { path: '^(src/renderer|electron|headless|lab|scripts)/' }
    ),
    only(
      'services-below-api',
      'The API calls services; no step goes back up.',
      { path: '^src/main/', pathNot: '^src/main/(api/|console\\.ts$)' },
      { path: '^src/main/api/' }
    ),
    only(
      'webhooks-on-top',
      'Webhooks call traces; only the console starts them.',
      { path: '^src/main/', pathNot: '^src/main/(webhooks/|console(/|\\.ts$))' },
      { path: '^src/main/webhooks/' }
    ),
    only(
      'db-at-the-bottom',
      'The tables know no service.',
      { path: '^src/main/db/' },
      { path: '^src/main/(?!db/)' }
    ),
    only(
      'product-without-tests',
      'What users get needs nothing of what tests it.',
      { path: '^(src|electron|headless)/' },
      { path: '^(test|e2e|bench|lab|scripts)/' }
    ),
    only(
      'no-unresolvable',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '\\?raw$|^virtual:' }
    )
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json', '.d.ts']
    }
  }
}
