/** A store under test, an office that fills it, and all that a store holds as text, to be compared. */
import { hash } from 'node:crypto';
import {
  BundleFault,
  generateBox,
  generateSigner,
  judgeSequence,
  openBundle,
  tagOfKeyset,
  type AgeBox,
  type OpenedBundle,
  type Signer,
} from '#bundle-format';
import type { StationStore } from '#station/store/port.ts';
import { keyset, op } from '#tests/bundle-format/office-and-station.ts';
import { officeWith, type OfficeKit, type OfficeStart } from '#tests/station/office-kit.ts';

export const NOW = '2026-11-23T08:00:00.000Z';

export interface StoreUnderTest {
  readonly store: StationStore;
  /** As another run of the tool finds it. Lets go of the first. */
  readonly reopen: () => Promise<StationStore>;
  /** One statement, past the store. Tables of PostgreSQL are in the schema `station`. */
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Fails whenever a record is written by line n. */
  readonly breakAt: (n: number) => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly isPostgres: boolean;
}

const keys: { signer: Signer; box: AgeBox }[] = [{ signer: generateSigner(), box: await generateBox() }];
const [own] = keys as [{ signer: Signer; box: AgeBox }];

/** An office of the fixed station of the format's tests. */
export function storeOffice(start: OfficeStart = {}): OfficeKit {
  return officeWith({ keyset: async () => keyset }, own.signer, own.box, start);
}

export async function opened(path: string, code = '519901-07'): Promise<OpenedBundle> {
  const office = { office: code, name: '柳溪', sign: own.signer.publicKey, box: own.box.recipient };
  const found = await openBundle(path, {
    station: keyset.station,
    identities: [op.identity],
    offices: [{ ...office, from: { epoch: 1, seq: 1 }, to: null }],
    tags: [tagOfKeyset(keyset)],
    retiredTags: [],
  });
  if (!found.ok) throw new Error(`${found.code} ${found.detail}`);
  return found;
}

/** Judges and applies, as receive does; what came of it. */
export async function take(store: StationStore, bundle: OpenedBundle, at = NOW): Promise<string> {
  const verdict = judgeSequence(await store.held(bundle.manifest), bundle.manifest, bundle.manifestSha256);
  if (verdict.disposition !== 'apply') return verdict.code;
  try {
    await store.apply(bundle, verdict.applyFrom, at);
    return 'applied';
  } catch (error) {
    if (error instanceof BundleFault) return error.code;
    throw error;
  }
}

const TABLES = {
  lines: (hex: string) => `SELECT office, epoch, n, line, ${hex} AS h FROM :lines ORDER BY office, epoch, n`,
  records: () =>
    `SELECT office, ledger, record, v, CASE WHEN live THEN 1 ELSE 0 END AS live, n, fields,
        CASE WHEN forgotten THEN 1 ELSE 0 END AS forgotten FROM :records ORDER BY office, ledger, record`,
  epochs: () =>
    `SELECT office, epoch, base_epoch, base_n, base_chain, n, chain, forgotten, blank_n, forgetting_n
       FROM :epochs ORDER BY office, epoch`,
  bundles: () => 'SELECT * FROM :bundles ORDER BY office, sealed_epoch, seq',
  counts: () => 'SELECT * FROM :bundle_counts ORDER BY office, sealed_epoch, seq, ledger',
  decisions: () => 'SELECT * FROM :decisions ORDER BY office, ledger, record, v, at',
} as const;

type Content = Readonly<Record<keyof typeof TABLES, readonly Record<string, unknown>[]>>;

/** Numbers and text alone, in one order, whichever store it comes from. */
export async function contentOf({
  query,
  isPostgres,
}: Pick<StoreUnderTest, 'query' | 'isPostgres'>): Promise<Content> {
  const hex = isPostgres ? `encode(h, 'hex')` : 'lower(hex(h))';
  const found: Partial<Record<keyof typeof TABLES, readonly Record<string, unknown>[]>> = {};
  for (const [name, text] of Object.entries(TABLES) as [keyof typeof TABLES, (hex: string) => string][]) {
    const rows = await query(text(hex).replace(/ :(\w+)/g, isPostgres ? ' station.$1' : ' $1'));
    found[name] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])),
    );
  }
  return found as Content;
}

/** The driver of the tests gives whole numbers of PostgreSQL as text. */
function plain(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

export function checksumOf(content: Content): string {
  return hash('sha256', JSON.stringify(content));
}

export function countsIn(content: Content): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(content).map(([name, rows]) => [name, rows.length]));
}
