import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage, locateFile } from '#main/shell/page-files.ts';

let home = '';
let root = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lamplight-pages-'));
  root = join(home, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'desk.js'), 'export {}');
  writeFileSync(join(root, '.stamp'), 'hidden');
  writeFileSync(join(home, 'secret.html'), 'secret');
  mkdirSync(join(home, 'renderer-twin'));
  writeFileSync(join(home, 'renderer-twin', 'index.html'), 'twin');
});
afterAll(() => rmSync(home, { recursive: true }));

const get = (url: string) => answerPage(root, { method: 'GET', url });

describe('the page’s files', () => {
  it('answer with their type, and the bare address is the counter', async () => {
    const index = await get('app://lamplight/');
    expect(index.status).toBe(200);
    expect(index.headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect(index.body?.toString()).toBe('<!doctype html>');
    expect((await get('app://lamplight/assets/desk.js?v=1')).headers['Content-Type']).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  it('carry the page policy even when they are not there', async () => {
    const missing = await get('app://lamplight/nowhere.html');
    expect(missing).toMatchObject({ status: 404, body: null });
    expect(missing.headers).toHaveProperty('Content-Security-Policy');
  });

  it('are only read', async () => {
    expect((await answerPage(root, { method: 'POST', url: 'app://lamplight/index.html' })).status).toBe(405);
  });

  it.each([
    'app://lamplight/../secret.html',
    'app://lamplight/%2e%2e/secret.html',
    'app://lamplight/%2e%2e%2fsecret.html',
    'app://lamplight/assets/..%2f..%2fsecret.html',
    'app://lamplight/..%5csecret.html',
    'app://lamplight/assets/%00desk.js',
    'app://lamplight//etc/passwd.html',
    'app://lamplight/C:/secret.html',
    'app://lamplight/%',
    'app://lamplight/.stamp',
    'app://lamplight/../renderer-twin/index.html',
    'app://lamplight/assets',
    'app://lamplight/assets/',
    'app://lamplight/assets/desk.exe',
    'not an address',
  ])('do not lead anywhere else: %s', async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(404);
    expect(answer.body).toBeNull();
  });

  it('are located below their folder or not at all', () => {
    expect(locateFile(root, 'app://lamplight/assets/desk.js')?.path).toBe(join(root, 'assets', 'desk.js'));
    expect(locateFile(root, 'app://lamplight/assets/../../secret.html')?.path).toBe(
      join(root, 'secret.html'),
    );
  });
});
