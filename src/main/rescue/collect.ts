/** The rescue files on a stick: every one verified to its last byte, the newest whole set of them in the order of its lines. */
import { kindOf, openRescue, orderRescue, type OfficeReader, type OpenedRescue } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import { SCHEMA } from '#main/db/migrate.ts';
import { receiptFiles } from '#main/sticks/folders.ts';

export interface Collected {
  /** In the order of their lines; never empty. */
  readonly files: readonly OpenedRescue[];
  readonly manifest: OpenedRescue['manifest'];
}

/** Refuses with `bundle-refused`: E717 where there is none, E714 where none is whole, or what was wrong with the last one. */
export async function collectRescue(stick: string, reader: OfficeReader): Promise<Collected> {
  const sets = new Map<string, OpenedRescue[]>();
  let fault: string | null = null;
  for (const path of receiptFiles(stick)) {
    if ((await kindOf(path)) !== 'restore') continue;
    const opened = await openRescue(path, reader, { schema: SCHEMA });
    if (!opened.ok) {
      fault = opened.code;
      continue;
    }
    const { set } = opened.manifest;
    sets.set(set, [...(sets.get(set) ?? []), opened]);
  }
  const newestFirst = [...sets.values()].toSorted((a, b) => orderOf(b) - orderOf(a));
  for (const files of newestFirst) {
    const ordered = orderRescue(files);
    const [first] = ordered ?? [];
    if (ordered !== null && first !== undefined) return { files: ordered, manifest: first.manifest };
  }
  return refuse({ code: 'bundle-refused', check: fault ?? (sets.size === 0 ? 'E717' : 'E714') });
}

/** Receipts count the visits of an office, so the later rescue has the higher one. */
function orderOf([file]: readonly OpenedRescue[]): number {
  const { station_epoch: epoch, seq } = file?.manifest.receipt ?? { station_epoch: 0, seq: 0 };
  return epoch * 1e9 + seq;
}
