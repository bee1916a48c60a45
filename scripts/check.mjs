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
  const found = await Promise.all([
    // One thread, beside the many of the others.
    failing('format', tools.prettier, ['--check', '--log-level', 'warn', '.']),
    oneByOne(),
  ]);
  const failed = found.flat();
  say(failed.length === 0 ? '检查通过 · check passed' : `检查未通过 · check failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

async function oneByOne() {
  const failed = await failing('lint', tools.oxlint, ['--type-aware', '--deny-warnings']);
  for (const room of ROOMS)
    failed.push(...(await failing(`types of ${room}`, tools.tsc, ['-p', room, '--noEmit'])));
  return failed;
}

/** @param {string} what @param {string} tool @param {string[]} args @returns {Promise<string[]>} */
async function failing(what, tool, args) {
  return (await runNode(tool, args)) === 0 ? [] : [what];
}
