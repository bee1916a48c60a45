// answer: receipts without receiving, so that a decision goes back on the stick that lies here.
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { keyOf } from '#station/keys/office-intervals.ts';
import { refuse } from '#station/refusal.ts';
import { answerOffices } from '#station/receiving/receipts.ts';
import { toOfficeOf } from '#station/receiving/stick.ts';
import { withStation } from '#station/station.ts';
import { receiptsReport } from './receive.ts';
import type { Report } from './report-shape.ts';

export async function answer(request: Request, io: StationIo): Promise<Report> {
  const [only = null] = request.words;
  if ((only === null) !== request.flag('all')) refuse('usage', 'answer takes an office, or --all');
  const toOffice = toOfficeOf(request.need('to'));
  return withStation(io, request.need('home'), async (station) => {
    const offices = officesOf(station, only)
      .map(({ office }) => office)
      .filter((office) => keyOf(station.keysets.current, office) !== null);
    if (only !== null && offices.length === 0) refuse('already-revoked', only);
    const receipts = await answerOffices(station, offices, [], toOffice, io.clock.now());
    const { failure, text } = receiptsReport(receipts, toOffice);
    return {
      exit: failure === null ? 'done' : 'io',
      body: { ...failure, receipts, receiptFolder: toOffice },
      text,
    };
  });
}
