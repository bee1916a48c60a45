// report --quarter: what was due and came from each office in a quarter. Offices stand by their code, never by their figures.
import type { Keyset } from '#bundle-format';
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { quarterOf, quarterStand, type OfficeQuarter } from '#station/reporting/quarter.ts';
import { withStation } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from './report-shape.ts';

export async function reportQuarter(request: Request, io: StationIo): Promise<Report> {
  const quarter = quarterOf(request.need('quarter')) ?? refuse('usage', '--quarter takes 2026Q4');
  const today = dayOf(io.clock.now());
  return withStation(io, request.need('home'), async (station) => {
    const { store, keysets, keys } = station;
    const offices = [];
    for (const { office, name } of officesOf(station, request.option('office'))) {
      const since = knownSince(
        keysets.all.map(({ keyset }) => keyset),
        office,
      );
      offices.push({ office, name, ...quarterStand(quarter, since, await store.bundlesOf(office), today) });
    }
    return {
      exit: 'done',
      body: { station: keys.station, name: keys.name, quarter: quarter.name, offices },
      text: tableText([
        ['单位', '名称', '应交', '已交', '补交', '未交', '包', '增 改 销（在册）'],
        ...offices.map((row) => [row.office, row.name, ...cells(row)]),
      ]),
    };
  });
}

/** The day of the first keyset that names it. */
function knownSince(keysets: readonly Keyset[], office: string): CalendarDay {
  const first = keysets.find(({ offices }) => offices.some((key) => key.office === office));
  return dayOf(first?.created ?? '2999-12-31T00:00:00.000Z');
}

function cells({ due, come, late, missing, bundles, ledgers }: OfficeQuarter): readonly string[] {
  return [
    String(due),
    String(come),
    late.join(' ') || '—',
    missing.join(' ') || '—',
    String(bundles),
    Object.entries(ledgers)
      .map(
        ([ledger, { made, changed, retired, live }]) =>
          `${ledger} +${made} ~${changed} -${retired}（${live}）`,
      )
      .join(' ') || '—',
  ];
}
