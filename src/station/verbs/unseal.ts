// unseal: what was sealed is read once, for a written reason. The log and the notice for the auditor come before the words.
import type { Request } from '#station/arguments.ts';
import { keepAnswer, reasonOf, reviewerOf } from '#station/deciding/answers.ts';
import { officesOf } from '#station/deciding/find.ts';
import { findSealed, openSealed, sealedFrom } from '#station/deciding/sealed.ts';
import type { StationIo } from '#station/io.ts';
import { withEscrow, withStation } from '#station/station.ts';
import type { Report } from './report-shape.ts';

export async function unseal(request: Request, io: StationIo): Promise<Report> {
  const [office = '', number = ''] = request.words;
  const [reviewer, reason] = [reviewerOf(request), reasonOf(request)];
  const ledger = sealedFrom(request.option('ledger') ?? 'statutory_matters');
  return withStation(io, request.need('home'), async (opened) => {
    const station = await withEscrow(opened, request);
    officesOf(station, office);
    const sealed = await findSealed(station, office, ledger, number);
    const content = await openSealed(station, sealed);
    const { record } = sealed;
    const look = { verb: 'unseal', office, ledger: record.ledger, record: record.k };
    await station.store.noteLooks([{ ...look, account: io.account, reviewer, reason }], station.clock.now());
    await keepAnswer(station, office, record, { answer: 'unsealed', reviewer, second: null, reason });
    return {
      exit: 'done',
      body: { office, ledger, number, sealedRecord: record.k, digest: sealed.digest, content },
      text:
        `${JSON.stringify(content, null, 2)}\n\n` +
        '只用于复议、诉讼或依法查询；随下一份回执告知审计员\n' +
        "for complaint, litigation or lawful inquiry alone; the next receipt tells the office's auditor\n",
    };
  });
}
