/** The office's one window: made sealed, shown when drawn, back where it stood, text as large as it was. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { ORIGIN } from './policy.ts';
import { BACKGROUND, counterPreferences, SMALLEST } from './window-options.ts';
import {
  clampToArea,
  readWindowState,
  readZoomKey,
  stepZoom,
  writeWindowState,
  type WindowState,
} from './window-state.ts';

export function openWindow({ statePath, release }: { statePath: string; release: boolean }): BrowserWindow {
  const state = restoreState(statePath);
  const window = new BrowserWindow({
    ...(state.x === null || state.y === null ? {} : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: '常亮',
    icon: join(import.meta.dirname, '..', '..', 'resources', 'icon.png'),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: counterPreferences({
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      release,
    }),
  });
  window.removeMenu();
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    else window.show();
  });
  rememberZoom(window, state.zoom, statePath);
  return window;
}

/** Loads the counter; also after its page has crashed. */
export function loadCounter(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${ORIGIN}/index.html`);
}

function restoreState(path: string): WindowState {
  const state = readWindowState(path);
  const { x, y, width, height } = state;
  const display =
    x === null || y === null
      ? screen.getPrimaryDisplay()
      : screen.getDisplayMatching({ x, y, width, height });
  return clampToArea(state, display.workArea);
}

function rememberZoom(window: BrowserWindow, first: number, path: string): void {
  let zoom = first;
  const { webContents } = window;
  webContents.on('did-finish-load', () => webContents.setZoomFactor(zoom / 100));
  webContents.on('before-input-event', (event, input) => {
    const step = readZoomKey(input);
    if (step === null) return;
    event.preventDefault();
    zoom = stepZoom(zoom, step);
    webContents.setZoomFactor(zoom / 100);
  });
  window.on('close', () => {
    writeWindowState(path, { ...window.getNormalBounds(), maximized: window.isMaximized(), zoom });
  });
}
