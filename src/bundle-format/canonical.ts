// Canonical JSON: one text for one value, so that a signature over text is a signature over meaning.

/** A value inside `d` of a change line: integers only, strings well-formed. */
export type Datum = string | number | boolean | null | readonly Datum[] | { readonly [key: string]: Datum };

/** Reads an untrusted value, and writes a trusted one in the only accepted form. */
export interface Spec<T> {
  /** Throws Misfit naming the path. */
  read(value: unknown, at: string): T;
  write(value: T): string;
}

export class Misfit extends Error {
  constructor(at: string) {
    super(at === '' ? 'value' : at);
    this.name = 'Misfit';
  }
}

export function isInteger(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

/** Keys are ASCII, so that every language sorts them alike; `__proto__` is refused for its readers' sake. */
export function safeKey(key: string): boolean {
  return /^[!#-[\]-~]{1,64}$/.test(key) && key !== '__proto__';
}

/** As ECMAScript writes strings (RFC 8785, 3.2.2.2). */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Keys sorted, no white space. The caller has checked the value. */
export function writeDatum(value: Datum): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map((item: Datum) => writeDatum(item)).join(',')}]`;
  const object = value as { readonly [key: string]: Datum };
  const keys = Object.keys(object);
  // Where the order is right already and nothing lies deeper, the engine writes the same text much faster.
  if (isSorted(keys) && keys.every((key) => isScalar(object[key]))) return JSON.stringify(object);
  keys.sort();
  let text = '';
  for (const key of keys) text += `${text === '' ? '' : ','}"${key}":${writeDatum(object[key] ?? null)}`;
  return `{${text}}`;
}

function isSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at - 1] ?? '') >= (keys[at] ?? '')) return false;
  return true;
}

function isScalar(value: Datum | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

export function text(shape: RegExp): Spec<string> {
  return {
    read: (value, at) => {
      if (typeof value !== 'string' || !shape.test(value) || !value.isWellFormed()) throw new Misfit(at);
      return value;
    },
    write: quote,
  };
}

/** Words for people: 1 to `most` characters, none that controls or hides others. */
export function words(most: number): Spec<string> {
  return text(new RegExp(`^[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,${most}}$`, 'u'));
}

/** The same in several lines, each ended by LF but the last. */
export function textLines(most: number): Spec<string> {
  return text(new RegExp(`^(?!\\n)(?:[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\n){1,${most}}(?<!\\n)$`, 'u'));
}

/** '' where nothing is said. */
export function orEmpty(inner: Spec<string>): Spec<string> {
  return {
    read: (value, at) => (value === '' ? '' : inner.read(value, at)),
    write: (value) => (value === '' ? '""' : inner.write(value)),
  };
}

export function literal<T extends string | number>(expected: T): Spec<T> {
  return {
    read: (value, at) => {
      if (value !== expected) throw new Misfit(at);
      return expected;
    },
    write: (value) => JSON.stringify(value),
  };
}

export function oneOf<T extends string>(choices: readonly T[]): Spec<T> {
  return {
    read: (value, at) => {
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw new Misfit(at);
      return found;
    },
    write: quote,
  };
}

export function integer(least: number, most = Number.MAX_SAFE_INTEGER): Spec<number> {
  return {
    read: (value, at) => {
      if (!isInteger(value, least) || value > most) throw new Misfit(at);
      return value;
    },
    write: String,
  };
}

export function nullable<T>(inner: Spec<T>): Spec<T | null> {
  return {
    read: (value, at) => (value === null ? null : inner.read(value, at)),
    write: (value) => (value === null ? 'null' : inner.write(value)),
  };
}

export function list<T>(item: Spec<T>, most: number): Spec<readonly T[]> {
  return {
    read: (value, at) => {
      if (!Array.isArray(value) || value.length > most) throw new Misfit(at);
      return value.map((entry: unknown, i) => item.read(entry, `${at}[${i}]`));
    },
    write: (value) => `[${value.map((entry) => item.write(entry)).join(',')}]`,
  };
}

/** An object used as a table: any keys of one shape, sorted. */
export function table<T>(key: RegExp, item: Spec<T>, most: number): Spec<Readonly<Record<string, T>>> {
  return {
    read: (value, at) => {
      const entries = Object.entries(objectOf(value, at));
      if (entries.length > most) throw new Misfit(at);
      for (const [name] of entries) if (!safeKey(name) || !key.test(name)) throw new Misfit(`${at}.${name}`);
      return Object.fromEntries(entries.map(([name, entry]) => [name, item.read(entry, `${at}.${name}`)]));
    },
    write: (value) => {
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${entries.map(([name, entry]) => `"${name}":${item.write(entry)}`).join(',')}}`;
    },
  };
}

/** An object whose keys are all required and written in the order of `fields`. */
export function record<T extends object>(fields: { readonly [K in keyof T]-?: Spec<T[K]> }): Spec<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return {
    read: (value, at) => {
      const object = objectOf(value, at);
      for (const name of Object.keys(object)) {
        if (!Object.hasOwn(fields, name)) throw new Misfit(`${at}.${name}`);
      }
      const result: Partial<T> = {};
      for (const name of names) {
        if (!Object.hasOwn(object, name)) throw new Misfit(`${at}.${name}`);
        result[name] = fields[name].read(object[name], `${at}.${name}`);
      }
      return result as T;
    },
    write: (value) => `{${names.map((name) => `"${name}":${fields[name].write(value[name])}`).join(',')}}`,
  };
}

function objectOf(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit(at);
  return value as Record<string, unknown>;
}

/** One line and LF; throws TypeError when the value does not fit: a bug of the caller. */
export function encodeCanonical<T>(spec: Spec<T>, value: T): string {
  try {
    return `${spec.write(spec.read(value, ''))}\n`;
  } catch (error) {
    if (error instanceof Misfit) throw new TypeError(`does not fit at ${error.message}`);
    throw error;
  }
}

/** Accepts exactly what encodeCanonical writes; throws Misfit. Duplicate keys fail the comparison. */
export function parseCanonical<T>(spec: Spec<T>, line: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Misfit('not JSON');
  }
  const result = spec.read(value, '');
  if (`${spec.write(result)}\n` !== line) throw new Misfit('not canonical');
  return result;
}
