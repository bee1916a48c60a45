import { describe, expect, it } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  isHeard,
  isOurs,
  mayLoad,
  PAGE_HEADERS,
  refusedSwitch,
} from '#main/shell/policy.ts';
import { counterPreferences, PARTITION, paperPreferences } from '#main/shell/window-options.ts';

const windows = {
  'the counter’s window': counterPreferences({ preload: '/p/index.cjs', release: true }),
  'the window that draws papers': paperPreferences,
};

describe.each(Object.entries(windows))('%s', (_name, options) => {
  it('is sandboxed, isolated and without Node', () => {
    expect(options).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: false,
    });
  });

  it('names none of the options that would weaken it', () => {
    for (const name of [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'plugins',
    ]) {
      expect(options).not.toHaveProperty(name);
    }
  });

  it('keeps nothing on disk', () => {
    expect(options.partition).toBe(PARTITION);
    expect(PARTITION.startsWith('persist:')).toBe(false);
  });
});

it('only the counter’s window has the hatch', () => {
  expect(windows['the window that draws papers']).not.toHaveProperty('preload');
});

describe('the page policy', () => {
  const directives = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((line) => {
      const [name = '', ...sources] = line.split(' ');
      return [name, sources];
    }),
  );

  it('allows nothing that is not named, no host and no inline script', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('allows no frame, object, form or base', () => {
    for (const name of ['frame-src', 'object-src', 'form-action', 'base-uri']) {
      expect(directives.get(name)).toEqual(["'none'"]);
    }
  });

  it('goes with every answer, and types are not guessed', () => {
    expect(PAGE_HEADERS['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(PAGE_HEADERS['X-Content-Type-Options']).toBe('nosniff');
  });
});

describe('where a page may be', () => {
  it.each(['app://lamplight/', 'app://lamplight/index.html', 'app://lamplight/print.html#x'])(
    '%s',
    (address) => {
      expect(isOurs(address)).toBe(true);
    },
  );

  it.each([
    'https://lamplight/',
    'app://lamplight.example/',
    'app://lamplight@evil/',
    'app://evil@lamplight/',
    'app://lamplight:80/',
    'app:lamplight',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('never %s', (address) => {
    expect(isOurs(address)).toBe(false);
  });

  it('and it loads its own files and its own pictures, nothing from elsewhere', () => {
    expect(mayLoad('app://lamplight/assets/a.js')).toBe(true);
    expect(mayLoad('data:image/png;base64,AA==')).toBe(true);
    expect(mayLoad('blob:app://lamplight/1234')).toBe(true);
    for (const address of [
      'https://example.org/',
      'ws://lamplight/',
      'data:text/html,x',
      'blob:https://x/1',
    ]) {
      expect(mayLoad(address)).toBe(false);
    }
  });
});

describe('the pipe listens', () => {
  const top = { isOurWindow: true, isTopFrame: true, address: 'app://lamplight/index.html' };

  it('to the top page of our window', () => {
    expect(isHeard(top)).toBe(true);
  });

  it.each([{ isOurWindow: false }, { isTopFrame: false }, { address: 'https://lamplight.invalid/' }])(
    'to nobody else: %o',
    (wrong) => {
      expect(isHeard({ ...top, ...wrong })).toBe(false);
    },
  );
});

describe('the command line', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--no-sandbox',
    '--NO-SANDBOX',
    '-no-sandbox',
    '--disable-web-security',
    '/remote-debugging-port=9222',
  ])('refuses %s', (argument) => {
    expect(refusedSwitch(['.', argument])).not.toBeNull();
  });

  it('takes what a start from the menu or with the demo gives', () => {
    expect(refusedSwitch(['.', '--demo'])).toBeNull();
    expect(refusedSwitch(['/opt/lamplight/resources/app.asar'])).toBeNull();
    expect(refusedSwitch([])).toBeNull();
  });
});
