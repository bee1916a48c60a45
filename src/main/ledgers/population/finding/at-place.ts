/** Records that stand at addresses. */
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { keyed, type Keyed } from './keyed.ts';
import type { Batch } from './seek.ts';

/** Looking at an address and at who is there takes as long as reading so many keys. */
const STEPS = 16;
/** Addresses of one batch. */
const TOGETHER = 8;

/** @param from a table with its index by address, and which of its rows */
export function atPlaceWalk(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
  from: { readonly table: string; readonly index: string; readonly where: string },
): (addresses: Iterable<readonly number[]>) => Generator<Batch<'address'>, void> {
  const select = raw
    .prepare(
      `SELECT id FROM ${from.table} INDEXED BY ${from.index} WHERE address_id = ? AND ${from.where} ORDER BY id`,
    )
    .pluck();
  return function* (addresses) {
    let records: Keyed[] = [];
    let looked = 0;
    for (const some of addresses)
      for (const address of some) {
        for (const id of select.all(formatRecordId(office, address)) as string[])
          records.push(keyed(numberOfRecord(id), address));
        looked += 1;
        if (looked < TOGETHER) continue;
        yield { by: 'address', records, steps: STEPS * looked };
        [records, looked] = [[], 0];
      }
    if (records.length > 0) yield { by: 'address', records, steps: STEPS * looked };
  };
}
