import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The page is built once and served by the program itself under a policy without `unsafe-inline`: so no inlined
 * assets (`data:` fonts are not allowed) and no inline preload script.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs travels as one file: it compresses better than its parts.
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'base', priority: 1, test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/]/ },
            { name: 'shell', test: /web[\\/](?:router\.tsx|theme[\\/]styles\.css)$/ },
          ],
        },
      },
    },
  },
})
