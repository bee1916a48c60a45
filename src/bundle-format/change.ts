// The change line: the one text form of a journal entry, the same in the office, on the stick and at the station.
import { isInteger, quote, safeKey, writeDatum, type Datum } from './canonical.ts';
import { BundleFault } from './fault.ts';
import { limits } from './limits.ts';

/**
 * I insert, U update, X retire, C correction answered, V sensitive view, A access and key events,
 * R receipt processed, M migration, F record forgotten.
 */
export type Op = 'I' | 'U' | 'X' | 'C' | 'V' | 'A' | 'R' | 'M' | 'F';

const ops: ReadonlySet<string> = new Set(['I', 'U', 'X', 'C', 'V', 'A', 'R', 'M', 'F']);

/** docs/format/bundle-v1.md, "Change line". Keys are written in the order of this interface. */
export interface Change {
  /** Dense number in the epoch, from 1. */
  readonly n: number;
  /** Instant, UTC, milliseconds, `2026-11-23T08:02:11.120Z`. Shown, never used to order. */
  readonly t: string;
  /** Actor id. */
  readonly u: string;
  /** The door it came through: desk, cli, import, system, … */
  readonly via: string;
  /** Ledger. */
  readonly l: string;
  /** Record id, or `-` where no record is meant. */
  readonly k: string;
  readonly op: Op;
  /** Version before: 0 for I; equal to `v` where the op changes no record. */
  readonly b: number;
  /** Version after: `b` + 1 for I, U and X. */
  readonly v: number;
  /** The changed fields only; keys sorted by the encoder. */
  readonly d: { readonly [field: string]: Datum };
  /** The reason a person gave. */
  readonly why?: string;
  /** Number of the schema `d` was written under. */
  readonly s: number;
  /** 8 random bytes in base64url: present when the line carries personal data, so that its leaf cannot be guessed. */
  readonly r?: string;
}

/** Stands for a line whose text was forgotten at the end of its retention; only its leaf remains. */
export interface ForgottenLine {
  readonly n: number;
  /** SHA-256 of the forgotten line, 64 hex. */
  readonly leaf: string;
}

const shapes = {
  t: /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/,
  u: /^[0-9A-Za-z][0-9A-Za-z_.-]{0,63}$/,
  via: /^[a-z][a-z-]{0,15}$/,
  l: /^[a-z][a-z_]{0,39}$/,
  k: /^[0-9A-Za-z-][0-9A-Za-z_.:-]{0,63}$/,
  r: /^[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]$/,
  leaf: /^[0-9a-f]{64}$/,
} as const;

const required = ['n', 't', 'u', 'via', 'l', 'k', 'op', 'b', 'v', 'd', 's'] as const;
const known: ReadonlySet<string> = new Set([...required, 'why', 'r']);

/** Canonical JSON and one LF. Throws TypeError for a change that the format cannot carry: a bug of the caller. */
export function encodeChange(change: Change): string {
  const wrong = findFlaw(change);
  if (wrong !== null) throw new TypeError(`change ${change.n}: ${wrong}`);
  const line = writeChange(change);
  if (isTooLong(line)) throw new TypeError(`change ${change.n}: line too long`);
  return line;
}

/** Accepts exactly what encodeChange writes; throws BundleFault E603 for anything else. */
export function parseChange(line: string): Change {
  const value = parseObject(line);
  for (const key of Object.keys(value)) if (!known.has(key)) throw invalid(`key ${JSON.stringify(key)}`);
  for (const key of required) if (!Object.hasOwn(value, key)) throw invalid(`no ${key}`);
  // Every key was just checked for presence, and findFlaw checks every value at run time.
  const change = value as unknown as Change;
  const wrong = findFlaw(change);
  if (wrong !== null) throw invalid(wrong);
  if (writeChange(change) !== line) throw invalid('not canonical');
  if (isTooLong(line)) throw invalid('too long');
  return change;
}

/** Three bytes hold every UTF-16 unit: most lines need no count of their bytes. */
function isTooLong(line: string): boolean {
  return line.length * 3 > limits.line && Buffer.byteLength(line) > limits.line;
}

export function encodeForgotten(line: ForgottenLine): string {
  if (!isInteger(line.n, 1) || !shapes.leaf.test(line.leaf)) throw new TypeError('forgotten line');
  return `{"n":${line.n},"leaf":"${line.leaf}"}\n`;
}

const forgottenForm = /^\{"n":([1-9][0-9]{0,15}),"leaf":"([0-9a-f]{64})"\}\n$/;

/** null where the line is not of the forgotten form. */
export function readForgotten(line: string): ForgottenLine | null {
  const match = forgottenForm.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const n = Number(match[1]);
  return isInteger(n, 1) ? { n, leaf: match[2] } : null;
}

function invalid(detail: string): BundleFault {
  return new BundleFault('E603', detail);
}

function parseObject(line: string): Record<string, unknown> {
  if (!line.endsWith('\n')) throw invalid('no line end');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw invalid('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('not an object');
  return value as Record<string, unknown>;
}

function matches(shape: RegExp, value: unknown): boolean {
  return typeof value === 'string' && shape.test(value);
}

/** The instant last found good: the lines of one transaction all have the same. */
let lastInstant: string | null = null;

/** A UTC instant with milliseconds, on a day that exists. */
export function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (value === lastInstant) return true;
  if (!shapes.t.test(value) || !isDay(value)) return false;
  lastInstant = value;
  return true;
}

function isDay(value: string): boolean {
  const day = Number(value.slice(8, 10));
  return day <= 28 || day <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The name of the first wrong key, or null. Takes no type on trust: it also stands behind parseChange. */
function findFlaw(c: Change): string | null {
  if (!isInteger(c.n, 1)) return 'n';
  if (!isInstant(c.t)) return 't';
  if (!matches(shapes.u, c.u)) return 'u';
  if (!matches(shapes.via, c.via)) return 'via';
  if (!matches(shapes.l, c.l)) return 'l';
  if (!matches(shapes.k, c.k)) return 'k';
  if (!ops.has(c.op)) return 'op';
  if (!isInteger(c.b, 0)) return 'b';
  const step = c.op === 'I' || c.op === 'U' || c.op === 'X' ? 1 : 0;
  if (!isInteger(c.v, 0) || c.v !== c.b + step || (c.op === 'I') !== (step === 1 && c.b === 0)) return 'v';
  if (typeof c.d !== 'object' || c.d === null || Array.isArray(c.d)) return 'd';
  if (c.why !== undefined && (typeof c.why !== 'string' || c.why === '' || !c.why.isWellFormed()))
    return 'why';
  if (!isInteger(c.s, 1)) return 's';
  if (c.r !== undefined && !matches(shapes.r, c.r)) return 'r';
  return findDatumFlaw(c.d, 0);
}

/** What no field may hold, or null. */
export function findDatumFlaw(value: unknown, depth: number): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return value.isWellFormed() ? null : 'd: lone surrogate';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? null : 'd: not an integer';
  if (typeof value !== 'object' || depth >= limits.depth) return 'd: value';
  if (Array.isArray(value)) {
    for (const item of value) {
      const flaw = findDatumFlaw(item, depth + 1);
      if (flaw !== null) return flaw;
    }
    return null;
  }
  for (const [key, item] of Object.entries(value)) {
    if (!safeKey(key)) return 'd: key';
    const flaw = findDatumFlaw(item, depth + 1);
    if (flaw !== null) return flaw;
  }
  return null;
}

function writeChange(c: Change): string {
  const head = `{"n":${c.n},"t":"${c.t}","u":"${c.u}","via":"${c.via}","l":"${c.l}","k":"${c.k}","op":"${c.op}"`;
  const why = c.why === undefined ? '' : `,"why":${quote(c.why)}`;
  const salt = c.r === undefined ? '' : `,"r":"${c.r}"`;
  return `${head},"b":${c.b},"v":${c.v},"d":${writeDatum(c.d)}${why},"s":${c.s}${salt}}\n`;
}
