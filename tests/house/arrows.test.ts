import { describe, expect, it } from 'vitest';
import { lint } from './oxlint.ts';

const ARROW = 'eslint(no-restricted-imports)';

/** Who → what may never be imported there. */
const FORBIDDEN: readonly (readonly [string, readonly string[]])[] = [
  [
    'src/shared/kernel/a.ts',
    ['node:fs', 'react', 'electron', 'drizzle-orm', 'zod', '#main/office.ts', '../x.ts'],
  ],
  [
    'src/bundle-format/a.ts',
    ['#shared/pipe.ts', '#main/db/open.ts', 'better-sqlite3', 'node:http', 'electron'],
  ],
  [
    'src/main/office.ts',
    ['electron', 'node:http', 'node:https', 'node:net', 'node:tls', 'node:dgram', 'http'],
  ],
  [
    'src/main/rooms.ts',
    ['better-sqlite3', '#renderer/app/main.tsx', '#station/cli.ts', '#tests/shell/chromium.ts'],
  ],
  ['src/main/db/journal.ts', ['electron', 'better-sqlite3', '#main/ledgers/visitors/service.ts', 'node:net']],
  ['src/main/db/open.ts', ['electron', '#main/session/vault.ts', '#main/ledgers/visitors/table.ts']],
  ['src/main/ledgers/visitors/service.ts', ['electron', '../duty/table.ts', '#main/office.ts', 'node:fs']],
  ['src/main/weekly/export.ts', ['electron', '#main/shell/electron.ts', '#main/office.ts', 'node:https']],
  [
    'src/main/sheets/read.ts',
    [
      '#main/db/open.ts',
      '#shared/ledgers/visitors.ts',
      'electron',
      'node:http',
      'node:child_process',
      'saxes',
    ],
  ],
  [
    'src/main/sealing/run.ts',
    [
      'electron',
      'node:fs',
      'age-encryption',
      '#main/desk/history.ts',
      '#main/retention/run.ts',
      '#main/weekly/receipts.ts',
      '#main/office.ts',
    ],
  ],
  ['src/main/weekly/seal.ts', ['yauzl', '@e965/xlsx', 'iconv-lite']],
  ['src/main/shell/policy.ts', ['electron', './electron.ts', '#main/db/open.ts', 'node:http']],
  ['src/main/shell/electron-x.ts', ['#renderer/app/main.tsx', 'better-sqlite3', 'node:net', 'react']],
  ['src/main/index.ts', ['#renderer/app/main.tsx', 'node:http']],
  [
    'src/main/office-process.ts',
    ['electron', '#main/shell/electron.ts', './shell/electron-lock.ts', '../x.ts'],
  ],
  ['src/main/weekly/seal.ts', ['#sealed-sqlite/connect.ts', 'better-sqlite3']],
  ['src/sealed-sqlite/connect.ts', ['#shared/pipe.ts', '#main/db/open.ts', 'drizzle-orm', 'node:net']],
  ['src/station/verbs/a.ts', ['#sealed-sqlite/connect.ts', 'better-sqlite3', 'pg']],
  ['src/terminal/exits.ts', ['#shared/pipe.ts', '#main/office.ts', 'electron']],
  [
    'src/station/verbs/a.ts',
    ['#main/ledgers/visitors/service.ts', '#main/db/open.ts', 'react', 'electron', 'node:net'],
  ],
  ['src/preload/index.ts', ['#shared/pipe.ts', 'node:fs', './x.ts', 'zod/mini']],
  [
    'src/renderer/ui/a.tsx',
    ['#renderer/client/x.ts', '#renderer/ledgers/visitors/visitors-page.tsx', 'electron'],
  ],
  [
    'src/renderer/ledgers/visitors/a.tsx',
    ['#renderer/app/door/counter.tsx', '../duty/x.ts', 'electron', 'node:fs'],
  ],
  [
    'src/renderer/pickers/a.tsx',
    ['#renderer/ledgers/population/people/people-words.ts', '#renderer/app/rooms.ts', '#main/office.ts'],
  ],
  [
    'src/renderer/papers/a.tsx',
    ['#renderer/ledgers/visitors/visit-words.ts', '#renderer/printing/printing-page.tsx', '#main/office.ts'],
  ],
  [
    'src/renderer/record/a.tsx',
    ['#renderer/ledgers/visitors/visit-words.ts', '#renderer/today/today-page.tsx', 'node:fs'],
  ],
  [
    'src/renderer/app/a.tsx',
    ['electron', 'node:path', '#main/office.ts', '#bundle-format', 'better-sqlite3'],
  ],
];

/** Who → what has to stay possible: a rule that refuses everything would pass the table above. */
const ALLOWED: readonly (readonly [string, readonly string[]])[] = [
  ['src/shared/contract/a.ts', ['zod/mini', '@orpc/contract', '#shared/kernel/role.ts', './call.ts']],
  ['src/bundle-format/a.ts', ['age-encryption', 'node:crypto', 'node:fs/promises', './fault.ts']],
  [
    'src/main/office.ts',
    ['#main/db/open.ts', '#main/ledgers/visitors/service.ts', 'node:path', '#shared/pipe.ts'],
  ],
  [
    'src/main/db/open.ts',
    ['better-sqlite3', 'drizzle-orm/better-sqlite3', 'node:fs', '#sealed-sqlite/connect.ts'],
  ],
  ['src/sealed-sqlite/connect.ts', ['better-sqlite3', 'node:crypto', 'node:fs']],
  ['src/station/store/sqlite/open.ts', ['#sealed-sqlite/connect.ts', '#station/refusal.ts']],
  ['src/station/store/postgres/sql.ts', ['pg', 'pg-copy-streams']],
  ['src/main/db/migrate.ts', ['./migrations/0010-foundation.sql?raw']],
  [
    'src/main/ledgers/visitors/service.ts',
    ['#main/db/journal.ts', '#shared/ledgers/visitors.ts', './table.ts'],
  ],
  ['src/main/weekly/export.ts', ['#bundle-format', '#main/shell/shell.ts', '#main/db/journal.ts']],
  [
    'src/main/sealing/run.ts',
    [
      '#bundle-format',
      '#main/db/journal.ts',
      '#main/ledgers/sealed/table.ts',
      '#main/retention/trusted-day.ts',
      '#main/weekly/pinned-station.ts',
      './envelope.ts',
    ],
  ],
  ['src/main/sheets/read.ts', ['yauzl', '@e965/xlsx', '#shared/kernel/failure.ts', 'node:worker_threads']],
  ['src/main/shell/electron-x.ts', ['electron', './policy.ts']],
  ['src/main/index.ts', ['electron', '#main/shell/electron.ts']],
  ['src/station/verbs/a.ts', ['#bundle-format', '#shared/pipe.ts', '#station/home.ts', 'node:fs/promises']],
  ['src/preload/index.ts', ['electron']],
  ['src/renderer/ui/a.tsx', ['@mantine/core', 'react', '#renderer/ui/basic/button.tsx', './x.css']],
  [
    'src/renderer/ledgers/visitors/a.tsx',
    ['#renderer/client/x.ts', '#renderer/ui/x.tsx', '#shared/ledgers/visitors.ts', '#renderer/pickers/x.tsx'],
  ],
  [
    'src/renderer/pickers/a.tsx',
    ['#renderer/client/x.ts', '#renderer/ui/x.tsx', '#shared/contract/population/search.ts'],
  ],
];

/** Every way to name another file: each has to be seen. */
const WAYS = {
  'as a value': (what: string) => `import x from '${what}';\nexport const y = x;\n`,
  'as a type': (what: string) => `import type { X } from '${what}';\nexport type Y = X;\n`,
  'to pass it on': (what: string) => `export { x } from '${what}';\n`,
  'while running': (what: string) => `export const x = await import('${what}');\n`,
};

/** One run of the linter for the nth import of every file, because a path holds one source at a time. */
function findRefused(table: typeof FORBIDDEN, write: (what: string) => string): string[] {
  const depth = Math.max(...table.map(([, whats]) => whats.length));
  return Array.from({ length: depth }, (_, n) => n).flatMap((n) => {
    const row = table.flatMap(([who, whats]) => (whats[n] === undefined ? [] : [{ who, what: whats[n] }]));
    const found = lint(Object.fromEntries(row.map(({ who, what }) => [who, write(what)])));
    return row.flatMap(({ who, what }) => (found[who]?.includes(ARROW) === true ? [`${who} → ${what}`] : []));
  });
}

const allOf = (table: typeof FORBIDDEN) =>
  table.flatMap(([who, whats]) => whats.map((what) => `${who} → ${what}`)).sort();

describe('the arrows of the house', () => {
  it.each(Object.entries(WAYS))('refuse what a room may not import %s', (_way, write) => {
    expect(findRefused(FORBIDDEN, write).sort()).toEqual(allOf(FORBIDDEN));
  });

  it('let a room import what it needs', () => {
    expect(findRefused(ALLOWED, WAYS['as a value'])).toEqual([]);
  });

  it('refuse to open a browser, however it is reached', () => {
    const found = lint({
      'src/main/shell/electron-x.ts': "import { shell } from 'electron';\nvoid shell.openExternal('x');\n",
      'src/main/shell/electron-y.ts':
        "import { shell } from 'electron';\nexport const { openExternal } = shell;\n",
    });
    expect(Object.values(found)).toEqual([
      ['eslint(no-restricted-properties)'],
      ['eslint(no-restricted-properties)'],
    ]);
  });
});
