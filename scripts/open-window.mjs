// `npm start`: Electron's window where there is Electron, otherwise the same office in the machine's Chromium.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { fetchElectron } from './electron-binary.mjs';
import { at } from './paths.mjs';
import { run, runNode } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';
import { BROWSER, needPieces } from './system.mjs';

/** Stays until the window is closed. @param {string[]} args @returns {Promise<number>} */
export async function openWindow(args) {
  needDisplay();
  await buildIfStale();
  const isRoot = process.getuid?.() === 0;
  const electron = isRoot ? null : fetchElectron();
  if (electron === null) {
    say(
      isRoot
        ? '常亮: root 不能运行 Electron 沙箱，改用 Chromium · Electron keeps its sandbox and so does not run as root: opening the same office in Chromium'
        : '常亮: 没有 Electron，改用 Chromium · Electron cannot be fetched here: opening the same office in Chromium',
    );
    await needPieces(BROWSER);
  }
  const env = args.includes('--demo') ? await makePractice() : {};
  if (electron !== null) return run(electron, [at(), ...args], { env });
  return runNode(at('scripts', 'start.ts'), args, { env });
}

/** The practice office has a folder of its own, the same under both shells. */
async function makePractice() {
  const folder = join(homedir(), '.lamplight', 'practice');
  if ((await runNode(at('scripts', 'practice.ts'), [folder])) !== 0) {
    throw new Obstacle(
      '演示警务室未能建立 · the practice office could not be made; the reason stands above.',
    );
  }
  return { LAMPLIGHT_DATA: folder };
}

function needDisplay() {
  const hasDisplay = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
  if (process.platform === 'linux' && !hasDisplay) {
    throw new Obstacle(
      '没有显示器 · there is no display, so no window can open. `npm run demo` shows the whole day without one; with Xvfb: xvfb-run -a npm start',
    );
  }
}
