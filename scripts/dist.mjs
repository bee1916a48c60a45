// Packs the office with electron-builder. Electron and the installers' makers are downloaded; without them it says so.
import { tools } from './paths.mjs';
import { runNode } from './run-tool.mjs';
import { say } from './say.mjs';

/** @param {string[]} args electron-builder's own, such as `--win` or `--linux dir` @returns {Promise<number>} */
export async function packOffice(args) {
  const code = await runNode(tools.electronBuilder, ['--publish', 'never', ...args]);
  if (code !== 0) {
    say(
      '打包失败 · packing failed. Electron and the installer tools come from github.com; where that is out of reach, give a folder with Electron: npm run dist -- --linux dir -c.electronDist=FOLDER',
    );
  }
  return code;
}
