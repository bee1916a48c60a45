import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newContents, newSession, Notebook, preventable } from './recorded-electron.ts';

const electron = vi.hoisted(() => ({ app: null as unknown }));
vi.mock('electron', () => electron);

const app = new Notebook();
electron.app = app;
let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'lamplight-rules-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  const { sealEverything } = await import('#main/shell/electron-rules.ts');
  sealEverything(root);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('every session Electron makes', () => {
  const session = newSession();
  const ask = (verb: string, ...before: unknown[]) => {
    const answers: unknown[] = [];
    session.call(verb, ...before, (answer: unknown) => answers.push(answer));
    return answers;
  };
  beforeAll(() => app.emit('session-created', session));

  it.each(['media', 'notifications', 'clipboard-read', 'geolocation', 'usb'])(
    'is refused %s',
    (permission) => {
      expect(ask('setPermissionRequestHandler', null, permission)).toEqual([false]);
      expect(session.call('setPermissionCheckHandler', null, permission, 'app://lamplight', {})).toBe(false);
    },
  );

  it('is refused every device and the screen', () => {
    expect(session.call('setDevicePermissionHandler', { deviceType: 'hid' })).toBe(false);
    expect(ask('setDisplayMediaRequestHandler', {})).toEqual([null]);
  });

  it('fetches no dictionary', () => {
    expect(session.notes.get('setSpellCheckerEnabled')).toEqual([false]);
  });

  it.each([
    ['https://update.example.org/', true],
    ['ws://127.0.0.1:9222/', true],
    ['file:///etc/passwd', true],
    ['devtools://devtools/x', true],
    ['app://lamplight/index.html', false],
  ])('loads only its own files: %s', (url, cancel) => {
    expect(ask('webRequest.onBeforeRequest', { url })).toEqual([{ cancel }]);
  });

  it('downloads nothing', () => {
    const event = preventable({});
    session.emit('will-download', event);
    expect(event.isPrevented).toBe(true);
  });

  it('answers its own scheme with a file and the page policy, and nothing else', async () => {
    expect(session.notes.get('protocol.handle')?.[0]).toBe('app');
    const get = (url: string) => session.call('protocol.handle', new Request(url)) as Promise<Response>;
    const index = await get('app://lamplight/index.html');
    expect(index.status).toBe(200);
    expect(await index.text()).toBe('<!doctype html>');
    expect(index.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await get('app://lamplight/%2e%2e/%2e%2e/etc/passwd.html')).status).toBe(404);
  });
});

describe('every page Electron makes', () => {
  const contents = newContents();
  beforeAll(() => app.emit('web-contents-created', {}, contents));
  const go = (event: string, facts: object) => {
    const navigation = preventable(facts);
    contents.emit(event, navigation);
    return navigation.isPrevented;
  };

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('goes nowhere else by %s', (event) => {
    expect(go(event, { url: 'https://example.org/', isMainFrame: true })).toBe(true);
    expect(go(event, { url: 'file:///media/stick/a.pdf', isMainFrame: true })).toBe(true);
    expect(go(event, { url: 'app://lamplight/index.html', isMainFrame: true })).toBe(false);
  });

  it('has no frame in it that could go anywhere', () => {
    expect(go('will-frame-navigate', { url: 'app://lamplight/index.html', isMainFrame: false })).toBe(true);
  });

  it('opens no window and holds no webview', () => {
    expect(contents.call('setWindowOpenHandler', { url: 'app://lamplight/index.html' })).toEqual({
      action: 'deny',
    });
    expect(go('will-attach-webview', {})).toBe(true);
  });
});
