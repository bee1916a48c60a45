// Builds the station's command line into one file beside the office: out/station/cli.js.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const builtin = new RegExp(`^(node:.*|${builtinModules.join('|')})$`);

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/station',
    target: 'node24',
    sourcemap: false,
    minify: false,
    emptyOutDir: true,
    rolldownOptions: {
      input: { cli: resolve(import.meta.dirname, 'src/station/cli.ts') },
      external: [builtin, /^better-sqlite3$/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
});
