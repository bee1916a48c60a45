// What the server says in codes, said to a person in words. A bundle that it cannot take stays a matter of that bundle: E620.
import { asRefusal, refuse, StationRefusal, type StationWord } from '#station/refusal.ts';

/** SQLSTATE, or what the connection failed with. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byCode: Readonly<Record<string, StationWord>> = {
  ECONNREFUSED: 'store-unreachable',
  ECONNRESET: 'store-unreachable',
  ENOENT: 'store-unreachable',
  ENOTFOUND: 'store-unreachable',
  EAI_AGAIN: 'store-unreachable',
  ETIMEDOUT: 'store-unreachable',
  EHOSTUNREACH: 'store-unreachable',
  EPIPE: 'store-unreachable',
  '53300': 'store-unreachable',
  EACCES: 'store-forbidden',
  '28000': 'store-forbidden',
  '28P01': 'store-forbidden',
  '42501': 'store-forbidden',
  '3D000': 'store-unfit',
  '3F000': 'store-unfit',
  '42P01': 'store-unfit',
  '42703': 'store-unfit',
  '42883': 'store-unfit',
  '25006': 'read-only',
  '53100': 'disk-full',
  XX001: 'store-damaged',
  XX002: 'store-damaged',
};

/** Of a bundle being taken these end the run; anything else holds this bundle, and the next one is tried. */
const endsTheRun: ReadonlySet<StationWord> = new Set(['store-unreachable', 'store-damaged']);

/** The refusal behind a failure of the server; anything else is handed back as it is. */
export function asStoreRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StationRefusal) return error;
  const code = 'code' in error ? String(error.code) : '';
  const word = byCode[code] ?? (isBroken(code, error.message) ? 'store-unreachable' : null);
  return word === null ? error : made(word, code === '' ? error.message : `${code} ${error.message}`);
}

export function asBundleFailure(error: unknown): unknown {
  const refusal = asStoreRefusal(error);
  const ends = refusal instanceof StationRefusal && endsTheRun.has(refusal.word as StationWord);
  return ends ? refusal : error;
}

/** Class 08, a shutdown, or the driver's own words for a connection that is gone. */
function isBroken(code: string, message: string): boolean {
  return (
    /^(08...|57P0[1-4])$/.test(code) || /^(Connection terminated|timeout exceeded|Client has )/i.test(message)
  );
}

function made(word: StationWord, detail: string): unknown {
  try {
    return refuse(word, detail);
  } catch (error) {
    return asRefusal(error);
  }
}

/** The same object, whose methods fail in words. `apply` says of a bundle only what is not the bundle's own trouble. */
export function sayingWhy<T extends object>(store: T): T {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        try {
          return (await Reflect.apply(method, target, given)) as unknown;
        } catch (error) {
          throw name === 'apply' ? asBundleFailure(error) : asStoreRefusal(error);
        }
      };
    },
  });
}
