// Builds the window's main process, the office process with its thread for tables, and the command line (out/main),
// the preload and the counter.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          'office-process': at('src/main/office-process.ts'),
          cli: at('src/main/cli.ts'),
          'sheets-thread': at('src/main/sheets/thread/thread-entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node24',
      sourcemap: false,
      // A sandboxed preload can load neither ESM nor a package: everything but electron is bundled, as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome140',
      minify: true,
      sourcemap: false,
      // The policy allows no data: module and no inline script; assets stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('src/renderer/index.html'), print: at('src/renderer/print.html') },
      },
    },
  },
});
