// pending: what waits for this station's answer. Every entry that is shown leaves a line in the log of looks first.
import { today } from '#shared/kernel/clock.ts';
import type { Request } from '#station/arguments.ts';
import { LEDGER } from '#station/deciding/entry.ts';
import { mattersOf, officesOf } from '#station/deciding/find.ts';
import { askedOf, shownOf, shownText, type Shown } from '#station/deciding/shown.ts';
import type { StationIo } from '#station/io.ts';
import { textOfWord } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from './report-shape.ts';

export async function pending(request: Request, io: StationIo): Promise<Report> {
  return withStation(io, request.need('home'), async (station) => {
    const { store, clock } = station;
    const day = today(clock);
    const entries: Shown[] = [];
    for (const { office } of officesOf(station, request.words[0] ?? null)) {
      for (const matter of await mattersOf(station, office, day)) {
        const asked = askedOf(matter, day);
        if (asked === null) continue;
        entries.push(shownOf(matter, asked, await store.answerTo(office, matter.record), day));
      }
    }
    const look = { verb: 'pending', ledger: LEDGER, account: io.account, reviewer: '', reason: '' };
    await store.noteLooks(
      entries.map(({ office, number }) => ({ ...look, office, record: number })),
      clock.now(),
    );
    return {
      exit: 'done',
      body: { entries: entries.map((entry) => ({ ...entry, flaw: flawFacts(entry) })) },
      text: entries.length === 0 ? '没有待审的登记 · nothing waits\n' : entries.map(shownText).join('\n'),
    };
  });
}

function flawFacts({ flaw }: Shown): object | null {
  if (flaw === null) return null;
  const { zh, en } = textOfWord(flaw.word);
  return { code: flaw.word, zh, en, detail: flaw.detail };
}
