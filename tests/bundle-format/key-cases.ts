// Everything that may be wrong with a key: whose it is, when it was valid, what it signs, to whom it seals.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  judgeReceipt,
  openEnrolment,
  openKeyset,
  openReceipt,
  sealKeyset,
  verifyBundle,
  type Keyset,
  type OfficeReader,
  type ReceiptManifest,
  type ReceiptState,
  type StationReader,
} from '#bundle-format';
import { signSsh } from '#bundle-format/sshsig.ts';
import { hostileBundle, hostileReceipt, outerOf, type Hostility } from './hostile-bundle.ts';
import {
  box,
  chainAfter,
  codeOf,
  escrow,
  inTempFolder,
  keyset,
  linesOf,
  must,
  office,
  officeReader,
  officeSigner,
  otherBox,
  receiptBytes,
  receiptOf,
  rootSigner,
  secondOfficeSigner,
  stationReader,
  strangerSigner,
} from './office-and-station.ts';

export interface KeyCase {
  readonly what: string;
  /** The code that was given, 'ok' where it was accepted. */
  readonly ask: () => Promise<string>;
  readonly code: string;
}

const bundle = (
  what: string,
  code: string,
  how: Hostility,
  reader: Partial<StationReader> = {},
): KeyCase => ({
  what,
  code,
  ask: async () => codeOf(await verifyBundle(await hostileBundle(how), { ...stationReader, ...reader })),
});

const stranger = strangerSigner;
const bySecond = { outerSigner: secondOfficeSigner, innerSigner: secondOfficeSigner } as const;

const bundles: readonly KeyCase[] = [
  bundle('an honest bundle', 'ok', {}),
  bundle('a bundle signed by a stranger', 'E303', { outerSigner: stranger, innerSigner: stranger }),
  bundle('a bundle signed anew outside by another office', 'E407', { outerSigner: secondOfficeSigner }),
  bundle('a bundle signed inside by a stranger', 'E407', { innerSigner: stranger }),
  bundle('a manifest signed for another purpose', 'E406', {
    innerSignature: (manifest) => signSsh(officeSigner, 'jwb-bundle-v1@jwb', manifest),
  }),
  bundle('a manifest that names the key of another', 'E501', {
    manifest: { office_key: `SHA256:${'A'.repeat(43)}` },
  }),
  bundle('an office that signs for another', 'E501', { ...bySecond }),
  bundle('sealed to a keyset nobody knows', 'E401', { tag: 'deadbeef' }),
  bundle('sealed to a retired keyset', 'E402', {}, { tags: [], retiredTags: stationReader.tags }),
  bundle('sealed to keys of somebody else', 'E403', { recipients: [otherBox.recipient] }),
  bundle('opened with the escrow key', 'ok', {}, { identities: [escrow.identity] }),
  bundle('opened with the key of the office', 'E403', {}, { identities: [box.identity] }),
  bundle('addressed to another station', 'E409', {
    manifest: { to: { station: '519902', keyset: 5, recipients: ['5b1fc5ffa6213183', '8e7a268259434fcf'] } },
  }),
  bundle('addressed to other recipients', 'E409', {
    manifest: { to: { station: '519901', keyset: 5, recipients: ['0000000000000000', '0000000000000001'] } },
  }),
  bundle('a key that was never in use', 'E303', {}, { offices: [] }),
  bundle('a key closed before this bundle', 'E304', {}, officesClosedAt({ epoch: 1, seq: 3 }, 4)),
  bundle('a key opened after this bundle', 'E304', {}, officesClosedAt(null, 2)),
  {
    what: 'a bundle whose statement is signed as a receipt',
    code: 'E302',
    ask: async () => {
      const statement = `# jwb 1 bundle ${'0'.repeat(8)}\n${'0'.repeat(64)}  body.age\n`;
      return codeOf(
        await verifyBundle(outerOf(statement, 'jwb-receipt-v1@jwb', Buffer.alloc(16)), stationReader),
      );
    },
  },
  {
    what: 'a receipt given out as a bundle',
    code: 'E204',
    ask: async () => codeOf(await verifyBundle(await receiptBytes(), stationReader)),
  },
];

/** The office's key is valid from `first` on, to `to`. */
function officesClosedAt(to: { epoch: number; seq: number } | null, first: number): Partial<StationReader> {
  return {
    offices: stationReader.offices.map((key) =>
      key.office === office ? { ...key, from: { epoch: 1, seq: first }, to } : key,
    ),
  };
}

const receipt = (
  what: string,
  code: string,
  bytes: () => Promise<Uint8Array>,
  reader: Partial<OfficeReader> = {},
): KeyCase => ({
  what,
  code,
  ask: async () => codeOf(await openReceipt(await bytes(), { ...officeReader, ...reader })),
});

const judged = (
  what: string,
  code: string,
  say: Partial<ReceiptManifest>,
  last: ReceiptState['last'],
): KeyCase => ({
  what,
  code,
  ask: () => {
    const lines = linesOf(1, 40);
    const chainAt = (epoch: number, n: number) =>
      epoch === 1 && n <= 40 ? chainAfter(lines.slice(0, n)) : null;
    const manifest = { ...receiptOf(say) } as ReceiptManifest;
    const verdict = judgeReceipt({ office, last, chainAt }, manifest);
    return Promise.resolve(verdict.ok ? 'ok' : verdict.code);
  },
});

const before = { station_epoch: 1, station_tag: '0a1b2c3d', seq: 5 };

const receipts: readonly KeyCase[] = [
  receipt('an honest receipt', 'ok', receiptBytes),
  receipt('a receipt for another office', 'E702', receiptBytes, {
    identities: [otherBox.identity],
    office: '519901-08',
  }),
  receipt('a receipt by a key that is not pinned', 'E703', receiptBytes, { signers: [stranger.publicKey] }),
  receipt('a receipt that names another office inside', 'E702', () =>
    hostileReceipt(() => ({ office: '519901-08' })),
  ),
  judged('a receipt that was read before', 'E701', { seq: 5 }, before),
  judged('a receipt older than the last', 'E701', { seq: 4 }, before),
  judged(
    'a receipt of an older incarnation',
    'E701',
    { station_epoch: 1, seq: 9 },
    { ...before, station_epoch: 2 },
  ),
  judged('a receipt of a twin of the station', 'E707', { seq: 6, station_tag: 'ffffffff' }, before),
  judged(
    'a receipt of another history',
    'E706',
    { seq: 6, applied: { '1': { n: 40, chain: 'f'.repeat(64) } } },
    before,
  ),
  judged(
    'a receipt for more than there is',
    'E704',
    { seq: 6, applied: { '1': { n: 41, chain: 'f'.repeat(64) } } },
    before,
  ),
];

const sealedKeyset = (next: Keyset, root = rootSigner): Promise<Buffer> =>
  inTempFolder(async (folder) => {
    return readFile(must(await sealKeyset({ folder, root, keyset: next })).path);
  });

const keysetCase = (what: string, code: string, next: Keyset, root = rootSigner): KeyCase => ({
  what,
  code,
  ask: async () => {
    const opened = await openKeyset(await sealedKeyset(next, root), {
      root: rootSigner.publicKey,
      held: keyset,
    });
    return opened.ok ? (opened.warnings[0] ?? 'ok') : opened.code;
  },
});

const strangeRoot: Keyset = { ...keyset, version: 6, root: stranger.publicKey };

const keysets: readonly KeyCase[] = [
  keysetCase('a newer keyset', 'ok', { ...keyset, version: 6 }),
  keysetCase('the keyset that is held', 'I806', keyset),
  keysetCase('an older keyset', 'E802', { ...keyset, version: 4 }),
  keysetCase('another keyset of the same version', 'E802', { ...keyset, name: '别的派出所' }),
  keysetCase('a keyset by another root', 'E801', strangeRoot, stranger),
  {
    what: 'an enrolment signed by a stranger',
    code: 'E805',
    ask: async () =>
      codeOf(await openEnrolment(join(import.meta.dirname, '../vectors/enrol-signed-by-stranger.jwb'))),
  },
];

export const keyCases: readonly KeyCase[] = [...bundles, ...receipts, ...keysets];
