// From signed bytes to a manifest, a card or a list: a newer one is told from a wrong one, what is not canonical is refused.
import { isUtf8 } from 'node:buffer';
import { Misfit, parseCanonical, type Spec } from './canonical.ts';
import type { Code } from './codes.ts';
import { BundleFault } from './fault.ts';

/** Throws E203 for a manifest of a later `v` than `newest`, else `code`. */
export function parseManifest<T>(
  spec: Spec<T>,
  findFlaw: (value: T) => string | null,
  bytes: Buffer,
  code: Code,
  newest = 1,
): T {
  if (!isUtf8(bytes)) throw new BundleFault(code, 'not UTF-8');
  const text = bytes.toString();
  let value: T;
  try {
    value = parseCanonical(spec, text);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const version = /^\{"format":"[a-z-]+","v":([0-9]{1,4}),/.exec(text)?.[1];
    if (version !== undefined && Number(version) > newest) throw new BundleFault('E203', `v ${version}`);
    throw new BundleFault(code, error.message);
  }
  const wrong = findFlaw(value);
  if (wrong !== null) throw new BundleFault(code, wrong);
  return value;
}
