// recover: station.key.age is gone, or nobody knows its passphrase. New keys under the same root, so that every office stays enrolled.
import { existsSync } from 'node:fs';
import type { Request } from '#station/arguments.ts';
import { reasonOf, twoPeopleOf } from '#station/deciding/answers.ts';
import { homeAt, type Home } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import { namedRoot, readKeysets } from '#station/keys/keysets.ts';
import { choosePassphrase } from '#station/keys/passphrase.ts';
import { receiveFiles } from '#station/receiving/receive.ts';
import { fetchKeys } from '#station/recovering/fetched-keys.ts';
import { formerKeys, prepare, type Prepared, type Recovery } from '#station/recovering/prepare.ts';
import { dropPrepared, finishOrdered, orderRecovery } from '#station/recovering/put-in-place.ts';
import { GONE, KEPT, standsOf, standsText, type OfficeStand } from '#station/recovering/stands.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import { storeAsked } from '#station/store/choose.ts';
import { takeLock } from '#station/store/lock.ts';
import type { Look } from '#station/store/port.ts';
import type { Report } from '#station/verbs/report-shape.ts';

export async function recover(request: Request, io: StationIo): Promise<Report> {
  const home = homeAt(request.need('home'));
  const people = { ...twoPeopleOf(request), reason: reasonOf(request) };
  if (!existsSync(home.keysets)) refuse('not-set-up', home.dir);
  const lock = takeLock(home.lock);
  const check = request.flag('check');
  let recovery: Recovery;
  let prepared: Prepared;
  let kept: string | null;
  try {
    finishOrdered(home);
    recovery = await recoveryOf(request, io, home, people);
    prepared = await prepare(recovery, io);
    io.err(beforeText(prepared));
    if (!check) orderRecovery(home);
    kept = finishOrdered(home);
  } finally {
    dropPrepared(home);
    lock.release();
  }
  if (check) return reportOf({ recovery, prepared, kept, stands: prepared.stands, keyset: null });
  return withNew(recovery, prepared, kept, io);
}

async function recoveryOf(
  request: Request,
  io: StationIo,
  home: Home,
  {
    reviewer,
    second,
    reason,
  }: { readonly reviewer: string; readonly second: string; readonly reason: string },
): Promise<Recovery> {
  const keysets = await readKeysets(home, await namedRoot(home));
  const passphrase = await choosePassphrase(io);
  const former = await formerKeys(home, keysets, passphrase);
  const fetched = await fetchKeys(request, io, keysets.current, passphrase);
  const offices = new Set(keysets.current.offices.map(({ office }) => office));
  const looks = [...offices].flatMap((office) =>
    [reviewer, second].map((name): Look => {
      const about = { verb: 'recover', office, ledger: 'station', record: '-' };
      return { ...about, account: io.account, reviewer: name, reason };
    }),
  );
  const stolen = request.flag('stolen');
  return { home, keysets, fetched, passphrase, former, stolen, asked: storeAsked(io), looks };
}

/** Opens the new folder as every verb does. A store that stayed learns of it now, and takes in what it held for want of a key. */
async function withNew(
  recovery: Recovery,
  prepared: Prepared,
  kept: string | null,
  io: StationIo,
): Promise<Report> {
  const { home, fetched, looks, passphrase } = recovery;
  const env = { ...io.env, STATION_PASSPHRASE: passphrase };
  return withStation({ ...io, env }, home.dir, async (opened) => {
    const at = io.clock.now();
    if (!prepared.isRebuilt) {
      await opened.store.noteLooks(looks, at);
      await receiveFiles({ ...opened, escrow: fetched.escrow }, [], at);
    }
    const stands = await standsOf(opened, prepared.echoes);
    return reportOf({ recovery, prepared, kept, stands, keyset: opened.keysets.current.version });
  });
}

interface Outcome {
  readonly recovery: Recovery;
  readonly prepared: Prepared;
  /** Where the former files lie; null where nothing was put in place. */
  readonly kept: string | null;
  readonly stands: readonly OfficeStand[];
  /** The version that offices have to learn of; null for a drill. */
  readonly keyset: number | null;
}

function reportOf({ recovery, prepared, kept, stands, keyset }: Outcome): Report {
  const { isRebuilt, files, admitAgain } = prepared;
  const body = { keyset, kept, storeRebuilt: isRebuilt, offices: stands, inbox: files, admitAgain };
  const text =
    keyset === null
      ? '演练：什么都没有改动 · drill: nothing was changed\n'
      : `密钥已重建，密钥单第 ${keyset} 版 · new keys are in force; keyset ${keyset}\n` +
        `原有文件原样留在 · the former files lie in ${kept}\n` +
        `${standsText(stands)}${isRebuilt ? GONE : KEPT}${admitText(admitAgain)}${nextText(recovery)}`;
  return { exit: 'done', body, text };
}

function beforeText({ isRebuilt, stands, admitAgain }: Prepared): string {
  return (
    '找回后各单位的记录（纪元/行）· what there will be of each office (epoch/lines)\n' +
    `${standsText(stands)}${isRebuilt ? GONE : KEPT}${admitText(admitAgain)}`
  );
}

function admitText(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `须由两人重新 admit（在 inbox 中）· to be admitted again, by two people: ${names.join('、')}\n`;
}

function nextText({ fetched, stolen }: Recovery): string {
  return (
    '接下来 · next:\n' +
    '    answer --all --to U盘：把新密钥单和回执写给各单位 · carries the new keyset and receipts to the offices\n' +
    '    receive --escrow FILE：单位此前封好的包只有备用密钥打得开 · opens what offices had sealed before\n' +
    (stolen
      ? '    上报盘上的旧签名不再作数：盘回到本所重签前，警务室须手选文件夹一次 · sticks are chosen by hand once\n'
      : '    retire --sign --root FILE：各单位都用上后，把旧签名密钥除名 · strikes the former signing key off\n') +
    (fetched.fromPapers
      ? '    shares join --out FILE：原来的根密钥、备用密钥文件若用旧口令，请重新写出 · writes key files under the new passphrase\n'
      : '')
  );
}
