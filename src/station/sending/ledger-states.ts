// Every record of one ledger of an office, live or not, as its lines made it: what became of what was sent.
import type { FoldedRecord } from '#station/store/fold.ts';
import type { StationStore } from '#station/store/port.ts';

const pageRows = 500;

export async function ledgerStates(
  store: StationStore,
  office: string,
  ledger: string,
): Promise<readonly FoldedRecord[]> {
  const found: FoldedRecord[] = [];
  let last: Pick<FoldedRecord, 'ledger' | 'record'> = { ledger, record: '' };
  for (;;) {
    const page = await store.recordsBehind(office, last, pageRows);
    const own = page.filter((record) => record.ledger === ledger);
    found.push(...own);
    const next = own.at(-1);
    if (next === undefined || own.length < pageRows) return found;
    last = next;
  }
}

export function textField({ fields }: Pick<FoldedRecord, 'fields'>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
