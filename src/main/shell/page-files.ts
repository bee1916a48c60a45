/** The files of the counter by address: the same answers for Electron's scheme and for the development shell. */
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { PAGE_HEADERS } from './policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface PageAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/**
 * The file an address stands for, or null for everything that is no plain file below `root`:
 * traversal, encoded separators, hidden files, unknown kinds.
 */
export function locateFile(root: string, address: string): { path: string; type: string } | null {
  const url = URL.parse(address);
  if (url === null) return null;
  let pathname: string;
  try {
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const parts = (pathname === '/' ? '/index.html' : pathname).split('/').slice(1);
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  const path = join(root, ...parts);
  const type = TYPES[extname(path)];
  return type !== undefined && path.startsWith(root + sep) ? { path, type } : null;
}

export async function answerPage(
  root: string,
  request: { method: string; url: string },
): Promise<PageAnswer> {
  if (request.method !== 'GET') return { status: 405, headers: PAGE_HEADERS, body: null };
  const file = locateFile(root, request.url);
  const body = file === null ? null : await readFile(file.path).catch(() => null);
  if (file === null || body === null) return { status: 404, headers: PAGE_HEADERS, body: null };
  return { status: 200, headers: { ...PAGE_HEADERS, 'Content-Type': file.type }, body };
}
