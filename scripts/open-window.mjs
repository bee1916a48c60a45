// `npm start`: Electron's window where there is Electron, otherwise the same office in the machine's Chromium.
import { at } from './paths.mjs';
import { fetchElectron } from './electron-binary.mjs';
import { run, runNode } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';
import { BROWSER, needPieces } from './system.mjs';

/** Stays until the window is closed. @param {string[]} args @returns {Promise<number>} */
export async function openWindow(args) {
  needDisplay();
  const electron = process.getuid?.() === 0 ? null : fetchElectron();
  if (electron !== null) return run(electron, [at('.'), ...args]);
  say(
    process.getuid?.() === 0
      ? '常亮: root 不能运行 Electron 沙箱，改用 Chromium · Electron keeps its sandbox and so does not run as root: opening the same office in Chromium'
      : '常亮: 没有 Electron，改用 Chromium · Electron cannot be fetched here: opening the same office in Chromium',
  );
  await needPieces(BROWSER);
  return runNode(at('scripts', 'start.ts'), args);
}

function needDisplay() {
  const hasDisplay = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
  if (process.platform === 'linux' && !hasDisplay) {
    throw new Obstacle(
      '没有显示器 · there is no display, so no window can open. `npm run demo` shows the whole day without one; with Xvfb: xvfb-run -a npm start',
    );
  }
}
