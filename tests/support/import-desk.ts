/** A desk at which sheets are imported: a real encrypted store with one community, and the calls of the room. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ImportBatch,
  ImportCheck,
  ImportField,
  ImportPlan,
  ImportRow,
} from '#shared/contract/population/imports.ts';
import { openEvents } from '#main/desk/events.ts';
import { importsService } from '#main/imports/service.ts';
import { addressesLedger, householdsLedger, residentsLedger } from '#main/ledgers/population/tables.ts';
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import { readRow } from '#main/db/row-writer.ts';
import { staffNames } from '#main/staff/service.ts';
import { scriptedShell } from './shell.ts';
import { OFFICE_CODE, openTestStore } from './store.ts';
import { tempFolder } from './temp-folder.ts';

export type ImportDesk = ReturnType<typeof openImportDesk>;

export function openImportDesk(options: { readonly keep?: boolean } = {}) {
  const desk = openTestStore(options);
  const { store, journal, clock, officer } = desk;
  const shell = scriptedShell();
  const events = openEvents();
  const base = journal.write(officer, (write) => {
    const element = { floor: null, aliases: '', division: '519901', communityCode: '', policeGrid: null };
    const rest = { civilGrid: null, state: 'in-use', quiet: false, bestTime: '', mergedInto: null } as const;
    const origin = { batchId: null, source: 'desk', synthetic: true } as const;
    const put = (kind: 'town' | 'community', name: string, parentId: string | null) =>
      write.put(addressesLedger, { parentId, kind, name, line: name, ...element, ...rest, ...origin });
    return put('community', '胜利社区', put('town', '青禾镇', null).id).id;
  });
  const room = { db: store.read, raw: store.raw, journal, clock, officeCode: OFFICE_CODE, shell, events };
  const imports = importsService({
    ...room,
    nameOf: staffNames(store.read),
    backUpFirst: () => Promise.resolve(),
  });
  const context = { signal: undefined };

  async function choose(path: string): Promise<{ import: string; plan: ImportPlan }> {
    shell.choose(path);
    return imports.choose({}, officer, context);
  }

  function check(id: string, plan: ImportPlan): Promise<ImportCheck> {
    const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
    return Promise.resolve(imports.check({ import: id, mapping, baseAddressId: base }, officer, context));
  }

  return {
    ...desk,
    imports,
    shell,
    events,
    base,
    context,
    choose,
    check,
    /** A csv file of these lines. */
    sheet(...lines: readonly string[]): string {
      const path = join(tempFolder(), 'sheet.csv');
      writeFileSync(path, lines.join('\r\n'));
      return path;
    },
    async checked(path: string): Promise<{ id: string; plan: ImportPlan; check: ImportCheck }> {
      const { import: id, plan } = await choose(path);
      return { id, plan, check: await check(id, plan) };
    },
    rows(id: string, show: 'rejected' | 'twins' | 'flagged' | 'all' = 'all'): Promise<ImportRow[]> {
      const page = imports.rows({ import: id, show, after: null, rows: 100 }, officer, context);
      return Promise.resolve(page).then(({ rows }) => rows as ImportRow[]);
    },
    commit(id: string): Promise<ImportBatch> {
      return Promise.resolve(imports.commit({ import: id }, officer, context));
    },
    async imported(path: string): Promise<ImportBatch> {
      const { import: id, plan } = await choose(path);
      await check(id, plan);
      return imports.commit({ import: id }, officer, context);
    },
    cell: (id: string, row: number, field: ImportField) =>
      imports.cell({ import: id, row, field }, officer, context),
    /** Live records, oldest first. */
    people: () => live(residentsLedger),
    addresses: () => live(addressesLedger),
    households: () => live(householdsLedger),
  };

  function live<T extends Ledger['table']>({ table }: Ledger<T>) {
    const rows = store.raw
      .prepare(`SELECT * FROM ${tableName(table)} WHERE retired_at IS NULL ORDER BY id`)
      .all() as Record<string, unknown>[];
    return rows.map((row) => readRow(table, row));
  }
}
