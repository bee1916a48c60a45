// Where things stand in the checkout, for scripts that run before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** Node 24, which the project brings along: better-sqlite3 crashes under Node 20. */
export const node24 = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export const hasNode24 = () => existsSync(node24);

/** The environment in which `node` and every installed tool is the project's own. */
export function projectEnv() {
  const path = [at('node_modules', '.bin'), dirname(node24), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Entry files of the tools, run with Node 24 and without npx. */
export const tools = {
  electronVite: at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  vite: at('node_modules', 'vite', 'bin', 'vite.js'),
  vitest: at('node_modules', 'vitest', 'vitest.mjs'),
  tsc: at('node_modules', 'typescript', 'bin', 'tsc'),
  oxlint: at('node_modules', 'oxlint', 'bin', 'oxlint'),
  prettier: at('node_modules', 'prettier', 'bin', 'prettier.cjs'),
  electronBuilder: at('node_modules', 'electron-builder', 'cli.js'),
};
