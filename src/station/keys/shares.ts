// A key among three papers, any two of which bring it back (Shamir over GF(256)). One paper alone says nothing of the key.
import { hash } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { refuse } from '#station/refusal.ts';
import { encodeRows, ROWS } from './share-digits.ts';

export const SHARES = 3;
export const NEEDED = 2;

export type SharedKind = 'root' | 'escrow';

/** What is shared: 32 secret bytes, and the public text by which the key is known again. */
export interface SharedKey {
  readonly kind: SharedKind;
  readonly station: string;
  readonly secret: Uint8Array;
  readonly publicText: string;
}

export interface Share {
  readonly kind: SharedKind;
  readonly station: string;
  /** 1 to 3, as on the paper. */
  readonly number: number;
  /** 6 hex from the public text: papers of one key. */
  readonly id: string;
  /** One byte for each of the secret, and the place on the curve. */
  readonly points: Uint8Array;
}

const kinds: readonly SharedKind[] = ['root', 'escrow'];
/** Kind and number in one byte, the station's six digits in three, the id in three. */
const HEAD_BYTES = 7;
const POINT_BYTES = 33;

export async function splitKey(key: SharedKey): Promise<readonly Share[]> {
  const { kind, station, secret, publicText } = key;
  // The library takes its own type alone, not a Buffer.
  const all = await split(new Uint8Array(secret), SHARES, NEEDED);
  const shared = { kind, station, id: idOf(kind, publicText) };
  return all.map((points, index) => ({ ...shared, number: index + 1, points }));
}

/** The secret of these papers, not yet known to be the key's. Refuses with `shares-differ`, `shares-same`. */
export async function joinShares(first: Share, second: Share): Promise<Uint8Array> {
  const isOne = first.kind === second.kind && first.station === second.station && first.id === second.id;
  if (!isOne) refuse('shares-differ', `${nameOf(first)}, ${nameOf(second)}`);
  if (first.points.at(-1) === second.points.at(-1)) refuse('shares-same', nameOf(first));
  return combine([first.points, second.points]);
}

/** Papers of two splits of one key look alike; what they give together is another key. */
export function isKeyOf(share: Share, publicText: string): boolean {
  return share.id === idOf(share.kind, publicText);
}

function idOf(kind: SharedKind, publicText: string): string {
  return hash('sha256', `jwb-share-v1\n${kind}\n${publicText}\n`).slice(0, 6);
}

export function nameOf({ kind, id, number }: Pick<Share, 'kind' | 'id' | 'number'>): string {
  return `${kind} ${id} ${number}/${SHARES}`;
}

/** As it stands on paper: five rows of five groups of five digits. */
export function digitsOfShare({ kind, station, number, id, points }: Share): readonly string[] {
  const bytes = Buffer.alloc(HEAD_BYTES + POINT_BYTES);
  bytes.writeUInt8(kinds.indexOf(kind) * 16 + number, 0);
  bytes.writeUIntBE(Number(station), 1, 3);
  bytes.write(id, 4, 'hex');
  bytes.set(points, HEAD_BYTES);
  return encodeRows(bytes);
}

/** From the bytes of all rows. Refuses with `share-unreadable` what no version of this program wrote. */
export function shareFrom(bytes: Buffer): Share {
  const head = bytes.readUInt8(0);
  const kind = kinds[head >> 4];
  const number = head & 15;
  if (bytes.length !== HEAD_BYTES + POINT_BYTES || kind === undefined || number < 1 || number > SHARES)
    return refuse('share-unreadable', `${ROWS} rows of another kind`);
  return {
    kind,
    number,
    station: String(bytes.readUIntBE(1, 3)).padStart(6, '0'),
    id: bytes.toString('hex', 4, HEAD_BYTES),
    points: new Uint8Array(bytes.subarray(HEAD_BYTES)),
  };
}
