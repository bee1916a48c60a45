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
import type { StationEpoch } from '#station/keys/epoch.ts';

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

export interface OfficeReport {
  readonly office: string;
  /** The one received last. */
  readonly lastBundle: {
    readonly sealedEpoch: number;
    readonly seq: number;
    readonly epoch: number;
    readonly from: number;
    readonly to: number;
    readonly sealedAt: string;
    readonly receivedAt: Instant;
  } | null;
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

  /** `since` bounds the counts and the refused files. */
  report(office: string, since: Instant): Promise<OfficeReport>;
  /** Refused or quarantined files of which no office could be believed. */
  strangers(since: Instant): Promise<readonly RefusedReport[]>;
  close(): Promise<void>;
}
