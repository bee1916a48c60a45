// What is said of a recovery, before and after: which keyset it starts from, what is back, what is not, what has to be done next.
import type { Report } from '#station/verbs/report-shape.ts';
import type { Prepared, Recovery } from './prepare.ts';
import { GONE, KEPT, standsText, type OfficeStand } from './stands.ts';

export interface Outcome {
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

export function reportOf({ recovery, prepared, done }: Outcome): Report {
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

/** Said before anything is put in place. */
export function beforeText(recovery: Recovery, prepared: Prepared): string {
  return fromText(recovery) + whatIsBack(prepared);
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
