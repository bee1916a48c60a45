/** office import: a file with the columns as they are guessed, written at once; `--dry` only says what would become of it. */
import { basename, resolve } from 'node:path';
import type { ImportPlan } from '#shared/contract/population/imports.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { backUpFirst } from '#main/backup/backup.ts';
import { openImports } from '#main/imports/imports.ts';
import type { Office } from '#main/office.ts';
import { staffNames } from '#main/staff/service.ts';
import type { OfficeIo } from './io.ts';
import type { Outcome } from './outcome.ts';
import { progressLine } from '#terminal/progress-line.ts';

export interface ImportOrder {
  readonly file: string;
  readonly sheet: string | null;
  readonly base: string | null;
  /** Where the rejected rows go; null where nobody wants them. */
  readonly errors: string | null;
  readonly dry: boolean;
}

export async function importFile(office: Office, io: OfficeIo, order: ImportOrder): Promise<Outcome> {
  const open = office.session.opened() ?? refuse({ code: 'locked' });
  const caller = office.session.caller() ?? refuse({ code: 'locked' });
  if (caller.role !== 'officer') refuse({ code: 'forbidden' });
  const { store, journal, office: officeCode } = open;
  const imports = openImports({
    db: store.read,
    raw: store.raw,
    journal,
    clock: io.clock,
    officeCode,
    nameOf: staffNames(store.read),
    onProgress: progressLine(io.err),
    backUpFirst: (by) => backUpFirst(open, by, 'import'),
  });
  const request = { sheet: order.sheet, encoding: null, headerRows: null };
  const { import: id, plan } = await imports.choose(resolve(order.file), request, undefined);
  const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
  const check = await imports.check(id, mapping, order.base, undefined);
  const errors =
    order.errors === null || check.rejected === 0
      ? null
      : await imports.saveErrors(id, resolve(order.errors), caller);
  const batch = order.dry ? null : await imports.commit(id, caller, undefined);
  const counts = batch?.check ?? check;
  return {
    facts: {
      file: plan.file,
      sheet: plan.sheet,
      ...columnsOf(plan),
      ...counts,
      batch: batch === null || batch.id === '' ? null : batch.id,
      errors: errors?.rows ?? 0,
    },
    lines: [
      ...forbiddenLines(plan),
      `读到 ${counts.read} 行：新建 ${counts.imported}，补充 ${counts.merged}，重复 ${counts.duplicate}，未导入 ${counts.rejected}`,
      `修正号码 ${counts.repaired} 行，导入后需再看 ${counts.flagged} 行，略过 ${counts.passedOver} 行`,
      `新地址 ${counts.newAddresses} 处，新户 ${counts.newHouseholds} 户`,
      ...(errors === null ? [] : [`未导入的行已写入 ${basename(errors.file)}`]),
      order.dry ? '只核对，没有写入 · checked only, nothing was written' : written(batch?.id ?? ''),
    ],
  };
}

function written(id: string): string {
  return id === '' ? '台账已有全部内容，没有写入 · nothing new' : `已写入，批次 ${id}，24 小时内可以整批撤销`;
}

function columnsOf({ columns }: ImportPlan) {
  const headers = (dropped: ImportPlan['columns'][number]['dropped']) =>
    columns.filter((column) => column.dropped === dropped).map(({ header }) => header);
  return { taken: headers(null), forbidden: headers('forbidden'), dropped: headers('no-field') };
}

function forbiddenLines(plan: ImportPlan): string[] {
  const { forbidden, dropped } = columnsOf(plan);
  return [
    ...(forbidden.length === 0 ? [] : [`依法不导入的列 · forbidden: ${forbidden.join('、')}`]),
    ...(dropped.length === 0 ? [] : [`台账没有的列 · not kept: ${dropped.join('、')}`]),
  ];
}
