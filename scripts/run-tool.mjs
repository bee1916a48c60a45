// Runs a tool with the project's own Node and waits for it.
import { spawn } from 'node:child_process';
import { node24, projectEnv, root } from './paths.mjs';

/**
 * @typedef {object} Manner
 * @property {boolean} [quiet] our own tools' chatter goes to stderr instead of stdout
 * @property {Record<string, string>} [env] added to the environment
 */

/**
 * The exit code; 1 when a signal ended it. SIGINT and SIGTERM are passed on, so that closing the terminal closes the office.
 * @param {string} file
 * @param {string[]} args
 * @param {Manner} [manner]
 * @returns {Promise<number>}
 */
export function run(file, args, manner = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...projectEnv(), ...manner.env },
      stdio: ['inherit', manner.quiet === true ? process.stderr : 'inherit', 'inherit'],
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Manner} [manner]
 */
export const runNode = (script, args, manner) => run(node24, [script, ...args], manner);
