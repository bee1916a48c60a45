// SHA256SUMS: the two lines the outer signature covers, readable by `sha256sum -c` as they stand.
import { BundleFault } from './fault.ts';

export const kinds = ['bundle', 'snapshot', 'receipt', 'restore', 'enrol', 'keyset'] as const;
export type Kind = (typeof kinds)[number];

export interface Statement {
  /** Format version; only 1 can be read. */
  readonly version: number;
  /** May be a word this version does not know. */
  readonly kind: string;
  /** Whom the body is for, 8 hex: tag of a keyset, of a box key, or zeros. */
  readonly tag: string;
  readonly bodySha256: string;
  readonly bodyName: BodyName;
}

export type BodyName = 'body.age' | 'body.tar';

/** enrol and keyset hold public keys only and are not encrypted. */
export function bodyNameOf(kind: string): BodyName {
  return kind === 'enrol' || kind === 'keyset' ? 'body.tar' : 'body.age';
}

export function outerNamespace(kind: string): string {
  return `jwb-${kind}-v1@jwb`;
}

export const innerNamespace = 'jwb-manifest-v1@jwb';

export function encodeStatement(kind: Kind, tag: string, bodySha256: string): string {
  return `# jwb 1 ${kind} ${tag}\n${bodySha256}  ${bodyNameOf(kind)}\n`;
}

const form =
  /^# jwb ([1-9][0-9]{0,3}) ([a-z]{1,16}) ([0-9a-f]{8})\n([0-9a-f]{64}) {2}(body\.age|body\.tar)\n$/;

/** Shape only: nothing of it is believed before the signature was verified. Throws E202. */
export function parseStatement(bytes: Uint8Array): Statement {
  const match = form.exec(Buffer.from(bytes).toString('latin1'));
  if (match === null) throw new BundleFault('E202', 'SHA256SUMS is not of the canonical form');
  const [, version = '', kind = '', tag = '', bodySha256 = '', body] = match;
  const bodyName = body === 'body.tar' ? 'body.tar' : 'body.age';
  if (bodyName !== bodyNameOf(kind)) throw new BundleFault('E202', `${bodyName} in a ${kind}`);
  return { version: Number(version), kind, tag, bodySha256, bodyName };
}
