// One office and one station with fixed keys, and short ways to make changes, bundles and receipts of theirs.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chainNext,
  chainStart,
  encodeChange,
  leafOf,
  sealBundle,
  sealReceipt,
  signerFromSeed,
  tagOfKeyset,
  type Change,
  type Created,
  type Decision,
  type Order,
  type RuleText,
  type Keyset,
  type OfficeReader,
  type ReceiptManifest,
  type Refusal,
  type SealBundleInput,
  type StationReader,
} from '#bundle-format';

export const office = '519901-07';
export const station = '519901';

const signerOf = (byte: number) => signerFromSeed(Buffer.alloc(32, byte));
export const officeSigner = signerOf(1);
export const strangerSigner = signerOf(2);
export const stationSigner = signerOf(3);
export const rootSigner = signerOf(4);
export const secondOfficeSigner = signerOf(5);

// Made for these tests alone; they open nothing else.
export const op = {
  identity: 'AGE-SECRET-KEY-1NFY94RZ2PESSZ5HEAZSADJHTTNVCE2TM39AEJPQJ2Z6UAJP2Q84ST0G0KA',
  recipient: 'age1gq0u52txj3dte4tjeryaenjhq0tpnynh09qrmt64a6dpd8jtx5ysv00ry5',
};
export const escrow = {
  identity: 'AGE-SECRET-KEY-1DWDDPHNAZGDKJ82AQ7Q855NMQQ00NY6CEERRQPACMNZN20S6WKQQAFL5S0',
  recipient: 'age14fkd68qvddxgvyzqtm7qf50du53vx27rmpmzcurcr7hjsn7vl3uqtrj4qe',
};
export const box = {
  identity: 'AGE-SECRET-KEY-1SSKNFMALVWD3PQEEF0AH7RT7NX3E0F0J6V9TG69Z9967QN5YFQ5SY6U8UG',
  recipient: 'age19zrtv3fq5kwd5eqlj8zslyrh3f270g7ycxmrzw644c8ygwjhw5eskzd5f8',
};
export const otherBox = {
  identity: 'AGE-SECRET-KEY-18RU9HG8VMJQ5WYDD5P6GMZ6UD5GRQEU2U0E7NN9RK66MZVG0P5NSNAF0YE',
  recipient: 'age1ka9v4p5cyks7pgs5m48fj905y2wgp3fyq5w4w9egyzuka6vzugxs4nt4yp',
};

export const keyset: Keyset = {
  format: 'jwb-keyset',
  v: 1,
  station,
  name: '示例派出所',
  version: 5,
  created: '2026-09-01T02:00:00.000Z',
  root: rootSigner.publicKey,
  recipients: { op: op.recipient, escrow: escrow.recipient },
  sign: [stationSigner.publicKey],
  offices: [
    {
      office,
      name: '示例社区警务室',
      sign: officeSigner.publicKey,
      box: box.recipient,
      from: { epoch: 1, seq: 1 },
      to: null,
    },
    {
      office: '519901-08',
      name: '另一社区警务室',
      sign: secondOfficeSigner.publicKey,
      box: otherBox.recipient,
      from: { epoch: 1, seq: 1 },
      to: { epoch: 1, seq: 3 },
    },
  ],
};

export const stationReader: StationReader = {
  station,
  identities: [op.identity],
  offices: keyset.offices,
  tags: [tagOfKeyset(keyset)],
  retiredTags: [],
};

export const officeReader: OfficeReader = {
  office,
  station,
  identities: [box.identity],
  signers: keyset.sign,
};

export const created: Created = {
  wall: '2026-11-23T16:02:11.120+08:00',
  max_seen: '2026-11-23T15:58:40.002+08:00',
  mono_ms: 8_123_345,
  boot: 'c1f7a2',
  doubt: [],
};

/** Lends a folder that is gone when the work is done. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jwb-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The n-th change of an invented visitors ledger. */
export function changeOf(n: number, also: Partial<Change> = {}): Change {
  return {
    n,
    t: '2026-11-23T08:02:11.120Z',
    u: 'u07',
    via: 'desk',
    l: 'visitors',
    k: `07-${String(n).padStart(6, '0')}`,
    op: 'I',
    b: 0,
    v: 1,
    d: { matter: '问路', name: `张某${n}`, on_site: true },
    s: 1,
    r: 'AAAAAAAAAAA',
    ...also,
  };
}

export function linesOf(from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => encodeChange(changeOf(from + i)));
}

/** Chain of epoch 1 after these lines from n = 1, 64 hex. */
export function chainAfter(lines: readonly string[]): string {
  let h = chainStart(office, 1);
  for (const line of lines) h = chainNext(h, leafOf(line));
  return h.toString('hex');
}

export function bundleInput(folder: string, also: Partial<SealBundleInput> = {}): SealBundleInput {
  return {
    folder,
    signer: officeSigner,
    keyset,
    office,
    epoch: 1,
    epochBase: null,
    seq: 1,
    prev: null,
    from: 1,
    prevChain: chainAfter([]),
    lines: linesOf(1, 40),
    live: { visitors: 40 },
    schema: 1,
    app: '0.1.0',
    created,
    lastReceipt: null,
    ...also,
  };
}

export function receiptOf(
  also: Partial<ReceiptManifest> = {},
): Omit<ReceiptManifest, 'format' | 'v' | 'kind' | 'station_key' | 'files'> {
  return {
    station,
    office,
    station_epoch: 1,
    station_tag: '0a1b2c3d',
    seq: 1,
    prev: null,
    applied: { '1': { n: 40, chain: chainAfter(linesOf(1, 40)) } },
    durable: {},
    held: [],
    refused: [],
    seen_files: [],
    keyset: { v: 5, sha256: '0'.repeat(64) },
    corrections: [],
    resend: [],
    created,
    ...also,
  };
}

/** The station's yes to an invented record. */
export function decisionOf(also: Partial<Decision> = {}): Decision {
  return {
    ledger: 'statutory_matters',
    k: '07-000003',
    v: 1,
    leaf: 'ab'.repeat(32),
    answer: 'approve',
    reviewer: '郑审核',
    second: null,
    reason: '',
    at: '2026-11-23T08:30:00.000Z',
    ...also,
  };
}

/** An invented order of the station. */
export function orderOf(also: Partial<Order> = {}): Order {
  return {
    id: '00000000000000a1',
    number: '20261123-001',
    title: '护校巡防',
    text: '放学时段到示例小学门口值守。\n带反光背心。',
    due: '2026-11-27',
    sender: '郑审核',
    at: '2026-11-23T08:30:00.000Z',
    withdrawn: null,
    ...also,
  };
}

/** An invented rule to be read. */
export function ruleTextOf(also: Partial<RuleText> = {}): RuleText {
  return {
    code: 'work-rules',
    version: 2,
    id: '00000000000000b1',
    title: '社区民警工作制度',
    text: '一、在警务室办公。\n二、每周入户走访。',
    until: '2027-12-31',
    sender: '郑审核',
    at: '2026-11-23T08:30:00.000Z',
    ...also,
  };
}

/** The bytes of a sealed bundle. */
export async function sealedBytes(also: Partial<SealBundleInput> = {}): Promise<Buffer> {
  return inTempFolder(async (folder) => readFile(must(await sealBundle(bundleInput(folder, also))).path));
}

export async function receiptBytes(also: Partial<ReceiptManifest> = {}): Promise<Buffer> {
  const receipt = receiptOf(also);
  return inTempFolder(async (folder) => {
    const input = { folder, signer: stationSigner, box: box.recipient, receipt };
    return readFile(must(await sealReceipt(input)).path);
  });
}

/** The success, or a failure of the test that says which refusal came instead. */
export function must<T extends { readonly ok: true }>(result: T | Refusal): T {
  if (!result.ok) throw new Error(`${result.code} ${result.word}: ${result.detail}`);
  return result;
}

/** The code of a refusal, or 'ok'. */
export function codeOf(result: { readonly ok: true } | Refusal): string {
  return result.ok ? 'ok' : result.code;
}
