// The row a person and a script see for each file, and what all rows together come to.
import { codes, textOf, type Code, type ExitClass } from '#bundle-format';
import type { FileVerdict } from '#station/store/port.ts';

export interface Outcome extends FileVerdict {
  /** As the person finds it on the stick. */
  readonly file: string;
  readonly officeName: string | null;
  readonly warnings: readonly Code[];
  /** Of a snapshot that was compared: every record was found the same, or that cannot be said. */
  readonly snapshot?: 'same' | 'unknown';
}

/** From good to worst: the worst row decides how the verb ends. */
const severity: readonly ExitClass[] = ['done', 'input', 'key', 'forged', 'io'];

export function exitOf({ code }: Pick<FileVerdict, 'code'>): ExitClass {
  return code === null ? 'done' : codes[code].exit;
}

/** The row that decides, or null where all is well. */
export function worstOf(outcomes: readonly Outcome[]): Outcome | null {
  const sorted = outcomes.toSorted((a, b) => severity.indexOf(exitOf(b)) - severity.indexOf(exitOf(a)));
  const [worst] = sorted;
  return worst === undefined || exitOf(worst) === 'done' ? null : worst;
}

const snapshotWords = {
  same: { zh: '全量核对一致', en: 'Every record is the same here' },
  unknown: {
    zh: '已收下；单位恢复过，无法逐条核对',
    en: 'Taken; the office was restored since, so it cannot be compared',
  },
} as const;

export function wordsOf({ code, missing, detail, snapshot }: Outcome): {
  readonly zh: string;
  readonly en: string;
} {
  if (code === null)
    return snapshot === undefined ? { zh: '已接收', en: 'Received' } : snapshotWords[snapshot];
  const { zh, en } = textOf(code);
  if (code === 'W509' || code === 'W510') return { zh: `已接收；${zh}`, en: `Received; ${en}` };
  if (code === 'E503' && missing !== null) {
    const { epoch, from, to } = missing;
    return {
      zh: `缺第 ${from}–${to} 条（第 ${epoch} 纪元），已暂存，等待补交`,
      en: `Lines ${from}–${to} of epoch ${epoch} are missing; kept until they arrive`,
    };
  }
  if (code === 'E611') return { zh: `${zh}：${detail}`, en: `${en}: ${detail}` };
  return code === 'E103' || code === 'E620' || code === 'E901' ? { zh, en: `${en} (${detail})` } : { zh, en };
}

/** As --json prints it. */
export function rowOf(outcome: Outcome) {
  const { file, sha256, bytes, place, officeName, disposition, code, detail, missing, warnings } = outcome;
  return {
    file,
    sha256,
    bytes,
    office: place?.office ?? null,
    officeName,
    sealedEpoch: place?.sealed_epoch ?? null,
    seq: place?.seq ?? null,
    epoch: place?.epoch ?? null,
    range: place?.range ?? null,
    disposition,
    check: code,
    code:
      code === null ? (outcome.snapshot === undefined ? 'applied' : 'snapshot-compared') : codes[code].word,
    ...wordsOf(outcome),
    detail,
    missing,
    warnings,
  };
}

const dispositions = {
  apply: '已接收',
  duplicate: '重复',
  hold: '暂存',
  quarantine: '隔离',
  refuse: '拒收',
} as const;

/** Columns of the table people read. */
export function cellsOf(outcome: Outcome): readonly string[] {
  const { file, place, officeName, disposition, code, warnings } = outcome;
  const range =
    place === null || place.range.to < place.range.from ? '—' : `${place.range.from}–${place.range.to}`;
  const also = warnings.filter((warning) => warning !== code).map((warning) => `；${textOf(warning).zh}`);
  return [
    file,
    officeName ?? place?.office ?? '—',
    place === null ? '—' : `${place.sealed_epoch}/${place.seq}`,
    range,
    dispositions[disposition],
    code ?? '—',
    wordsOf(outcome).zh + also.join(''),
  ];
}

export const headings = ['文件', '单位', '包', '条', '处理', '代码', '说明'] as const;
