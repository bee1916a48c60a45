// The one entry of every npm script: checks Node, installs, builds what is stale, then does the verb.
// It runs on Node 20 with nothing installed; everything after it runs on the project's own Node 24.
import { buildIfStale } from './build.mjs';
import { installDependencies } from './install.mjs';
import { at, tools } from './paths.mjs';
import { runNode } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';
import { BREAKERS, BROWSER, FLOORS, PICTURES, STOCK_TOOLS, needPieces } from './system.mjs';

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const VERBS = {
  async start(args) {
    const { openWindow } = await import('./open-window.mjs');
    return openWindow(args);
  },
  async demo(args) {
    await needPieces(BROWSER);
    await buildIfStale();
    return runNode(at('scripts', 'demo.ts'), args);
  },
  async dev(args) {
    await needPieces(BROWSER);
    await buildIfStale();
    return runNode(at('scripts', 'dev.ts'), args);
  },
  async build() {
    await buildIfStale(true);
    return 0;
  },
  async check() {
    const { check } = await import('./check.mjs');
    return check();
  },
  format: () => runNode(tools.prettier, ['--write', '--log-level', 'warn', '.']),
  async test(args) {
    await needPieces(STOCK_TOOLS);
    await buildIfStale();
    const { runTests } = await import('./test.mjs');
    return runTests(args);
  },
  async bench(args) {
    await needPieces(FLOORS);
    await buildIfStale();
    return runNode(at('bench', 'run.ts'), args);
  },
  async faults(args) {
    await needPieces(BREAKERS);
    await buildIfStale();
    return runNode(at('faults', 'run.ts'), args);
  },
  async screens(args) {
    await needPieces(PICTURES);
    await buildIfStale();
    return runNode(at('scripts', 'screens.ts'), args);
  },
  async office(args) {
    await buildIfStale();
    return runNode(at('out', 'main', 'cli.js'), args);
  },
  async station(args) {
    await buildIfStale();
    return runNode(at('out', 'station', 'cli.js'), args);
  },
  async dist(args) {
    const { packOffice } = await import('./dist.mjs');
    await buildIfStale(true);
    return packOffice(args);
  },
};

async function main() {
  const [verb = '', ...args] = process.argv.slice(2);
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Obstacle(
      `需要 Node 20 以上 · Node 20 or newer is needed, this is ${process.version} (https://nodejs.org)`,
    );
  }
  const act = VERBS[verb];
  if (act === undefined)
    throw new Obstacle(`用法 · usage: node scripts/run.mjs ${Object.keys(VERBS).join('|')}`);
  await installDependencies();
  return act(args[0] === '--' ? args.slice(1) : args);
}

try {
  process.exitCode = await main();
} catch (error) {
  const line = obstacleOf(error);
  if (line === null) throw error;
  say(line);
  process.exitCode = 1;
}

/** What the person has to do first, or null for a defect of ours. @param {unknown} error */
function obstacleOf(error) {
  if (error instanceof Obstacle) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EACCES' || code === 'EROFS')
    return '不能写入此文件夹 · this folder cannot be written by this user.';
  if (code === 'ENOSPC') return '磁盘已满 · the disk is full.';
  return null;
}
