// What the tool asks of its store. SQLite answers it today; another database may, with the same outcomes.
import type {
  BundleManifest,
  BundlePoint,
  Code,
  Decision,
  Disposition,
  HeldRange,
  HeldState,
  OpenedBundle,
  ReceiptManifest,
} from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import type { ExtractRow, ExtractWish } from '#station/extracting/columns.ts';
import type { StationEpoch } from '#station/keys/epoch.ts';
import type { EpochRow } from './epoch-rows.ts';
import type { FoldedRecord } from './fold.ts';

/** What was made of a file. `sha256` is null where the file was not read. */
export interface FileVerdict {
  readonly name: string;
  readonly sha256: string | null;
  readonly bytes: number;
  /** Null where nothing of the file could be believed. */
  readonly place: Pick<BundleManifest, 'office' | 'sealed_epoch' | 'seq' | 'epoch' | 'range'> | null;
  readonly disposition: Disposition;
  /** Null: applied, and nothing to say. */
  readonly code: Code | null;
  readonly detail: string;
  /** Lines that have to arrive before a held file can be applied. */
  readonly missing: HeldRange | null;
}

export interface HeldFile {
  readonly sha256: string;
  readonly name: string;
  readonly office: string | null;
  readonly missing: HeldRange | null;
}

export interface LastBundle {
  readonly sealedEpoch: number;
  readonly seq: number;
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
  readonly sealedAt: string;
  readonly receivedAt: Instant;
}

export interface OfficeReport {
  readonly office: string;
  /** The one received last. */
  readonly lastBundle: LastBundle | null;
  readonly applied: readonly { readonly epoch: number; readonly n: number; readonly chain: string }[];
  /** Live rows of each ledger. */
  readonly live: Readonly<Record<string, number>>;
  readonly since: {
    readonly bundles: number;
    readonly changes: Readonly<
      Record<string, { readonly I: number; readonly U: number; readonly X: number }>
    >;
  };
  readonly held: readonly (HeldRange | null)[];
  readonly refused: readonly RefusedReport[];
}

export interface RefusedReport {
  readonly name: string;
  readonly code: Code;
  readonly at: Instant;
}

/** What a bundle counted, by ledger. */
export interface BundleFigures {
  readonly sealedEpoch: number;
  readonly seq: number;
  /** As the office's clock said. */
  readonly sealedAt: string;
  readonly receivedAt: Instant;
  readonly counts: Readonly<Record<string, BundleCount>>;
}

export interface BundleCount {
  readonly made: number;
  readonly changed: number;
  readonly retired: number;
  readonly live: number;
}

/** A record after the last line held of it. */
export interface HeldRecord {
  readonly ledger: string;
  /** Record id. */
  readonly k: string;
  readonly v: number;
  /** False once it was taken out or forgotten. */
  readonly live: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Leaf of the line that made this version, 64 hex. */
  readonly leaf: string;
}

/** Somebody was shown the person of a record. */
export interface Look {
  readonly verb: string;
  readonly office: string;
  readonly ledger: string;
  readonly record: string;
  /** Account of this computer. */
  readonly account: string;
  /** As given; '' where the verb asks for none. */
  readonly reviewer: string;
  readonly reason: string;
}

/** The newest applied bundle of an office, and the version of the keyset it was sealed to: that one the office holds. */
export interface KeysetEcho extends BundlePoint {
  readonly keyset: number;
}

/** Two people answer for a bundle that a closed key had sealed before it was stolen. */
export interface Admission {
  readonly manifestSha256: string;
  readonly office: string;
  readonly sealedEpoch: number;
  readonly seq: number;
  readonly reviewer: string;
  readonly second: string;
  readonly reason: string;
  /** Account of this computer. */
  readonly account: string;
}

export interface LostStick {
  /** What stands on its outside. */
  readonly serial: string;
  readonly reason: string;
  readonly account: string;
}

/** A snapshot of an office, and what came of holding it against the records here. */
export interface ComparedSnapshot {
  readonly office: string;
  readonly epoch: number;
  /** It stands after this line. */
  readonly n: number;
  readonly manifestSha256: string;
  /** SHA-256 of the whole file. */
  readonly file: string;
  readonly rows: number;
  readonly verdict: 'same' | 'differs' | 'unknown';
  /** Ledger, record and field of the first difference; '' where there is none. */
  readonly detail: string;
}

export type SendingKind = 'order' | 'text' | 'correction';

/** Something that the station sends down until lines of the office show it as taken. What is in it: src/station/sending. */
export interface NewSending {
  readonly kind: SendingKind;
  /** 16 random hex. */
  readonly id: string;
  /** JSON without a word that people wrote about anybody. */
  readonly facts: string;
  /** JSON of those words; '' once the office forgot what they are about. */
  readonly words: string;
  /** Of a correction: the record as it was read. */
  readonly about: Pick<HeldRecord, 'ledger' | 'k' | 'v' | 'leaf'> | null;
}

export interface Sending extends NewSending {
  readonly at: Instant;
  /** JSON of who took it back, why and when; null where nobody did. */
  readonly ended: string | null;
  /** False where the office went on from before the line that made what a correction is about. */
  readonly stands: boolean;
  /** JSON of what a line of op C answered, and its reason; null while none did. */
  readonly answer: string | null;
  readonly reason: string;
}

/** A unit of work is whole or leaves nothing. Every promise settles only when what it says is on the disk. */
export interface StationStore {
  /** As the store remembers it; null in a store that never began one. */
  epoch(): Promise<StationEpoch | null>;
  setEpoch(epoch: StationEpoch): Promise<void>;
  /** Highest keyset version seen; 0 for none. */
  keysetVersion(): Promise<number>;
  setKeysetVersion(version: number): Promise<void>;
  /** Tells the store the time; answers the latest it was ever told. */
  maxSeen(now: Instant): Promise<Instant>;

  /** What judgeSequence has to know for this manifest. */
  held(manifest: BundleManifest): Promise<HeldState>;
  /** The latest bundle applied of an office, or null. */
  lastApplied(office: string): Promise<BundlePoint | null>;
  /**
   * Takes the lines from `applyFrom` on, the records they make and the bundle itself, in one transaction.
   * Throws BundleFault E504, E605, E606 or E612 where the content contradicts what is held; nothing is then written.
   */
  apply(bundle: OpenedBundle, applyFrom: number, at: Instant): Promise<void>;

  note(verdict: FileVerdict, at: Instant): Promise<void>;
  holds(): Promise<readonly HeldFile[]>;
  /** Of a file that was applied or found a duplicate: where it belongs. Null for every other. */
  takenPlace(sha256: string): Promise<FileVerdict['place']>;

  /** Epoch → last line and chain, as a receipt says it. */
  applied(office: string): Promise<ReceiptManifest['applied']>;
  lastReceipt(office: string, stationEpoch: number): Promise<{ seq: number; manifestSha256: string } | null>;
  addReceipt(
    office: string,
    receipt: { stationEpoch: number; seq: number; manifestSha256: string; file: string },
    at: Instant,
  ): Promise<void>;

  /** Null where no line ever spoke of it. */
  record(office: string, ledger: string, k: string): Promise<HeldRecord | null>;
  /** The live ones, by record id. */
  records(office: string, ledger: string): Promise<readonly HeldRecord[]>;

  addDecision(office: string, decision: Decision): Promise<void>;
  /** Every answer that the office's own lines do not show as taken or overtaken, as a receipt carries it. */
  openDecisions(office: string): Promise<readonly Decision[]>;
  /** What was answered to this very version, or null. */
  answerTo(office: string, record: HeldRecord): Promise<Decision | null>;
  noteLooks(looks: readonly Look[], at: Instant): Promise<void>;

  addSending(office: string, sending: NewSending, at: Instant): Promise<void>;
  /** Once: what was taken back stays so. */
  endSending(office: string, id: string, ended: string): Promise<void>;
  /** Oldest first, whatever became of it. */
  sendings(office: string, kind: SendingKind): Promise<readonly Sending[]>;
  /** Of the newest bundle applied; 0 while there is none. */
  schemaOf(office: string): Promise<number>;

  /** Null while nothing was applied of the office. */
  echo(office: string): Promise<KeysetEcho | null>;
  /** The first one of a bundle counts; a second one changes nothing. */
  addAdmission(admission: Admission, at: Instant): Promise<void>;
  isAdmitted(manifestSha256: string): Promise<boolean>;
  addLostStick(stick: LostStick, at: Instant): Promise<void>;
  /** Oldest first. */
  lostSticks(): Promise<readonly (LostStick & { readonly at: Instant })[]>;

  /** Where the log of an office stands, epoch by epoch, oldest first. */
  epochsOf(office: string): Promise<readonly EpochRow[]>;
  /** 64 hex; null where the line is not held. For n = 0 where the epoch begins. */
  chainAt(office: string, epoch: number, n: number): Promise<string | null>;
  /** The text of at most `most` lines behind `after` and not behind `to`. */
  linesOf(office: string, epoch: number, after: number, to: number, most: number): Promise<readonly string[]>;
  /** At most `most` records behind this one, live or not, by ledger and record id in the order of their bytes. */
  recordsBehind(
    office: string,
    last: Pick<FoldedRecord, 'ledger' | 'record'> | null,
    most: number,
  ): Promise<readonly FoldedRecord[]>;
  snapshot(office: string, manifestSha256: string): Promise<ComparedSnapshot | null>;
  /** The one compared last. */
  lastSnapshot(office: string): Promise<(ComparedSnapshot & { readonly at: Instant }) | null>;
  /** Takes the place of an earlier word on the same one. */
  addSnapshot(snapshot: ComparedSnapshot, at: Instant): Promise<void>;

  /** `since` bounds the counts and the refused files. */
  report(office: string, since: Instant): Promise<OfficeReport>;
  /** Refused or quarantined files of which no office could be believed. */
  strangers(since: Instant): Promise<readonly RefusedReport[]>;
  /** Every bundle applied, in the order in which the office numbered them. */
  bundlesOf(office: string): Promise<readonly BundleFigures[]>;
  /** At most `most` rows behind `last`, in the order of their keys; what they may say: extracting/shown-fields.ts. */
  extract(wish: ExtractWish, last: ExtractRow | null, most: number): Promise<readonly ExtractRow[]>;
  close(): Promise<void>;
}
