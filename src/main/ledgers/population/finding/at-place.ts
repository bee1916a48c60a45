/** Records that stand at addresses. */
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { keyed } from './keyed.ts';
import type { Batch } from './seek.ts';

/** Looking at an address and at who is there takes as long as reading so many keys. */
const STEPS = 16;
/** Addresses asked for in one statement, which takes a third of the time of asking for each. */
const TOGETHER = 32;

/** @param from a table with its index by address, and which of its rows */
export function atPlaceWalk(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
  from: { readonly table: string; readonly index: string; readonly where: string },
): (addresses: Iterable<readonly number[]>) => Generator<Batch<'address'>, void> {
  const values = Array(TOGETHER).fill('(?)').join(', ');
  // The order of the join is given: without figures about its tables the database would begin with everybody.
  const select = raw
    .prepare(
      `WITH asked (address) AS (VALUES ${values})
       SELECT id, address FROM asked CROSS JOIN ${from.table} INDEXED BY ${from.index}
       WHERE address_id = address AND ${from.where}`,
    )
    .raw();

  function read(addresses: readonly string[]): Batch<'address'> {
    const rows = select.all(...addresses, ...Array<string>(TOGETHER - addresses.length).fill(''));
    const records = (rows as [string, string][]).map(([id, address]) =>
      keyed(numberOfRecord(id), numberOfRecord(address)),
    );
    return { by: 'address', records, steps: STEPS * addresses.length };
  }

  return function* (addresses) {
    let asked: string[] = [];
    for (const some of addresses)
      for (const address of some) {
        asked.push(formatRecordId(office, address));
        if (asked.length < TOGETHER) continue;
        yield read(asked);
        asked = [];
      }
    if (asked.length > 0) yield read(asked);
  };
}
