import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const out = join(import.meta.dirname, '..', '..', 'out');

/** Names that are written in libraries and never fetched: XML namespaces, and where a message says to read on. */
const NAMED_ONLY = ['www.w3.org', 'react.dev', 'react.i18next.com', 'mantine.dev', 'orpc', 'localhost'];

const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const pages = files.filter((path) => relative(out, path).startsWith('renderer'));

describe('the built page', () => {
  it('names no place on a network that it could load from', () => {
    const hosts = pages.flatMap((path) =>
      [...readFileSync(path, 'latin1').matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(
        ([, host = '']) => host,
      ),
    );
    expect(pages.length).toBeGreaterThan(5);
    expect(hosts).toContain('www.w3.org');
    expect([...new Set(hosts)].filter((host) => !NAMED_ONLY.includes(host))).toEqual([]);
  });

  it('has no script in its HTML, which the policy would refuse', () => {
    const html = pages.filter((path) => path.endsWith('.html'));
    expect(html.map((path) => relative(out, path)).sort()).toEqual([
      join('renderer', 'index.html'),
      join('renderer', 'print.html'),
    ]);
    for (const path of html) {
      expect(readFileSync(path, 'utf8')).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i);
    }
  });
});

it('nothing built carries its source', () => {
  expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
  const linked = files.filter(
    (path) => /\.(c?js|css)$/.test(path) && readFileSync(path, 'utf8').includes('sourceMappingURL='),
  );
  expect(linked).toEqual([]);
});
