// correct, corrections: what is proposed of a record of an office, and what it answered. The record itself stays the office's.
import { randomBytes } from 'node:crypto';
import { encodeProposed } from '#bundle-format';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import {
  isCorrectable,
  readFieldText,
  type CorrectableLedger,
  type FieldValue,
} from '#shared/ledgers/sent/corrections.ts';
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import {
  correctionFacts,
  correctionWords,
  givenCorrections,
  type CorrectionEnd,
  type GivenCorrection,
} from '#station/sending/corrections.ts';
import { lineOf, nameOf } from '#station/sending/given-words.ts';
import { withStation } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { carriedText, waitsFor, waitsText } from './to-offices.ts';

export async function correct(request: Request, io: StationIo): Promise<Report> {
  const [office = '', ledger = '', number = ''] = request.words;
  if (!isCorrectable(ledger)) refuse('not-correctable', ledger);
  const fields = fieldsOf(ledger, request.list('set'));
  const officer = nameOf(request, 'officer');
  const reason = lineOf(request, 'reason', 200);
  return withStation(io, request.need('home'), async (station) => {
    officesOf(station, office);
    const { store, clock } = station;
    const record = (await store.record(office, ledger, number)) ?? refuse('unknown-record', number);
    if (!record.live) refuse('record-gone', number);
    const differing = Object.entries(fields).filter(
      ([name, value]) => (record.fields[name] ?? null) !== value,
    );
    if (differing.length === 0) refuse('says-so-already', `${ledger} ${number}`);
    const id = randomBytes(8).toString('hex');
    const proposed = Object.fromEntries(differing);
    const at = clock.now();
    await store.addSending(
      office,
      {
        kind: 'correction',
        id,
        facts: correctionFacts({ officer }),
        words: correctionWords({ fields: proposed, reason }),
        about: { ledger, k: record.k, v: record.v, leaf: record.leaf },
      },
      at,
    );
    const names = differing.map(([name]) => name);
    return {
      exit: 'done',
      body: { id, office, ledger, number, revision: record.v, fields: names, reason, officer, at },
      text:
        `已建议更正 · proposed: ${office} ${ledger} ${number} 第 ${record.v} 版，${names.join('、')}` +
        `${waitsText(await waitsFor(station, office))}\n${carriedText}`,
    };
  });
}

/** Refuses with `field-unfit` what no form has; the words of a value are held against the same list as all others. */
function fieldsOf(ledger: CorrectableLedger, given: readonly string[]): Record<string, FieldValue> {
  if (given.length === 0) refuse('usage', 'correct needs --set field=value');
  const fields: Record<string, FieldValue> = {};
  for (const one of given) {
    const [, name = '', text = ''] = /^([A-Za-z0-9]+)=(.*)$/su.exec(one) ?? [];
    const value = name === '' ? undefined : readFieldText(ledger, name, text.trim());
    if (value === undefined || Object.hasOwn(fields, name)) refuse('field-unfit', name === '' ? one : name);
    if (hasLabel(text)) refuse('label-in-words', name);
    fields[name] = value;
  }
  // The one writing there is: what is kept here is what the office will read.
  return JSON.parse(encodeProposed(fields)) as Record<string, FieldValue>;
}

export async function corrections(request: Request, io: StationIo): Promise<Report> {
  return withStation(io, request.need('home'), async (station) => {
    const rows: (ReturnType<typeof factsOf> & { readonly office: string })[] = [];
    for (const { office } of officesOf(station, request.words[0] ?? null))
      for (const one of await givenCorrections(station.store, office)) rows.push({ office, ...factsOf(one) });
    return {
      exit: 'done',
      body: { corrections: rows },
      text:
        rows.length === 0
          ? '没有更正建议 · no corrections\n'
          : tableText([
              ['单位', '台账', '编号', '项目', '提出', '结果', '理由'],
              ...rows.map(({ office, ledger, number, fields, officer, end, taken, why }) => [
                office,
                ledger,
                number,
                fields.join('、'),
                officer,
                `${endWords[end]}${taken.length < fields.length && end === 'accepted' ? `：${taken.join('、')}` : ''}`,
                why,
              ]),
            ]),
    };
  });
}

const endWords: Readonly<Record<CorrectionEnd, string>> = {
  waiting: '待答复',
  accepted: '已采纳',
  declined: '未采纳',
  gone: '记录已不在册',
  lapsed: '单位数据恢复过，不再有效',
};

/** Names of fields, never their values: nobody is shown what a person is recorded as. */
function factsOf({ correction, at, end, fields, taken, why }: GivenCorrection) {
  const { id, ledger, k: number, base: revision, officer } = correction;
  return { id, ledger, number, revision, officer, at, fields, end, taken, why };
}
