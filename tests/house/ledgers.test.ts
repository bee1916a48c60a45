import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Imports of another ledger's folder, written any way: `#main/ledgers/duty/…` in a file of visitors. */
function findNeighbours(path: string, own: string, source: string): string[] {
  const names = [...source.matchAll(/['"]#(?:main|renderer)\/ledgers\/([a-z-]+)\/[^'"]*['"]/g)];
  return names.filter(([, ledger]) => ledger !== own).map(([import_]) => `${path} → ${import_}`);
}

function filesOf(floor: string) {
  const folder = join(root, 'src', floor, 'ledgers');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => ({ ledger: name, path: join(entry.parentPath, entry.name) })),
    );
}

describe.each(['main', 'renderer'])('a ledger on the floor %s', (floor) => {
  it('imports no other ledger', () => {
    const files = filesOf(floor);
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap(({ ledger, path }) =>
        findNeighbours(relative(root, path), ledger, readFileSync(path, 'utf8')),
      ),
    ).toEqual([]);
  });
});

it('a ledger that imported its neighbour would be found', () => {
  const source =
    "import { a } from '#main/ledgers/duty/service.ts';\nimport b from '#main/ledgers/visitors/table.ts';";
  expect(findNeighbours('x.ts', 'visitors', source)).toEqual(["x.ts → '#main/ledgers/duty/service.ts'"]);
});
