// An office played by the tests: a log of changes, the keys it enrols with, and bundles sealed from ranges of its log.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  chainNext,
  chainStart,
  encodeChange,
  generateBox,
  generateSigner,
  judgeReceipt,
  leafOf,
  openReceipt,
  sealBundle,
  sealEnrolment,
  digitsOfEnrolment,
  type AgeBox,
  type Change,
  type Enrolment,
  type EpochBase,
  type OpenedReceipt,
  type Placed,
  type ReceiptState,
  type Refusal,
  type SealBundleInput,
  type Signer,
} from '#bundle-format';
import { tempFolder, type StationKit } from './station-kit.ts';

export interface OfficeKit {
  readonly code: string;
  readonly signer: Signer;
  readonly box: AgeBox;
  readonly enrolment: Enrolment;
  /** Appends changes to the log and counts the live rows. */
  readonly write: (...changes: readonly Partial<Change>[]) => void;
  /** Appends that many new visitors. */
  readonly visitors: (count: number) => void;
  /** The log as it was written. */
  readonly lines: () => readonly string[];
  /** Last n of the log. */
  readonly last: () => number;
  /** 64 hex. */
  readonly chainAt: (n: number) => string;
  /** Seals lines from..to (to the end of the log where `to` is absent) as the next bundle into a folder. */
  readonly seal: (
    folder: string,
    from: number,
    to?: number,
    also?: Partial<SealBundleInput>,
  ) => Promise<Placed>;
  readonly live: () => Readonly<Record<string, number>>;
}

export interface OfficeStart {
  readonly code?: string;
  readonly epoch?: number;
  readonly base?: EpochBase | null;
}

export async function newOffice(
  station: Pick<StationKit, 'keyset'>,
  start: OfficeStart = {},
): Promise<OfficeKit> {
  return officeWith(station, generateSigner(), await generateBox(), start);
}

export function officeWith(
  station: Pick<StationKit, 'keyset'>,
  signer: Signer,
  box: AgeBox,
  start: OfficeStart,
): OfficeKit {
  const { code = '519901-07', epoch = 1, base = null } = start;
  const lines: string[] = [];
  const first = chainStart(code, epoch, base === null ? null : Buffer.from(base.chain, 'hex'));
  const chain: Buffer[] = [first];
  const live = new Map<string, number>();
  const seals = { seq: 0, prev: null as string | null };

  function write(...changes: readonly Partial<Change>[]): void {
    for (const change of changes) {
      const line = encodeChange({ ...visitor(lines.length + 1), ...change });
      lines.push(line);
      chain.push(chainNext(chain.at(-1) ?? first, leafOf(line)));
      const { l = 'visitors', op = 'I' } = change;
      if (op === 'I') live.set(l, (live.get(l) ?? 0) + 1);
      if (op === 'X' || op === 'F') live.set(l, (live.get(l) ?? 0) - 1);
    }
  }

  const chainAt = (n: number): string => {
    const found = chain[n];
    if (found === undefined) throw new RangeError(`no line ${n}`);
    return found.toString('hex');
  };

  return {
    code,
    signer,
    box,
    enrolment: {
      format: 'jwb-enrol',
      v: 1,
      office: code,
      name: '柳溪社区警务室',
      device: '一号机',
      epoch,
      created: '2026-11-20T01:00:00.000Z',
      sign: signer.publicKey,
      box: box.recipient,
    },
    write,
    visitors: (count) => {
      for (let i = 0; i < count; i += 1) write({});
    },
    lines: () => lines,
    last: () => lines.length,
    chainAt,
    live: () => Object.fromEntries(live),
    async seal(folder, from, to = lines.length, also = {}) {
      const sealed = await sealBundle({
        folder,
        signer,
        keyset: await station.keyset(),
        office: code,
        epoch,
        epochBase: base,
        seq: seals.seq + 1,
        prev: seals.prev,
        from,
        prevChain: chainAt(from - 1),
        lines: lines.slice(from - 1, to),
        live: Object.fromEntries(live),
        schema: 20,
        app: '0.1.0',
        created: {
          wall: '2026-11-23T15:00:00.000+08:00',
          max_seen: '2026-11-23T15:00:00.000+08:00',
          mono_ms: 1000,
          boot: 'b1',
          doubt: [],
        },
        lastReceipt: null,
        ...also,
      });
      if (!sealed.ok) throw new Error(`${sealed.code} ${sealed.detail}`);
      seals.seq = sealed.manifest.seq;
      seals.prev = sealed.manifestSha256;
      return sealed;
    },
  };
}

/** The n-th change of an invented visitors ledger. */
function visitor(n: number): Change {
  return {
    n,
    t: '2026-11-23T07:00:00.000Z',
    u: '07-000002',
    via: 'desk',
    l: 'visitors',
    k: `07-${String(n).padStart(6, '0')}`,
    op: 'I',
    b: 0,
    v: 1,
    d: { matter: '问路', name: `访客${n}` },
    s: 20,
    r: 'AAAAAAAAAAA',
  };
}

/** Carries the enrolment to the station, compares the digits, and answers what the station said. */
export async function enrol(station: StationKit, office: OfficeKit) {
  const file = await enrolmentFile(office);
  const digits = digitsOfEnrolment(office.enrolment).join(' ');
  return station.done('enrol', file, '--digits', digits, '--out', tempFolder());
}

export async function enrolmentFile({ signer, enrolment }: OfficeKit): Promise<string> {
  const placed = await sealEnrolment({ folder: tempFolder(), signer, enrolment });
  if (!placed.ok) throw new Error(placed.code);
  return placed.path;
}

export async function openReceiptAt(
  station: StationKit,
  office: OfficeKit,
  path: string,
): Promise<OpenedReceipt | Refusal> {
  const { sign } = await station.keyset();
  return openReceipt(path, {
    office: office.code,
    station: '519901',
    identities: [office.box.identity],
    signers: sign,
  });
}

/** The one receipt in a folder, opened as the office opens it. */
export async function onlyReceipt(
  station: StationKit,
  office: OfficeKit,
  folder: string,
): Promise<OpenedReceipt> {
  const [name, ...more] = readdirSync(folder);
  if (name === undefined || more.length > 0) throw new Error(`${more.length + 1} receipts in ${folder}`);
  const opened = await openReceiptAt(station, office, join(folder, name));
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened;
}

/** What the office believes delivered after a receipt: epoch → n. */
export function judgeAt(office: OfficeKit, { manifest }: OpenedReceipt, last: ReceiptState['last'] = null) {
  return judgeReceipt(
    {
      office: office.code,
      last,
      chainAt: (epoch, n) =>
        epoch === office.enrolment.epoch && n <= office.last() ? office.chainAt(n) : null,
    },
    manifest,
  );
}
