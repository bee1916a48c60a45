// approve, deny: one answer to one version of one entry. It is kept here, and the next receipt carries it.
import { today } from '#shared/kernel/clock.ts';
import type { Decision } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { checkRevision, keepAnswer, reasonOf, reviewerOf, secondOf } from '#station/deciding/answers.ts';
import { categoryNames } from '#station/deciding/category-names.ts';
import type { Matter } from '#station/deciding/entry.ts';
import { findMatter } from '#station/deciding/find.ts';
import { approvalFlaw, reviewersFlaw, waitingFlaw, type Flaw } from '#station/deciding/judge.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from './report-shape.ts';

export function approve(request: Request, io: StationIo): Promise<Report> {
  const given = {
    answer: 'approve',
    reviewer: reviewerOf(request),
    second: secondOf(request),
    reason: '',
  } as const;
  return decide(request, io, given, (matter, day) => {
    return approvalFlaw(matter, day) ?? reviewersFlaw(matter, given.reviewer, given.second);
  });
}

export function deny(request: Request, io: StationIo): Promise<Report> {
  const given = {
    answer: 'deny',
    reviewer: reviewerOf(request),
    second: null,
    reason: reasonOf(request),
  } as const;
  return decide(request, io, given, () => null);
}

async function decide(
  request: Request,
  io: StationIo,
  given: Pick<Decision, 'answer' | 'reviewer' | 'second' | 'reason'>,
  findFlaw: (matter: Matter, day: string) => Flaw | null,
): Promise<Report> {
  const [office = '', number = ''] = request.words;
  return withStation(io, request.need('home'), async (station) => {
    const day = today(station.clock);
    const matter = await findMatter(station, office, number, day);
    const { record, entry } = matter;
    refuseFor(waitingFlaw(matter));
    checkRevision(request, record);
    const before = await station.store.answerTo(office, record);
    if (before !== null) refuse('already-answered', `${number} ${before.answer}`);
    refuseFor(findFlaw(matter, day));
    const { answer, reviewer, second, reason, at } = await keepAnswer(station, office, record, given);
    const name = `${entry.category} ${categoryNames[entry.category]}`;
    return {
      exit: 'done',
      body: {
        office,
        number,
        revision: record.v,
        category: entry.category,
        answer,
        reviewer,
        second,
        reason,
        at,
      },
      text:
        `${answer === 'approve' ? '已同意 · approved' : '已不同意 · denied'}: ${office} ${number} 第 ${record.v} 版，${name}\n` +
        '随下一份回执带回 · the next receipt carries it: receive, answer\n',
    };
  });
}

function refuseFor(flaw: Flaw | null): void {
  if (flaw !== null) refuse(flaw.word, flaw.detail);
}
