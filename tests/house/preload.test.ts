import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const built = join(root, 'out', 'preload', 'index.cjs');

beforeAll(() => {
  if (existsSync(built)) return;
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
});

/** Runs the built file as a sandboxed preload is run: CommonJS with a `require` that gives out electron alone. */
function runPreload() {
  const required: string[] = [];
  const sent: unknown[][] = [];
  const exposed = new Map<string, Record<string, unknown>>();
  let deliver: (event: unknown, frame: unknown) => void = () => {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, what: Record<string, unknown>) => exposed.set(name, what),
    },
    ipcRenderer: {
      send: (...message: unknown[]) => sent.push(message),
      on: (_channel: string, listener: typeof deliver) => (deliver = listener),
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`the preload required ${name}`);
    return electron;
  };
  const run = vm.compileFunction(readFileSync(built, 'utf8'), ['require', 'module', 'exports']);
  Reflect.apply(run, undefined, [require, { exports: {} }, {}]);
  const call = (name: 'post' | 'listen', argument: unknown) => {
    const verb = exposed.get('hatch')?.[name];
    if (typeof verb !== 'function') throw new Error(`the hatch has no ${name}`);
    Reflect.apply(verb, undefined, [argument]);
  };
  return { required, sent, exposed, call, deliver: (frame: unknown) => deliver({ sender: 'secret' }, frame) };
}

describe('the preload', () => {
  it('requires electron and nothing else', () => {
    expect(new Set(runPreload().required)).toEqual(new Set(['electron']));
    expect(readFileSync(built, 'utf8')).not.toMatch(/\bimport\s*\(|\bprocess\.|\bglobalThis\b/);
  });

  it('gives the page one pipe with two verbs', () => {
    const { exposed } = runPreload();
    expect([...exposed.keys()]).toEqual(['hatch']);
    expect(Object.keys(exposed.get('hatch') ?? {}).sort()).toEqual(['listen', 'post']);
  });

  it('posts strings, on one channel the page cannot choose', () => {
    const { call, sent } = runPreload();
    call('post', 'cX');
    call('post', { channel: 'other' });
    call('post', 7);
    expect(sent).toEqual([['hatch', 'cX']]);
  });

  it('hands the page the frame alone, never the event', () => {
    const { call, deliver } = runPreload();
    const heard: unknown[][] = [];
    call('listen', (...all: unknown[]) => heard.push(all));
    deliver('sX');
    deliver({ not: 'a string' });
    expect(heard).toEqual([['sX']]);
  });
});
