// How a failure travels: thrown inside this room as a fault, returned at its door as a refusal.
import { codes, type Code, type CodeWord, type Disposition, type ExitClass } from './codes.ts';

/** A failure a person can act on. `detail` is technical English and never carries personal data. */
export interface Refusal {
  readonly ok: false;
  readonly code: Code;
  readonly word: CodeWord;
  readonly disposition: Disposition;
  readonly exit: ExitClass;
  /** Base name of the file, or '' when it came as bytes. */
  readonly file: string;
  readonly detail: string;
}

export class BundleFault extends Error {
  readonly code: Code;
  readonly detail: string;

  constructor(code: Code, detail: string) {
    super(`${code} ${codes[code].word}: ${detail}`);
    this.name = 'BundleFault';
    this.code = code;
    this.detail = detail;
  }
}

/** Shapes a code into the refusal that callers pass on. */
export function refusalOf(code: Code, file: string, detail: string): Refusal {
  const { word, disposition, exit } = codes[code];
  return { ok: false, code, word, disposition, exit, file, detail };
}

/** Turns faults into refusals; anything else is a bug of ours and is thrown on. */
export async function refusing<T>(file: string, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BundleFault) return refusalOf(error.code, file, error.detail);
    throw error;
  }
}
