// report: what stands of each office, so that a missing week is noticed here and not a year later.
import { textOf, type OfficeKey } from '#bundle-format';
import { addDays, dayOf, daysBetween, isCalendarDay, startOfDay } from '#shared/kernel/calendar-day.ts';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { OfficeReport, StationStore } from '#station/store/port.ts';
import { tableText } from '#station/table-text.ts';
import { reportQuarter } from './quarter.ts';
import type { Report } from './report-shape.ts';

/** More days than this without a bundle are said aloud: docs/format/bundle-v1.md, check 29. */
const silentDays = 10;
/** How far back counts reach when nobody says. */
const usualDays = 7;

export async function report(request: Request, io: StationIo): Promise<Report> {
  if (request.option('quarter') !== null) return reportQuarter(request, io);
  const today = dayOf(io.clock.now());
  const since = request.option('since') ?? addDays(today, -usualDays);
  if (!isCalendarDay(since)) refuse('usage', '--since takes YYYY-MM-DD');
  return withStation(io, request.need('home'), async ({ store, keys, keysets }) => {
    const only = request.option('office');
    const known = newestKeys(keysets.current.offices).filter(
      ({ office }) => only === null || office === only,
    );
    if (only !== null && known.length === 0) refuse('unknown-office', only);
    const offices = [];
    for (const { office, name } of known) {
      const found = await store.report(office, startOfDay(since));
      const last = found.lastBundle;
      const silent = last === null ? null : daysBetween(dayOf(last.receivedAt), today);
      const warnings = silent === null || silent > silentDays ? (['W511'] as const) : [];
      const snapshot = await store.lastSnapshot(office);
      offices.push({ ...found, name, snapshot, daysSilent: silent, warnings });
    }
    const strangers = only === null ? await store.strangers(startOfDay(since)) : [];
    const refused = [...offices.flatMap((office) => office.refused), ...strangers];
    return {
      exit: 'done',
      body: { station: keys.station, name: keys.name, since, offices, strangers },
      text:
        tableText([
          ['单位', '名称', '最后一包', '收到', '已收', '在册', `${since} 起`, '缺', '核对', '未交'],
          ...offices.map((office) => [office.office, office.name, ...cells(office)]),
        ]) +
        refused
          .map(({ name, code, at }) => `未收 ${dayOf(at)}  ${name}  ${code}  ${textOf(code).zh}\n`)
          .join(''),
    };
  });
}

/** The newest key of each office: its name as last enrolled. */
function newestKeys(keys: readonly OfficeKey[]): readonly OfficeKey[] {
  return [...new Map(keys.map((key) => [key.office, key])).values()];
}

/** What came of the last snapshot. */
const verdicts = { same: '一致', differs: '不一致', unknown: '无法核对' } as const;

interface Shown extends OfficeReport {
  readonly snapshot: Awaited<ReturnType<StationStore['lastSnapshot']>>;
  readonly daysSilent: number | null;
  readonly warnings: readonly string[];
}

function cells({
  lastBundle,
  applied,
  live,
  since,
  held,
  snapshot,
  daysSilent,
  warnings,
}: Shown): readonly string[] {
  const missing = held.map((range) => (range === null ? '?' : `${range.epoch}: ${range.from}–${range.to}`));
  return [
    lastBundle === null ? '—' : `${lastBundle.sealedEpoch}/${lastBundle.seq}`,
    lastBundle === null ? '—' : dayOf(lastBundle.receivedAt),
    applied.map(({ epoch, n }) => `${epoch}: ${n}`).join(' ') || '—',
    Object.entries(live)
      .map(([ledger, rows]) => `${ledger} ${rows}`)
      .join(' ') || '—',
    Object.entries(since.changes)
      .map(([ledger, { I, U, X }]) => `${ledger} +${I} ~${U} -${X}`)
      .join(' ') || '—',
    missing.join(' ') || '—',
    snapshot === null ? '—' : `${dayOf(snapshot.at)} ${verdicts[snapshot.verdict]}`,
    daysSilent === null ? '从未' : `${daysSilent} 天${warnings.length > 0 ? ' ！' : ''}`,
  ];
}
