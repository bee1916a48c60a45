// shares split, shares join: the root or the escrow key on three papers, and back from two of them. Writes no key it did not prove.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { secretOf } from '#bundle-format';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { writeWhole } from '#station/home.ts';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { writeSecret } from '#station/keys/key-file.ts';
import { escrowText, readEscrow, readRoot, rootText } from '#station/keys/key-ring.ts';
import { escrowFrom, readShare, rootFrom, typedShares, type TwoShares } from '#station/keys/share-papers.ts';
import { nameOf, splitKey, type SharedKey } from '#station/keys/shares.ts';
import { refuse } from '#station/refusal.ts';
import { unlockKeys, type UnlockedKeys } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { shareFile, shareText } from './share-text.ts';

export function shares(request: Request, io: StationIo): Promise<Report> {
  const [word = '', ...files] = request.words;
  if (word === 'split' && files.length === 0) return splitOntoPaper(request, io);
  if (word === 'join') return joinFromPaper(request, io, files);
  return refuse('usage', 'shares split, or shares join [FILE FILE]');
}

async function splitOntoPaper(request: Request, io: StationIo): Promise<Report> {
  const out = request.need('out');
  const [root, escrow] = [request.option('root'), request.option('escrow')];
  if ((root === null) === (escrow === null))
    refuse('usage', 'shares split takes --root FILE or --escrow FILE');
  const unlocked = await unlockKeys(io, request.need('home'));
  const made = await splitKey(
    root === null ? await sharedEscrow(unlocked, escrow ?? '') : await sharedRoot(unlocked, root),
  );
  mkdirSync(out, { recursive: true });
  const files: string[] = [];
  for (const share of made) {
    const path = join(out, shareFile(share));
    await writeWhole(path, shareText(share, dayOf(io.clock.now())));
    files.push(path);
  }
  return {
    exit: 'done',
    body: { key: made[0]?.kind, id: made[0]?.id, files },
    text:
      `三份分片已写好，请分别打印、封好、交三人保管，再删除文件 · print, seal, hand to three people, then delete the files:\n` +
      files.map((file) => `    ${file}\n`).join(''),
  };
}

async function sharedRoot({ keys, passphrase }: UnlockedKeys, path: string): Promise<SharedKey> {
  const { seed, publicKey } = await readRoot(path, keys, passphrase);
  return { kind: 'root', station: keys.station, secret: seed, publicText: publicKey };
}

async function sharedEscrow({ keys, passphrase }: UnlockedKeys, path: string): Promise<SharedKey> {
  const { identity, recipient } = await readEscrow(path, keys.recipients.escrow, passphrase);
  return { kind: 'escrow', station: keys.station, secret: secretOf(identity), publicText: recipient };
}

/** With --check nothing is written: the drill. */
async function joinFromPaper(request: Request, io: StationIo, files: readonly string[]): Promise<Report> {
  const check = request.flag('check');
  const out = check ? null : request.need('out');
  if (out !== null && existsSync(out)) refuse('station-exists', out);
  const [first, second] = files.length === 0 ? await typedShares(io) : await readShares(files);
  const unlocked = await unlockKeys(io, request.need('home'));
  const text = await provenText(unlocked, [first, second]);
  if (out !== null) await writeSecret(out, text, unlocked.passphrase, io.keyWork);
  const { kind, station, id } = first;
  return {
    exit: 'done',
    body: { key: kind, station, id, used: [first.number, second.number], file: out },
    text:
      `第 ${first.number} 份与第 ${second.number} 份合得上 · shares ${first.number} and ${second.number} fit: ${nameOf(first)}\n` +
      (out === null
        ? '演练：没有写出密钥 · drill: no key was written\n'
        : `密钥文件，口令同本机 · key file, same passphrase as here: ${out}\n`),
  };
}

async function readShares([a, b, ...more]: readonly string[]): Promise<TwoShares> {
  if (a === undefined || b === undefined || more.length > 0) return refuse('shares-missing');
  return [await readShare(a), await readShare(b)];
}

/** The key file's text, of the key that this station's keysets name and of no other. Refuses with `shares-differ`. */
async function provenText({ keys }: UnlockedKeys, papers: TwoShares): Promise<string> {
  const { station, root, recipients } = keys;
  return papers[0].kind === 'root'
    ? rootText(station, await rootFrom(papers, root))
    : escrowText(station, await escrowFrom(papers, recipients.escrow));
}
