// recover: station.key.age is gone, or nobody knows its passphrase. New keys under the same root, so that every office stays enrolled.
import { existsSync } from 'node:fs';
import type { Request } from '#station/arguments.ts';
import { reasonOf, twoPeopleOf } from '#station/deciding/answers.ts';
import { mattersSealedTo } from '#station/deciding/sealed.ts';
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
  // Asked for first: nobody should fetch a key from a safe to be told that a name is missing.
  const people = peopleOf(request, io);
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
    io.err(`${fromText(recovery)}${whatIsBack(prepared)}`);
    if (!check) orderRecovery(home);
    kept = finishOrdered(home);
  } finally {
    dropPrepared(home);
    lock.release();
  }
  if (check) return reportOf({ recovery, prepared, done: null });
  return withNew(recovery, prepared, kept, io);
}

type LookAt = (office: string) => readonly Look[];

/** Both are put down for every office, since all of it is opened. */
function peopleOf(request: Request, io: StationIo): LookAt {
  const { reviewer, second } = twoPeopleOf(request);
  const why = {
    verb: 'recover',
    ledger: 'station',
    record: '-',
    account: io.account,
    reason: reasonOf(request),
  };
  return (office) => [reviewer, second].map((name) => ({ ...why, office, reviewer: name }));
}

async function recoveryOf(request: Request, io: StationIo, home: Home, people: LookAt): Promise<Recovery> {
  const keysets = await readKeysets(home, await namedRoot(home));
  const passphrase = await choosePassphrase(io);
  const former = await formerKeys(home, keysets, passphrase, request.flag('check'));
  const fetched = await fetchKeys(request, io, keysets.current, passphrase);
  const offices = new Set(keysets.current.offices.map(({ office }) => office));
  const looks = [...offices].flatMap(people);
  return {
    home,
    keysets,
    fetched,
    passphrase,
    former,
    looks,
    stolen: request.flag('stolen'),
    asked: storeAsked(io),
  };
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
    const needEscrow = await mattersSealedTo(opened, []);
    const keyset = opened.keysets.current.version;
    return reportOf({ recovery, prepared, done: { kept, stands, keyset, needEscrow } });
  });
}

interface Outcome {
  readonly recovery: Recovery;
  readonly prepared: Prepared;
  /** Null for a drill. */
  readonly done: {
    /** Where the former files lie. */
    readonly kept: string | null;
    readonly stands: readonly OfficeStand[];
    /** The version that offices have to learn of. */
    readonly keyset: number;
    /** Sealed records that the escrow key alone opens. */
    readonly needEscrow: number;
  } | null;
}

function reportOf({ recovery, prepared, done }: Outcome): Report {
  const { isRebuilt, stands, files, admitAgain, unreadable } = prepared;
  const found = { storeRebuilt: isRebuilt, offices: stands, inbox: files, admitAgain, unreadable };
  if (done === null)
    return {
      exit: 'done',
      body: { keyset: null, kept: null, ...found },
      text: '演练：什么都没有改动 · drill: nothing was changed\n',
    };
  const { kept, keyset, needEscrow } = done;
  return {
    exit: 'done',
    body: { keyset, kept, ...found, offices: done.stands, needEscrow },
    text:
      `密钥已重建，密钥单第 ${keyset} 版 · new keys are in force; keyset ${keyset}\n` +
      `原有文件原样留在 · the former files lie in ${kept}\n` +
      whatIsBack({ ...prepared, stands: done.stands }) +
      (needEscrow === 0
        ? ''
        : `${needEscrow} 份封存记录今后须用备用密钥打开 · sealed records that need the escrow key\n`) +
      nextText(recovery),
  };
}

/** A folder that was put back to before a revocation would open that key again, and only people know of it. */
function fromText({ keysets: { current } }: Recovery): string {
  const { version, created } = current;
  return (
    `以密钥单第 ${version} 版（${created.slice(0, 10)}）为准；此后还签过新版的，请停下，先找回那一版\n` +
    `from keyset ${version}; where a later one was ever signed, stop and find it first\n`
  );
}

function whatIsBack({ isRebuilt, stands, admitAgain, unreadable }: Prepared): string {
  return (
    '各单位的记录（纪元/行）· of each office (epoch/lines)\n' +
    standsText(stands) +
    (isRebuilt ? GONE : KEPT) +
    filesText('须由两人重新 admit（在 inbox 中）· to be admitted again, by two people', admitAgain) +
    filesText('inbox 中读不出的文件 · files of the inbox that cannot be read', unreadable)
  );
}

function filesText(title: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${title}: ${names.join('、')}\n`;
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
