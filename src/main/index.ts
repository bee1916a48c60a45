/** Electron's entry, thin: rules first, then the window, the office process and the pipe between them. */
import { app, ipcMain, Menu, protocol, type BrowserWindow } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDefectLog } from '#main/rpc/defect-log.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { createElectronShell } from '#main/shell/electron.ts';
import { lockOnLeaving } from '#main/shell/electron-lock.ts';
import { forkOffice } from '#main/shell/electron-office.ts';
import { sealEverything } from '#main/shell/electron-rules.ts';
import { loadCounter, openWindow } from '#main/shell/electron-window.ts';
import { hostOffice } from '#main/shell/link/office-host.ts';
import { isHeard, refusedSwitch, SCHEME } from '#main/shell/policy.ts';

const CHANNEL = 'hatch';
const release = app.isPackaged;

const refused = refusedSwitch(process.argv.slice(1));
if (refused !== null) {
  process.stderr.write(`常亮: 不接受参数 · refused on the command line: --${refused}\n`);
  app.exit(2);
} else {
  prepare();
}

/** All of this has to stand before `ready`, and nothing here may wait. */
function prepare(): void {
  if (process.argv.includes('--demo')) app.setPath('userData', join(app.getPath('userData'), 'demo'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  // Input methods broke under Wayland on UOS and Kylin.
  if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'x11');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-quic');
  app.setAppUserModelId('cn.lamplight.office');
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  sealEverything(join(import.meta.dirname, '..', 'renderer'));
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(openOffice);
}

function openOffice(): void {
  const home = app.getPath('userData');
  const dataDir = process.env['LAMPLIGHT_DATA'] ?? join(home, 'data');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const log = openDefectLog(join(dataDir, 'lamplight.log'), systemClock);
  const window = openWindow({ statePath: join(home, 'window.json'), release });
  const host = hostOffice({
    startChild: (reason) =>
      forkOffice({ dataDir, version: app.getVersion(), shell: 'electron', reason }, release),
    shell: createElectronShell(window),
    sendToCounter: (frame) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL, frame);
    },
    log,
  });
  ipcMain.on(CHANNEL, (event, frame: unknown) => {
    const { senderFrame, sender } = event;
    if (senderFrame === null || window.isDestroyed()) return;
    const isOurWindow = sender === window.webContents;
    if (isHeard({ isOurWindow, isTopFrame: senderFrame === sender.mainFrame, address: senderFrame.url })) {
      host.receive(frame);
    }
  });
  lockOnLeaving(host.lock);
  closeWithCare(window, () => host.close(true));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.webContents.on('render-process-gone', () => void loadCounter(window));
  void loadCounter(window);
}

/** The window stays until drafts are kept and files closed; closing twice does not hurry it. */
function closeWithCare(window: BrowserWindow, close: () => Promise<void>): void {
  window.on('close', (event) => {
    event.preventDefault();
    void close().then(() => window.destroy());
  });
  // Windows is shutting down: the lock has begun, and ends by force in time.
  window.on('session-end', () => void close());
}
