// text, texts: rules and notices to be read at an office, a new version of each in the place of the one before.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { limits, type RuleText } from '#bundle-format';
import { today } from '#shared/kernel/clock.ts';
import { NOTICE_TEXT_MAX, NOTICE_TITLE_MAX } from '#shared/ledgers/sent/notices.ts';
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { dayOption, lineOf, linesOf, nameOf } from '#station/sending/given-words.ts';
import { givenTexts, nextVersion, textFacts, textWords, type GivenText } from '#station/sending/texts.ts';
import { withStation } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { carriedText, officesFor, waitsFor, waitsText } from './to-offices.ts';

export async function text(request: Request, io: StationIo): Promise<Report> {
  const code = request.need('code');
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(code)) refuse('usage', '--code takes a word such as work-rules');
  const until = request.option('until');
  const given = {
    code,
    title: lineOf(request, 'title', NOTICE_TITLE_MAX),
    text: linesOf(readText(request.need('file')), 'file', NOTICE_TEXT_MAX),
    until: until === null ? null : dayOption(until, 'until', today(io.clock)),
    sender: nameOf(request, 'sender'),
    at: io.clock.now(),
  };
  return withStation(io, request.need('home'), async (station) => {
    const { store } = station;
    const offices = officesFor(station, request);
    let version = 1;
    for (const office of offices) {
      const known = await givenTexts(store, office);
      version = Math.max(version, nextVersion(known, code));
      const others = known.filter(({ text: one }) => one.code !== code);
      if (others.length >= limits.texts) refuse('too-many-open', office);
    }
    // The same version everywhere: two offices that speak of it mean the same words.
    const one: RuleText = { ...given, version, id: randomBytes(8).toString('hex') };
    const sending = {
      kind: 'text',
      id: one.id,
      facts: textFacts(one),
      words: textWords(one),
      about: null,
    } as const;
    let said = '';
    for (const office of offices) {
      await store.addSending(office, sending, one.at);
      said += `已下发 · sent: ${office} ${code} 第 ${version} 版${waitsText(await waitsFor(station, office))}\n`;
    }
    return { exit: 'done', body: { offices, version, ...given }, text: `${said}${carriedText}` };
  });
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return isUtf8(bytes) ? bytes.toString().replace(/^\uFEFF/, '') : refuse('usage', '--file is not UTF-8');
}

export async function texts(request: Request, io: StationIo): Promise<Report> {
  return withStation(io, request.need('home'), async (station) => {
    const rows: (ReturnType<typeof factsOf> & { readonly office: string })[] = [];
    for (const { office } of officesOf(station, request.words[0] ?? null))
      for (const one of await givenTexts(station.store, office)) rows.push({ office, ...factsOf(one) });
    return {
      exit: 'done',
      body: { texts: rows },
      text:
        rows.length === 0
          ? '没有下发的制度和通知 · no texts\n'
          : tableText([
              ['单位', '代号', '标题', '版本', '有效至', '单位现有'],
              ...rows.map(({ office, code, title, version, until, has, refused }) => [
                office,
                code,
                title,
                String(version),
                until ?? '长期',
                has === null ? '待送达' : `第 ${has} 版${refused ? '（用词不当，未接收）' : ''}`,
              ]),
            ]),
    };
  });
}

function factsOf({ text: one, has }: GivenText) {
  const { code, title, version, until } = one;
  return { code, title, version, until, has: has?.version ?? null, refused: has?.refused ?? false };
}
