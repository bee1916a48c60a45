/** What the mark beside the store says of it, and whether the store has come as far (src/main/files/mark.ts). */
import { headIn, presentEpoch } from '#main/db/epoch.ts';
import type { Store } from '#main/db/open.ts';
import { keepMark, type Mark } from '#main/files/mark.ts';
import { officeRow } from '#main/office/service.ts';

/** A store that holds less than this PC has held: put back by hand, or cut. It must not be written on. */
export function isOlderThan(raw: Store['raw'], office: string, mark: Mark | null): boolean {
  if (mark === null || mark.office !== office) return false;
  const epoch = presentEpoch(raw);
  return epoch < mark.seen.epoch || (epoch === mark.seen.epoch && headIn(raw, epoch) < mark.seen.n);
}

export function keepMarkOf({ raw, read }: Pick<Store, 'raw' | 'read'>, office: string, path: string): void {
  const epoch = presentEpoch(raw);
  const { backupFolder } = officeRow(read);
  keepMark(path, {
    office,
    seen: { epoch, n: headIn(raw, epoch) },
    confirmed: confirmedNow(raw),
    backupFolder,
  });
}

/** Office epoch → last line that the station had, by the last receipt; nothing before the first. */
export function confirmedNow(raw: Store['raw']): Record<string, number> {
  const text = raw
    .prepare('SELECT confirmed FROM receipts ORDER BY station_epoch DESC, seq DESC LIMIT 1')
    .pluck()
    .get();
  return typeof text === 'string' ? (JSON.parse(text) as Record<string, number>) : {};
}
