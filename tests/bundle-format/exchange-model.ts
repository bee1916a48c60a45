// A model of one office, one station and the sticks between them, driven by faults. The rules in it are the real ones.
import { hash } from 'node:crypto';
import {
  chainNext,
  chainStart,
  judgeReceipt,
  judgeSequence,
  leafOf,
  type BundleManifest,
  type ChainPoint,
  type EpochBase,
  type ReceiptManifest,
} from '#bundle-format';
import { created, office, receiptOf, station } from './office-and-station.ts';

/** Rules broken on purpose: each must be found out by the invariants. */
export interface Breakage {
  /** The station confirms what it saw, applied or not. */
  readonly confirmsAtArrival?: boolean;
  /** The station applies over a missing range. */
  readonly appliesOverGaps?: boolean;
  /** A restored office goes on in its old epoch. */
  readonly keepsOfficeEpoch?: boolean;
  /** A restored station goes on in its old epoch. */
  readonly keepsStationEpoch?: boolean;
  /** A restored office forgets what its older epoch never sealed. */
  readonly exportsNewestEpochOnly?: boolean;
}

interface Log {
  readonly base: EpochBase | null;
  readonly lines: string[];
  /** chain[n] is the value after line n. */
  readonly chain: string[];
}

interface Bundle {
  readonly manifest: BundleManifest;
  readonly sha256: string;
  readonly lines: readonly string[];
}

interface Receipt {
  readonly manifest: ReceiptManifest;
}

interface OfficeState {
  epoch: number;
  logs: Map<number, Log>;
  outbox: Bundle[];
  confirmed: Readonly<Record<string, number>>;
  last: { station_epoch: number; station_tag: string; seq: number } | null;
}

interface StationState {
  epoch: number;
  tag: string;
  receiptSeq: number;
  logs: Map<number, Log>;
  applied: Map<string, string>;
  held: Bundle[];
  seen: Map<number, ChainPoint>;
}

export const steps = [
  'edit',
  'export',
  'import',
  'readReceipts',
  'loseBundle',
  'loseReceipt',
  'replayBundle',
  'replayReceipt',
  'backUpOffice',
  'restoreOffice',
  'backUpStation',
  'restoreStation',
] as const;
export type Step = readonly [(typeof steps)[number], number];

export class Exchange {
  readonly #broken: Breakage;
  readonly #office: OfficeState;
  readonly #station: StationState;
  #officeBackup: OfficeState | null = null;
  #stationBackup: StationState | null = null;
  /** Kept outside the databases, so that restoring twice cannot use an epoch twice. */
  #highestOfficeEpoch = 1;
  #highestStationEpoch = 1;
  /** Every line ever written, whatever was restored since. */
  readonly #truth = new Map<number, string[]>([[1, []]]);
  #toStation: Bundle[] = [];
  #toOffice: Receipt[] = [];
  readonly #everySealed: Bundle[] = [];
  readonly #everyReceipt: Receipt[] = [];
  #written = 0;
  readonly flaws: string[] = [];

  constructor(broken: Breakage = {}) {
    this.#broken = broken;
    this.#office = { epoch: 1, logs: new Map([[1, newLog(1, null)]]), outbox: [], confirmed: {}, last: null };
    this.#station = {
      epoch: 1,
      tag: '00000001',
      receiptSeq: 0,
      logs: new Map(),
      applied: new Map(),
      held: [],
      seen: new Map(),
    };
  }

  run([step, number]: Step): void {
    this[step](number);
  }

  edit(number: number): void {
    const { epoch, logs } = this.#office;
    const log = logs.get(epoch);
    if (log === undefined) throw new Error('no log');
    for (let i = 0; i <= number % 4; i += 1) {
      this.#written += 1;
      const line = `${epoch} ${log.lines.length + 1} ${this.#written}\n`;
      append(log, line);
      // A restored office that kept its epoch writes over what was there: the truth is then what it wrote last.
      const truth = this.#truth.get(epoch) ?? [];
      if (truth.length < log.lines.length) truth.push(line);
      this.#truth.set(epoch, truth);
    }
  }

  /** Every unconfirmed bundle again, byte for byte, and one new bundle for each epoch that has unsealed lines. */
  export(): void {
    const { logs, outbox, epoch } = this.#office;
    for (const [logEpoch, log] of logs) {
      if (this.#broken.exportsNewestEpochOnly === true && logEpoch !== epoch) continue;
      const sealed = Math.max(0, ...outbox.filter(of(logEpoch)).map(({ manifest }) => manifest.range.to));
      if (sealed < log.lines.length || logEpoch === epoch) this.#seal(logEpoch, log, sealed + 1);
    }
    const unconfirmed = ({ manifest }: Bundle) =>
      manifest.range.to > (this.#office.confirmed[manifest.epoch] ?? 0);
    const newest = outbox.slice(-1);
    this.#toStation.push(...outbox.filter(unconfirmed), ...newest);
  }

  import(number: number): void {
    const inbox = shuffle([...this.#station.held, ...this.#toStation], number);
    this.#toStation = [];
    this.#station.held = [];
    let waiting = inbox;
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      waiting = waiting.filter((bundle) => !this.#receive(bundle));
    }
    this.#station.held = waiting;
    this.#giveReceipt();
  }

  readReceipts(number: number): void {
    for (const { manifest } of shuffle(this.#toOffice, number)) this.#accept(manifest);
    this.#toOffice = [];
  }

  loseBundle(number: number): void {
    this.#toStation = this.#toStation.filter((_, i, all) => i !== number % all.length);
  }

  loseReceipt(number: number): void {
    this.#toOffice = this.#toOffice.filter((_, i, all) => i !== number % all.length);
  }

  replayBundle(number: number): void {
    const old = this.#everySealed[number % this.#everySealed.length];
    if (old !== undefined) this.#toStation.push(old, old);
  }

  replayReceipt(number: number): void {
    const old = this.#everyReceipt[number % this.#everyReceipt.length];
    if (old !== undefined) this.#toOffice.push(old);
  }

  backUpOffice(): void {
    this.#officeBackup = structuredClone(this.#office);
  }

  restoreOffice(): void {
    if (this.#officeBackup === null) return;
    Object.assign(this.#office, structuredClone(this.#officeBackup));
    if (this.#broken.keepsOfficeEpoch === true) return;
    const { epoch, logs } = this.#office;
    const log = logs.get(epoch);
    if (log === undefined) throw new Error('no log');
    this.#highestOfficeEpoch += 1;
    const here = { epoch, n: log.lines.length, chain: log.chain.at(-1) ?? '' };
    const base = here.n === 0 && log.base !== null ? log.base : here;
    this.#office.epoch = this.#highestOfficeEpoch;
    logs.set(this.#office.epoch, newLog(this.#office.epoch, base));
  }

  backUpStation(): void {
    this.#stationBackup = structuredClone(this.#station);
  }

  restoreStation(number: number): void {
    if (this.#stationBackup === null) return;
    Object.assign(this.#station, structuredClone(this.#stationBackup));
    if (this.#broken.keepsStationEpoch === true) return;
    this.#highestStationEpoch += 1;
    this.#station.epoch = this.#highestStationEpoch;
    this.#station.tag = hash('sha256', `${number} ${this.#highestStationEpoch}`).slice(0, 8);
    this.#station.receiptSeq = 0;
  }

  /** Clean exchanges after which everything has to be where it belongs. */
  settle(): void {
    for (let i = 0; i < 4; i += 1) {
      this.export();
      this.import(0);
      this.readReceipts(0);
    }
    const { logs, confirmed } = this.#office;
    for (const [epoch, log] of logs) {
      const there = this.#station.logs.get(epoch)?.lines ?? [];
      if (there.length < log.lines.length) this.flaws.push(`epoch ${epoch} was not delivered`);
      if ((confirmed[epoch] ?? 0) !== log.lines.length) this.flaws.push(`epoch ${epoch} was not confirmed`);
    }
    for (const [epoch, n] of Object.entries(confirmed)) {
      if (n > (this.#station.logs.get(Number(epoch))?.lines.length ?? 0)) {
        this.flaws.push(`epoch ${epoch} is confirmed beyond what the station has`);
      }
    }
  }

  #seal(epoch: number, log: Log, from: number): void {
    const { outbox } = this.#office;
    const lines = log.lines.slice(from - 1);
    const before = outbox.filter(({ manifest }) => manifest.sealed_epoch === this.#office.epoch).at(-1);
    const manifest: BundleManifest = {
      ...fillers,
      epoch,
      epoch_base: log.base,
      sealed_epoch: this.#office.epoch,
      seq: (before?.manifest.seq ?? 0) + 1,
      prev: before?.sha256 ?? null,
      range: { from, to: log.lines.length },
      prev_chain: log.chain[from - 1] ?? '',
      chain: log.chain.at(-1) ?? '',
    };
    const bundle = { manifest, sha256: hash('sha256', JSON.stringify(manifest)), lines };
    outbox.push(bundle);
    this.#everySealed.push(bundle);
  }

  /** Whether the bundle is done with; false keeps it waiting. */
  #receive(bundle: Bundle): boolean {
    const { logs, applied, seen } = this.#station;
    const { manifest, sha256 } = bundle;
    const { epoch, range, chain } = manifest;
    if (range.to > (seen.get(epoch)?.n ?? -1)) seen.set(epoch, { n: range.to, chain });
    const held = {
      office,
      epochs: new Map([...logs].map(([key, log]) => [key, { base: log.base, n: log.lines.length }] as const)),
      appliedManifest: (sealedEpoch: number, seq: number) => applied.get(`${sealedEpoch}/${seq}`) ?? null,
      chainAt: (of: number, n: number) => logs.get(of)?.chain[n] ?? null,
    };
    const verdict = judgeSequence(held, manifest, sha256);
    if (verdict.disposition === 'duplicate') return true;
    if (verdict.disposition === 'quarantine') {
      this.flaws.push(`${verdict.code} without a forger: ${verdict.detail}`);
      return true;
    }
    if (
      verdict.disposition === 'hold' &&
      !(this.#broken.appliesOverGaps === true && verdict.code === 'E503')
    ) {
      return false;
    }
    const log = logs.get(epoch) ?? newLog(epoch, manifest.epoch_base);
    logs.set(epoch, log);
    const first = verdict.disposition === 'apply' ? verdict.applyFrom : range.from;
    for (const line of bundle.lines.slice(Math.max(0, first - range.from))) append(log, line);
    applied.set(`${manifest.sealed_epoch}/${manifest.seq}`, sha256);
    this.#compareWithTruth(epoch, log);
    return true;
  }

  #compareWithTruth(epoch: number, log: Log): void {
    const truth = this.#truth.get(epoch) ?? [];
    if (!log.lines.every((line, i) => truth[i] === line)) {
      this.flaws.push(`the station's epoch ${epoch} is not what was written`);
    }
  }

  #giveReceipt(): void {
    const { logs, seen } = this.#station;
    const points = new Map<number, ChainPoint>();
    for (const [epoch, log] of logs)
      points.set(epoch, { n: log.lines.length, chain: log.chain.at(-1) ?? '' });
    this.#station.receiptSeq += 1;
    const manifest: ReceiptManifest = {
      ...receiptFillers,
      station_epoch: this.#station.epoch,
      station_tag: this.#station.tag,
      seq: this.#station.receiptSeq,
      applied: Object.fromEntries<ChainPoint>(this.#broken.confirmsAtArrival === true ? seen : points),
    };
    this.#toOffice.push({ manifest });
    this.#everyReceipt.push({ manifest });
  }

  #accept(manifest: ReceiptManifest): void {
    const { logs, epoch: present, last } = this.#office;
    const verdict = judgeReceipt(
      {
        office,
        last,
        chainAt: (epoch, n) => logs.get(epoch)?.chain[n] ?? null,
        closedAt: (epoch) => (epoch < present ? (logs.get(epoch)?.lines.length ?? 0) : null),
      },
      manifest,
    );
    if (!verdict.ok) {
      if (verdict.code !== 'E701') this.flaws.push(`${verdict.code} without a forger: ${verdict.detail}`);
      return;
    }
    this.#office.confirmed = verdict.confirmed;
    const { station_epoch, station_tag, seq } = manifest;
    this.#office.last = { station_epoch, station_tag, seq };
  }
}

const fillers = {
  format: 'jwb-manifest',
  v: 1,
  kind: 'bundle',
  office,
  office_key: '',
  counts: {},
  forgotten: 0,
  schema: 1,
  app: '0',
  created,
  to: { station, keyset: 1, recipients: [] },
  last_receipt: null,
  files: [],
  blobs: [],
} as const;

const receiptFillers = {
  ...receiptOf(),
  format: 'jwb-manifest',
  v: 1,
  kind: 'receipt',
  station_key: '',
  files: [],
} as const;

function of(epoch: number): (bundle: Bundle) => boolean {
  return ({ manifest }) => manifest.epoch === epoch;
}

function newLog(epoch: number, base: EpochBase | null): Log {
  const start = chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex'));
  return { base, lines: [], chain: [start.toString('hex')] };
}

function append(log: Log, line: string): void {
  const before = Buffer.from(log.chain.at(-1) ?? '', 'hex');
  log.lines.push(line);
  log.chain.push(chainNext(before, leafOf(line)).toString('hex'));
}

/** A permutation that depends on the number alone. */
function shuffle<T>(items: readonly T[], number: number): T[] {
  const keyed = items.map((item, i) => ({
    item,
    key: (i * 7919 + number * 104_729 + i * number * 31) % 9973,
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
