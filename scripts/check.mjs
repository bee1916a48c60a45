// Format, lint with types and arrows, types of every room: all three run, whatever fails.
import { readdirSync } from 'node:fs';
import { at, tools } from './paths.mjs';
import { runNode } from './run-tool.mjs';
import { say } from './say.mjs';

const ROOMS = [
  ...readdirSync(at('src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/${entry.name}`),
  // With it all that may import anything: bench, faults and scripts. Apart they would read the whole house four times.
  'tests',
];

/** The exit code: 0 only when all is well. @returns {Promise<number>} */
export async function check() {
  const failed = [];
  if ((await runNode(tools.prettier, ['--check', '--log-level', 'warn', '.'])) !== 0) failed.push('format');
  if ((await runNode(tools.oxlint, ['--type-aware', '--deny-warnings'])) !== 0) failed.push('lint');
  for (const room of ROOMS) {
    if ((await runNode(tools.tsc, ['-p', room, '--noEmit'])) !== 0) failed.push(`types of ${room}`);
  }
  say(failed.length === 0 ? '检查通过 · check passed' : `检查未通过 · check failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
