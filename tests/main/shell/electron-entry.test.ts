import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { callFrame, wordFrame } from '#shared/pipe.ts';
import { newContents, Notebook, preventable, recordVerbs } from './recorded-electron.ts';

const electron = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock('electron', () => electron);

/** What happened, in order. */
let diary: string[] = [];
let home = '';
let app = new Notebook();
let ipcMain = new Notebook();
let powerMonitor = new Notebook();
let windows: FakeWindow[] = [];
let offices: FakeUtility[] = [];
let whenReady = Promise.resolve();
let ready: () => void = () => {};

class FakeUtility extends Notebook {
  readonly heard: unknown[] = [];
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  kill(): boolean {
    this.emit('exit', 0);
    return true;
  }
}

class FakeWindow extends Notebook {
  readonly options: Record<string, unknown>;
  readonly webContents = Object.assign(newContents(), {
    sent: [] as unknown[][],
    mainFrame: { url: 'app://lamplight/index.html' },
    send(...message: unknown[]) {
      this.sent.push(message);
    },
    setZoomFactor() {},
  });
  loaded: string[] = [];
  isGone = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
  }
  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }
  isDestroyed = () => this.isGone;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 1, y: 2, width: 1200, height: 700 });
  destroy(): void {
    this.isGone = true;
  }
  removeMenu(): void {}
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lamplight-home-'));
});
afterAll(() => rmSync(home, { recursive: true }));

beforeEach(() => {
  vi.resetModules();
  whenReady = new Promise((resolve) => (ready = resolve));
  diary = [];
  windows = [];
  offices = [];
  app = Object.assign(
    recordVerbs(new Notebook(), ['setAppUserModelId', 'setPath', 'commandLine.appendSwitch']),
    {
      isPackaged: true,
      getPath: () => home,
      getVersion: () => '0.1.0',
      requestSingleInstanceLock: () => diary.push('single instance') > 0,
      enableSandbox: () => diary.push('sandbox'),
      exit: (code: number) => diary.push(`exit ${code}`),
      quit: () => diary.push('quit'),
      whenReady: () => whenReady,
    },
  );
  ipcMain = new Notebook();
  powerMonitor = Object.assign(new Notebook(), { getSystemIdleState: () => 'active' });
  Object.assign(electron, {
    app,
    ipcMain,
    powerMonitor,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => diary.push(`scheme ${JSON.stringify(schemes)}`),
    },
    Menu: { setApplicationMenu: (menu: unknown) => diary.push(`menu ${String(menu)}`) },
    BrowserWindow: FakeWindow,
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 728 } }) },
    dialog: {},
    utilityProcess: {
      fork: (...how: unknown[]) => {
        const office = new FakeUtility();
        office.note('fork', ...how);
        offices.push(office);
        return office;
      },
    },
  });
});

const argv = process.argv;
afterEach(() => {
  process.argv = argv;
  app.emit('will-quit');
  vi.useRealTimers();
});

const start = async (...more: string[]) => {
  process.argv = ['electron', '.', ...more];
  await import('#main/index.ts');
};

const open = async () => {
  vi.useFakeTimers();
  await start();
  ready();
  await vi.advanceTimersByTimeAsync(0);
  const [window] = windows;
  const [office] = offices;
  if (window === undefined || office === undefined) throw new Error('nothing was opened');
  return { window, office };
};

const hear = (window: FakeWindow, frame: unknown, more: object = {}) => {
  const sender = window.webContents;
  ipcMain.emit('hatch', { sender, senderFrame: sender.mainFrame, ...more }, frame);
};

describe('before Electron is ready', () => {
  it('the sandbox, the single instance, the scheme and the empty menu stand', async () => {
    await start();
    expect(windows).toEqual([]);
    expect(diary).toEqual([
      'single instance',
      'sandbox',
      'scheme [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]',
      'menu null',
    ]);
    expect(app.listenerCount('session-created')).toBe(1);
    expect(app.listenerCount('web-contents-created')).toBe(1);
  });

  it.each(['--remote-debugging-port=9222', '--inspect', '--no-sandbox'])(
    'a start with %s is refused',
    async (how) => {
      await start(how);
      expect(diary).toEqual(['exit 2']);
    },
  );

  it('a second start ends at once', async () => {
    Object.assign(app, { requestSingleInstanceLock: () => false });
    await start();
    expect(diary).toEqual(['exit 0']);
  });

  it('the demo gets a folder of its own', async () => {
    await start('--demo');
    expect(app.notes.get('setPath')).toEqual(['userData', join(home, 'demo')]);
  });
});

describe('the window', () => {
  it('is sealed, hidden until drawn, and loads our page', async () => {
    const { window } = await open();
    expect(window.options).toMatchObject({
      show: false,
      backgroundColor: '#F5F3EE',
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, devTools: false },
    });
    expect(window.loaded).toEqual(['app://lamplight/index.html']);
  });

  it('keeps its data where only this user reads', async () => {
    await open();
    expect(statSync(join(home, 'data')).mode & 0o777).toBe(0o700);
  });

  it('loads its page again when the page has crashed', async () => {
    const { window } = await open();
    window.webContents.emit('render-process-gone', {}, {});
    expect(window.loaded).toHaveLength(2);
  });
});

describe('the pipe', () => {
  it('joins the page with the office process', async () => {
    const { window, office } = await open();
    office.emit('message', { kind: 'ready' });
    hear(window, wordFrame({ word: 'counter-ready' }));
    hear(window, callFrame('X'));
    expect(office.heard).toEqual([{ kind: 'counter' }, { kind: 'call', body: 'X' }]);
    office.emit('message', { kind: 'call', body: 'Y' });
    expect(window.webContents.sent.at(-1)).toEqual(['hatch', callFrame('Y')]);
  });

  it('hears no other page, no frame in the page, and no page on another address', async () => {
    const { window, office } = await open();
    office.emit('message', { kind: 'ready' });
    const ready = wordFrame({ word: 'counter-ready' });
    hear(window, ready, { sender: newContents() });
    hear(window, ready, { senderFrame: null });
    hear(window, ready, { senderFrame: { url: 'app://lamplight/index.html' } });
    window.webContents.mainFrame.url = 'https://example.org/';
    hear(window, ready);
    expect(office.heard).toEqual([]);
  });

  it('gives the office process no environment that could steer it', async () => {
    process.env['NODE_OPTIONS'] ??= '';
    const { office } = await open();
    const [path, args, options] = office.notes.get('fork') ?? [];
    expect(String(path)).toMatch(/office-process\.js$/);
    expect(JSON.parse(String((args as string[])[0]))).toEqual({
      dataDir: join(home, 'data'),
      version: '0.1.0',
      shell: 'electron',
      reason: 'start',
    });
    expect(options).toMatchObject({ stdio: 'ignore' });
    expect(Object.keys((options as { env: object }).env)).not.toContain('NODE_OPTIONS');
  });
});

describe('the office is locked', () => {
  it.each([
    ['lock-screen', 'screen'],
    ['user-did-resign-active', 'screen'],
    ['suspend', 'suspend'],
    ['shutdown', 'suspend'],
  ])('on %s', async (event, reason) => {
    const { office } = await open();
    office.emit('message', { kind: 'ready' });
    powerMonitor.emit(event);
    expect(office.heard).toEqual([{ kind: 'lock', reason }]);
  });

  it('when the system says that the screen is locked, where nothing announces it', async () => {
    const { office } = await open();
    office.emit('message', { kind: 'ready' });
    Object.assign(powerMonitor, { getSystemIdleState: () => 'locked' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(office.heard).toEqual(process.platform === 'linux' ? [{ kind: 'lock', reason: 'screen' }] : []);
  });
});

describe('closing the window', () => {
  it('waits until drafts are kept and files closed', async () => {
    const { window, office } = await open();
    office.emit('message', { kind: 'ready' });
    const event = preventable({});
    window.emit('close', event);
    expect(event.isPrevented).toBe(true);
    expect(window.isGone).toBe(false);
    expect(office.heard).toEqual([{ kind: 'lock', reason: 'asked' }]);
    office.emit('message', { kind: 'ending', reason: 'asked' });
    await vi.advanceTimersByTimeAsync(0);
    expect(window.isGone).toBe(true);
    expect(offices).toHaveLength(1);
  });
});
