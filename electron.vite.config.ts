import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import vuetify from 'vite-plugin-vuetify'
import { listPackages } from './scripts/lib/bundled-packages.ts'

const root = import.meta.dirname

/**
 * Everything but the native add-on is bundled: the program starts faster, the package stays small, and libraries that
 * are ES modules only still load in Electron's CommonJS main process.
 */
const bundleAll = { externalizeDeps: { exclude: [] as string[] } }

export default defineConfig({
  main: {
    plugins: [listPackages(root, 'main')],
    build: {
      ...bundleAll,
      outDir: 'out/main',
      target: 'node18',
      // Less to read and to parse at every start; stack traces are read with the source maps.
      minify: true,
      sourcemap: true,
      rollupOptions: {
        input: { main: resolve(root, 'electron/main.ts'), headless: resolve(root, 'headless/main.ts') },
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' }
      }
    }
  },
  preload: {
    plugins: [listPackages(root, 'preload')],
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      target: 'node18',
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [vue(), vuetify(), listPackages(root, 'renderer')],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome114',
      minify: true,
      // They come from the program's own folder.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: resolve(root, 'src/renderer/index.html'),
        output: {
          codeSplitting: {
            // What the first screen is made of, in two files: each file is asked of the main process by itself, which is
            // busy starting, and each is a link for the browser to work through.
            groups: [
              { name: 'start', tags: ['$initial'], priority: 2 },
              { name: 'first-view', test: /[\\/]views[\\/]GroupsView\.vue/, priority: 1 }
            ]
          }
        }
      }
    }
  }
})
