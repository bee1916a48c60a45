/** A station as an office meets it: its card, what it reads of a bundle, and the receipts it gives. Keys of these tests alone. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  digitsOfKeyset,
  generateBox,
  generateSigner,
  openBundle,
  openContent,
  openEnrolment,
  sealKeyset,
  sealReceipt,
  tagOfKeyset,
  writeStickMarker,
  type BundleLine,
  type Enrolment,
  type Keyset,
  type OpenedBundle,
  type ReceiptManifest,
  type Refusal,
  type Signer,
} from '#bundle-format';

export interface TestStation {
  readonly keyset: Keyset;
  readonly digits: string;
  /** Writes the station's card; its path. */
  card(folder: string): Promise<string>;
  /** A card of a later version, under the same root unless said otherwise. */
  laterCard(folder: string, version: number, root?: Signer): Promise<string>;
  /** Takes the office's enrolment file in. */
  enrol(path: string): Promise<Enrolment>;
  /** Makes a folder one of the station's sticks; signed by somebody else where said so. */
  stick(root: string, serial: string, by?: Signer): Promise<void>;
  open(path: string): Promise<{ bundle: OpenedBundle; lines: BundleLine[] }>;
  /** What stands in the envelope of a sealed record, by the key in use or by the one in the safe. */
  unseal(envelope: string, by?: 'op' | 'escrow'): Promise<string>;
  /** Leaves a receipt on the stick; its path. */
  receipt(
    stick: string,
    say?: Partial<ReceiptManifest>,
    options?: { readonly withKeyset?: number; readonly signer?: Signer },
  ): Promise<string>;
}

export const STATION = '519901';

export async function makeStation(): Promise<TestStation> {
  const root = generateSigner();
  const sign = generateSigner();
  const op = await generateBox();
  const escrow = await generateBox();
  let office: Enrolment | null = null;
  const keysetOf = (version: number, by: Signer): Keyset => ({
    format: 'jwb-keyset',
    v: 1,
    station: STATION,
    name: '青禾镇派出所',
    version,
    created: '2026-09-01T02:00:00.000Z',
    root: by.publicKey,
    recipients: { op: op.recipient, escrow: escrow.recipient },
    sign: [sign.publicKey],
    offices: [],
  });
  const keyset = keysetOf(1, root);
  const enrolled = () => {
    if (office === null) throw new Error('the station does not know the office yet');
    return office;
  };
  const place = async (folder: string, version: number, by: Signer) => {
    mkdirSync(folder, { recursive: true });
    return must(await sealKeyset({ folder, root: by, keyset: keysetOf(version, by) })).path;
  };

  return {
    keyset,
    digits: digitsOfKeyset(keyset).join(' '),
    card: (folder) => place(folder, 1, root),
    laterCard: (folder, version, by = root) => place(folder, version, by),
    async enrol(path) {
      office = must(await openEnrolment(path)).enrolment;
      return office;
    },
    async stick(folder, serial, by = sign) {
      const id = randomBytes(8).toString('hex');
      const created = '2026-09-01T02:00:00.000Z';
      must(
        await writeStickMarker(folder, by, {
          format: 'jwb-stick',
          v: 1,
          station: STATION,
          id,
          serial,
          created,
        }),
      );
    },
    async open(path) {
      const { office: code, name, sign: key, box } = enrolled();
      const bundle = must(
        await openBundle(path, {
          station: STATION,
          identities: [op.identity],
          offices: [{ office: code, name, sign: key, box, from: { epoch: 1, seq: 1 }, to: null }],
          tags: [tagOfKeyset(keyset)],
          retiredTags: [],
        }),
      );
      const lines: BundleLine[] = [];
      for await (const line of bundle.lines()) lines.push(line);
      return { bundle, lines };
    },
    async unseal(envelope, by = 'op') {
      const { identity } = by === 'op' ? op : escrow;
      return must(await openContent(Buffer.from(envelope, 'base64'), [identity])).content.toString();
    },
    async receipt(stick, say = {}, options = {}) {
      const folder = join(stick, 'JWB', 'to-office');
      mkdirSync(folder, { recursive: true });
      const travelling =
        options.withKeyset === undefined
          ? {}
          : { keysetFile: await readFile(await place(join(stick, 'cards'), options.withKeyset, root)) };
      const sealed = await sealReceipt({
        folder,
        signer: options.signer ?? sign,
        box: enrolled().box,
        ...travelling,
        receipt: {
          station: STATION,
          office: enrolled().office,
          station_epoch: 1,
          station_tag: '0a1b2c3d',
          seq: 1,
          prev: (say.seq ?? 1) === 1 ? null : '0'.repeat(64),
          applied: {},
          durable: {},
          held: [],
          refused: [],
          seen_files: [],
          keyset: { v: 1, sha256: '0'.repeat(64) },
          corrections: [],
          resend: [],
          created: {
            wall: '2026-11-23T16:02:11.120+08:00',
            max_seen: '2026-11-23T15:58:40.002+08:00',
            mono_ms: 8_123_345,
            boot: 'c1f7a2',
            doubt: [],
          },
          ...say,
        },
      });
      return must(sealed).path;
    },
  };
}

/** The success, or an error that says which refusal came instead. */
export function must<T extends { readonly ok: true }>(result: T | Refusal): T {
  if (!result.ok) throw new Error(`${result.code} ${result.word}: ${result.detail}`);
  return result;
}
