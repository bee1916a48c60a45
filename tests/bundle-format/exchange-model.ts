// A model of one office, one station and the sticks between them, driven by faults. The rules in it are the real ones.
import { hash } from 'node:crypto';
import {
  judgeReceipt,
  judgeSequence,
  type BundleManifest,
  type ChainPoint,
  type ReceiptManifest,
} from '#bundle-format';
import {
  findWrongAnswer,
  holdsLeaf,
  isSettled,
  lineText,
  recordsOf,
  takenIn,
  waits,
  type ModelDecision,
  type ModelLine,
} from './exchange-decisions.ts';
import { append, fillers, historyOf, newLog, receiptFillers, shuffle, type Log } from './exchange-log.ts';
import { office } from './office-and-station.ts';

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
  /** An answer goes down with one receipt and never again. */
  readonly sendsAnswersOnce?: boolean;
  /** The office takes an answer to a number and a version, whichever line made it. */
  readonly ignoresLeaf?: boolean;
  /** A restored office is not told again what its older epoch had taken. */
  readonly settlesForEver?: boolean;
  /** What was sealed and not yet carried is forgotten by the next sealing. */
  readonly carriesNewestOnly?: boolean;
}

interface Bundle {
  readonly manifest: BundleManifest;
  readonly sha256: string;
  readonly lines: readonly string[];
}

interface Receipt {
  readonly manifest: ReceiptManifest;
  readonly decisions: readonly ModelDecision[];
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
  decisions: ModelDecision[];
  /** For the broken rules: leaves that were sent, or once seen as settled. */
  sent: Set<string>;
}

export const steps = [
  'edit',
  'seal',
  'carry',
  'export',
  'import',
  'decide',
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
      decisions: [],
      sent: new Set(),
    };
  }

  run([step, number]: Step): void {
    this[step](number);
  }

  /** One line in three begins a record that waits for an answer, under the next number there is. */
  edit(number: number): void {
    for (let i = 0; i <= number % 4; i += 1) {
      const isRecord = (number + i) % 3 === 0;
      const record = isRecord ? `r${recordsOf(this.#officeHistory()).size + 1}` : null;
      this.#write({ record, version: 1, answers: null });
    }
  }

  /** By itself, at the hour of the week: one new bundle for each epoch that has unsealed lines. */
  seal(): void {
    const { logs, outbox, epoch } = this.#office;
    for (const [logEpoch, log] of logs) {
      if (this.#broken.exportsNewestEpochOnly === true && logEpoch !== epoch) continue;
      const sealed = Math.max(0, ...outbox.filter(of(logEpoch)).map(({ manifest }) => manifest.range.to));
      if (sealed < log.lines.length || logEpoch === epoch) this.#seal(logEpoch, log, sealed + 1);
    }
  }

  /** Also while locked: every unconfirmed bundle again, byte for byte, and nothing new. */
  carry(): void {
    const { outbox } = this.#office;
    const unconfirmed = ({ manifest }: Bundle) =>
      manifest.range.to > (this.#office.confirmed[manifest.epoch] ?? 0);
    const newest = outbox.slice(-1);
    const wanted = this.#broken.carriesNewestOnly === true ? [] : outbox.filter(unconfirmed);
    this.#toStation.push(...wanted, ...newest);
  }

  export(): void {
    this.seal();
    this.carry();
  }

  /** Somebody at the station answers a record that waits there. */
  decide(number: number): void {
    const waiting = [...recordsOf(this.#stationHistory())].filter(([, state]) => waits(state));
    const [record, state] = waiting[number % waiting.length] ?? [];
    if (record === undefined || state === undefined) return;
    const { decisions } = this.#station;
    if (decisions.some(({ leaf }) => leaf === state.leaf)) return;
    decisions.push({ record, ...state });
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
    for (const receipt of shuffle(this.#toOffice, number)) this.#accept(receipt);
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

  #write(what: Pick<ModelLine, 'record' | 'version' | 'answers'>): void {
    const { epoch, logs } = this.#office;
    const log = logs.get(epoch);
    if (log === undefined) throw new Error('no log');
    this.#written += 1;
    const line = lineText({ epoch, n: log.lines.length + 1, written: this.#written, ...what });
    append(log, line);
    // A restored office that kept its epoch writes over what was there: the truth is then what it wrote last.
    const truth = this.#truth.get(epoch) ?? [];
    if (truth.length < log.lines.length) truth.push(line);
    this.#truth.set(epoch, truth);
  }

  #officeHistory(): string[] {
    return historyOf(this.#office.logs, this.#office.epoch);
  }

  /** The lines that lead to the newest epoch of the office that is known here. */
  #stationHistory(): string[] {
    const { logs } = this.#station;
    return historyOf(logs, Math.max(0, ...logs.keys()));
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
    this.#judgeAnswers();
  }

  /** Each answer to a line the office holds was taken once, each other one not at all. */
  #judgeAnswers(): void {
    const history = this.#officeHistory();
    for (const { record, leaf } of this.#station.decisions) {
      const taken = takenIn(history, leaf);
      const expected = holdsLeaf(history, leaf) ? 1 : 0;
      if (taken !== expected)
        this.flaws.push(`the answer to ${record} was taken ${taken} times, not ${expected}`);
    }
    const wrong = findWrongAnswer(history);
    if (wrong !== null) this.flaws.push(wrong);
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
    const receipt = { manifest, decisions: this.#openDecisions() };
    this.#toOffice.push(receipt);
    this.#everyReceipt.push(receipt);
  }

  /** Every answer that the lines held do not show as settled. */
  #openDecisions(): readonly ModelDecision[] {
    const { decisions, sent } = this.#station;
    const history = this.#stationHistory();
    const open = decisions.filter((decision) => {
      const settled = isSettled(history, decision);
      if (settled && this.#broken.settlesForEver === true) sent.add(decision.leaf);
      return !settled && !sent.has(decision.leaf);
    });
    if (this.#broken.sendsAnswersOnce === true) for (const { leaf } of open) sent.add(leaf);
    return open;
  }

  #accept({ manifest, decisions }: Receipt): void {
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
    for (const decision of decisions) this.#take(decision);
  }

  /** What does not wait any more, or stands at another version or line, is passed over. */
  #take({ record, version, leaf }: ModelDecision): void {
    const state = recordsOf(this.#officeHistory()).get(record);
    if (state === undefined || !waits(state) || state.version !== version) return;
    if (state.leaf !== leaf && this.#broken.ignoresLeaf !== true) return;
    this.#write({ record, version: version + 1, answers: leaf });
  }
}

function of(epoch: number): (bundle: Bundle) => boolean {
  return ({ manifest }) => manifest.epoch === epoch;
}
