/** office backups, office restore: what there is, how it differs, and, once the office's code was typed, putting it in place. */
import { resolve } from 'node:path';
import type { BackupKey, KnownBackup, LineRange, RestorePreview } from '#shared/contract/backups.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { chosenBackups, knownBackups } from '#main/backup/restore/known.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { openHandles } from '#main/files/handles.ts';
import type { Office } from '#main/office.ts';
import type { Outcome } from './outcome.ts';

/** @param from a folder to look into; null for the places this office knows */
export async function listBackups(dataDir: string, from: string | null): Promise<Outcome> {
  const handles = openHandles();
  const noVolumes = () => Promise.resolve([]);
  const found =
    from === null
      ? await knownBackups({ folder: dataFolder(dataDir), handles, volumes: noVolumes })
      : chosenBackups(handles, resolve(from));
  return {
    facts: { backups: found.map(({ backup: _handle, ...known }) => known) },
    lines: found.length === 0 ? ['没有找到备份 · no backup was found'] : found.map(lineOf),
  };
}

function lineOf({ day, time, folder, name, cause }: KnownBackup): string {
  return `${day} ${time}\t${cause}\t${folder}/${name}`;
}

export interface RestoreWish {
  readonly from: string;
  readonly key: BackupKey;
  /** The code of the office, typed by whoever wants it done; null to be shown the differences alone. */
  readonly confirm: string | null;
}

export async function restoreOffice(office: Office, { from, key, confirm }: RestoreWish): Promise<Outcome> {
  const preview = await office.restorer.lookLocked(resolve(from), key);
  const shown = previewLines(preview);
  if (confirm === null)
    return {
      facts: { ...preview, restored: false },
      lines: [...shown, `没有恢复。确认后加上 --confirm ${preview.office} · nothing was changed`],
    };
  if (confirm !== preview.office)
    refuse({ code: 'invalid', issues: [{ field: 'confirm', rule: 'differs' }] });
  const done = await office.restorer.go(null);
  const aside = done.replaced === null ? '' : `，原有数据在 ${done.replaced}`;
  return {
    facts: { ...preview, restored: true, ...done },
    lines: [...shown, `已恢复，第 ${done.epoch} 纪元${aside}`],
  };
}

function previewLines({ name, lines, ledgers, lacks, brings, comparedWith }: RestorePreview): string[] {
  const compared = {
    store: '与现有数据比较',
    mark: '现有数据打不开，只知道它到哪一条',
    nothing: '这里没有数据可比',
  };
  return [
    `备份 ${name}：${lines} 条日志；${compared[comparedWith]}`,
    ...ledgers
      .filter((row) => row.onlyHere + row.onlyThere + row.newerHere + row.newerThere > 0)
      .map(
        (row) =>
          `${row.ledger}：备份里没有 ${row.onlyHere}，只在备份里 ${row.onlyThere}，现有较新 ${row.newerHere}，备份较新 ${row.newerThere}`,
      ),
    ...lacks.map(rangeWords),
    ...(brings === 0 ? [] : [`备份比现有数据多 ${brings} 条日志`]),
  ];
}

function rangeWords({ epoch, from, to, holder }: LineRange): string {
  const range = `第 ${lineName({ epoch, n: from })}–${to} 条`;
  return holder === 'station'
    ? `备份缺${range}：所里已收到，可由所里补回`
    : `备份缺${range}：所里没有，恢复后只在 replaced 文件夹里`;
}
