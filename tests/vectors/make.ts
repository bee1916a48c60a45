// Makes the vectors that are not there yet: `node tests/vectors/make.ts`. Files that exist are frozen and stay as they are.
import { hash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  chainStart,
  encodeChange,
  encodeForgotten,
  encodeProposed,
  leafOf,
  sealEnrolment,
  sealKeyset,
  sealReceipt,
  sealRenewal,
  type Decision,
  type Order,
  type RuleText,
  type Signer,
} from '#bundle-format';
import { decisionsPart } from '#bundle-format/receipts/decisions.ts';
import { ordersPart } from '#bundle-format/receipts/orders.ts';
import { textsPart } from '#bundle-format/receipts/texts.ts';
import { sealEnvelope } from '#bundle-format/envelope.ts';
import { countersign, encodeRenewal } from '#bundle-format/cards/renewal.ts';
import { packTar } from '#bundle-format/tar.ts';
import { compressPart } from '#bundle-format/zstd.ts';
import { hostileBundle, hostileReceipt } from '#tests/bundle-format/hostile-bundle.ts';
import {
  box,
  changeOf,
  decisionOf,
  inTempFolder,
  keyset,
  linesOf,
  must,
  office,
  officeSigner,
  orderOf,
  otherBox,
  receiptBytes,
  receiptOf,
  rootSigner,
  ruleTextOf,
  sealedBytes,
  secondOfficeSigner,
  stationSigner,
  strangerSigner,
} from '#tests/bundle-format/office-and-station.ts';
import { rescueBytes, snapshotBytes } from '#tests/bundle-format/snapshot-and-rescue.ts';

const folder = import.meta.dirname;
const first = await sealedBytes();
const enrolment = {
  format: 'jwb-enrol',
  v: 1,
  office,
  name: '示例社区警务室',
  device: '前台电脑',
  epoch: 1,
  created: '2026-11-23T08:00:00.000Z',
  sign: officeSigner.publicKey,
  box: box.recipient,
} as const;

const renewal = {
  ...enrolment,
  v: 2,
  sign: secondOfficeSigner.publicKey,
  box: otherBox.recipient,
  former: officeSigner.publicKey,
  from: { epoch: 1, seq: 13 },
} as const;

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

async function read(placed: Promise<{ ok: true; path: string }>): Promise<Buffer> {
  return readFile((await placed).path);
}

const keysetFile = (also: Partial<typeof keyset> = {}) =>
  inTempFolder((at) =>
    read(sealKeyset({ folder: at, root: rootSigner, keyset: { ...keyset, ...also } }).then(must)),
  );

const card = (kind: 'enrol' | 'keyset', text: string, signer: Signer, tag: string) =>
  inTempFolder((at) => {
    const body = (async function* () {
      yield packTar([{ name: `${kind}.json`, content: Buffer.from(text) }]);
    })();
    return read(sealEnvelope({ folder: at, kind, tag, signer, body }));
  });

const renewalBy = (former: Signer) =>
  inTempFolder((at) => {
    const text = encodeRenewal(renewal);
    const body = (async function* () {
      yield packTar([
        { name: 'enrol.json', content: Buffer.from(text) },
        { name: 'enrol.json.sig', content: Buffer.from(countersign(former, text)) },
      ]);
    })();
    return read(sealEnvelope({ folder: at, kind: 'enrol', tag: '00000000', signer: secondOfficeSigner, body }));
  });

const receiptTo = (signer: Signer, recipient: string) =>
  inTempFolder((at) =>
    read(sealReceipt({ folder: at, signer, box: recipient, receipt: receiptOf() }).then(must)),
  );

const answered = [
  decisionOf(),
  decisionOf({ k: '07-000004', answer: 'deny', reason: '文书编号不清' }),
  decisionOf({ k: '07-000005', second: '冯复核' }),
  decisionOf({ ledger: 'sealed_records', k: '07-000001', answer: 'unsealed', reason: '复议需要' }),
];
const decisionText = () => decisionsPart.encode([decisionOf()]).toString();

const orderText = () => ordersPart.encode([orderOf()]).toString();
const ruleTextText = () => textsPart.encode([ruleTextOf()]).toString();
const takenBack = orderOf({
  id: '00000000000000a2',
  number: '20261123-002',
  withdrawn: { sender: '冯复核', reason: '已由刑警队办理', at: '2026-11-24T01:00:00.000Z' },
});
const proposal = {
  id: '00000000000000c1',
  ledger: 'residents',
  k: '07-000002',
  base: 3,
  fields: encodeProposed({ name: '何遠', phone: null }),
  reason: '户籍底册用字',
  officer: '郑审核',
};

const receiptSending = (orders: readonly Order[], texts: readonly RuleText[]) =>
  inTempFolder((at) =>
    read(
      sealReceipt({
        folder: at,
        signer: stationSigner,
        box: box.recipient,
        receipt: receiptOf(),
        orders,
        texts,
      }).then(must),
    ),
  );

const receiptWith = (decisions: readonly Decision[]) =>
  inTempFolder((at) =>
    read(
      sealReceipt({
        folder: at,
        signer: stationSigner,
        box: box.recipient,
        receipt: receiptOf(),
        decisions,
      }).then(must),
    ),
  );

/** Well listed and well signed, whatever it is called and says. */
function receiptWithPart(name: string, text: string): Promise<Buffer> {
  const content = Buffer.from(text);
  const files = [{ name, size: content.length, sha256: hash('sha256', content) }];
  return hostileReceipt(() => ({ files }), [{ name, content }]);
}

const forgottenLines = (): string[] => {
  const [one = '', two = '', three = ''] = linesOf(1, 3);
  return [one, encodeForgotten({ n: 2, leaf: leafOf(two).toString('hex') }), three];
};

const { r: _, ...withoutSecret } = changeOf(4);
const forgetting = {
  ...withoutSecret,
  ...({ u: 'system', via: 'system', k: '07-000002', op: 'F', b: 2, v: 2 } as const),
  d: { matter: '问路', people: 1 },
  why: 'retention',
};

const vectors: Record<string, () => Buffer | Promise<Buffer>> = {
  'bundle-whole': () => first,
  'bundle-empty-week': () => sealedBytes({ lines: [], live: { visitors: 0 } }),
  'bundle-with-forgotten-line': () => sealedBytes({ lines: forgottenLines(), live: { visitors: 2 } }),
  'bundle-record-forgotten': () =>
    sealedBytes({
      lines: [
        ...forgottenLines(),
        encodeChange(forgetting),
      ],
      live: { visitors: 2 },
    }),
  'bundle-every-operation': () =>
    sealedBytes({
      lines: (['I', 'U', 'X', 'C', 'V', 'A', 'R', 'M', 'F'] as const).map((op, i) => {
        const [b, v] = op === 'I' ? [0, 1] : op === 'U' || op === 'X' ? [i, i + 1] : [i, i];
        return encodeChange(changeOf(i + 1, { op, b, v, k: '07-000001', why: '示例' }));
      }),
    }),
  'bundle-truncated': () => first.subarray(0, first.length - 5000),
  'bundle-byte-flipped-in-body': () => flip(first, 4000),
  'bundle-signed-by-stranger': () =>
    hostileBundle({ outerSigner: strangerSigner, innerSigner: strangerSigner }),
  'bundle-outer-resigned': () => hostileBundle({ outerSigner: secondOfficeSigner }),
  'bundle-to-retired-keyset': () => hostileBundle({ tag: '0badc0de' }),
  'bundle-to-another-key': () => hostileBundle({ recipients: [otherBox.recipient] }),
  'bundle-by-retired-key': () =>
    sealedBytes({
      signer: secondOfficeSigner,
      office: '519901-08',
      seq: 4,
      prev: '0'.repeat(64),
      prevChain: chainStart('519901-08', 1).toString('hex'),
    }),
  'bundle-last-part-missing': () => hostileBundle({ members: () => [] }),
  'bundle-manifest-newer': () => hostileBundle({ manifest: { v: 2 } }),
  'bundle-two-frames': () => hostileBundle({ compress: twoFrames }),
  'bundle-line-changed': () => hostileBundle({ raw: linesWith(3, (line) => line.replace('问路', '报案')) }),
  'snapshot-whole': () => snapshotBytes(),
  'snapshot-of-nothing': () => snapshotBytes({ rows: [], ledgers: ['visitors'] }),
  'snapshot-by-retired-key': () =>
    snapshotBytes({ signer: secondOfficeSigner, office: '519901-08', seq: 4 }),
  'snapshot-signed-by-stranger': () => snapshotBytes({ signer: strangerSigner }),
  'restore-whole': () => rescueBytes(),
  'restore-of-another-office': () => rescueBytes({ box: otherBox.recipient }),
  'restore-signed-by-stranger': () => rescueBytes({ signer: strangerSigner }),
  'receipt-whole': () => receiptBytes(),
  'receipt-with-decisions': () => receiptWith(answered),
  'receipt-with-orders-and-texts': () => receiptSending([orderOf(), takenBack], [ruleTextOf()]),
  'receipt-orders-newer': () =>
    receiptWithPart('dispatch.json', orderText().replace('"v":1,', '"v":2,')),
  'receipt-order-on-no-day': () =>
    receiptWithPart('dispatch.json', orderText().replace('2026-11-27', '2026-11-31')),
  'receipt-texts-twice-one-code': () =>
    receiptWithPart('texts.json', ruleTextText().replace(/\[(.*)\]/s, '[$1,$1]')),
  'receipt-with-correction': () => receiptBytes({ corrections: [proposal] }),
  'receipt-part-unknown': () => receiptWithPart('orders.json', '{}\n'),
  'receipt-decisions-newer': () =>
    receiptWithPart('decisions.json', decisionText().replace('"v":1,"decisions"', '"v":2,"decisions"')),
  'receipt-denial-without-reason': () =>
    receiptWithPart('decisions.json', decisionText().replace('"answer":"approve"', '"answer":"deny"')),
  'receipt-of-another-office': () => receiptTo(stationSigner, otherBox.recipient),
  'receipt-signed-by-stranger': () => receiptTo(strangerSigner, box.recipient),
  'keyset-whole': () => keysetFile(),
  'keyset-downgraded': () => keysetFile({ version: 4 }),
  'enrol-whole': () =>
    inTempFolder((at) => read(sealEnrolment({ folder: at, signer: officeSigner, enrolment }).then(must))),
  'enrol-signed-by-stranger': () =>
    card('enrol', `${JSON.stringify(enrolment)}\n`, strangerSigner, '00000000'),
  'enrol-renewal': () =>
    inTempFolder((at) =>
      read(
        sealRenewal({ folder: at, signer: secondOfficeSigner, former: officeSigner, renewal }).then(must),
      ),
    ),
  'enrol-renewal-by-stranger': () => renewalBy(strangerSigner),
};

function linesWith(index: number, change: (line: string) => string): Buffer {
  const lines = linesOf(1, 12);
  return Buffer.from(lines.map((line, i) => (i === index ? change(line) : line)).join(''));
}

async function twoFrames(raw: Buffer): Promise<Buffer> {
  const half = raw.length >> 1;
  return Buffer.concat([await compressPart(raw.subarray(0, half)), await compressPart(raw.subarray(half))]);
}

for (const [name, make] of Object.entries(vectors)) {
  const path = join(folder, `${name}.jwb`);
  if (existsSync(path)) continue;
  const bytes = await make();
  writeFileSync(path, bytes, { flag: 'wx' });
  console.log(`${name}.jwb ${bytes.length} ${hash('sha256', bytes)}`);
}
const known = new Set(Object.keys(vectors).map((name) => `${name}.jwb`));
for (const file of readdirSync(folder)) {
  if (file.endsWith('.jwb') && !known.has(file)) console.log(`${file} has no recipe here any more`);
}
