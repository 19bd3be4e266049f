import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['test/**/*.test.ts'],
    // Real servers, real SQLite and real bytes: a slow machine must not turn a right answer into a failure.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // They wait for servers and disks more than for the processor.
    maxWorkers: '100%',
    server: { deps: { inline: ['vuetify'] } }
  }
})
