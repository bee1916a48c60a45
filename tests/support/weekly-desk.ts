/** An office that knows its station, with a stick to plug in: what every test of the weekly export begins with. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#shared/kernel/role.ts';
import { openTestOffice, type TestOffice } from './office.ts';
import { makeStation, type TestStation } from './station-keys.ts';
import { tempFolder } from './temp-folder.ts';
import { enquiry, newDraft } from './visits.ts';
import { whenOver } from './when-over.ts';

export interface WeeklyDesk {
  readonly desk: TestOffice;
  readonly station: TestStation;
  /** Number 03, not plugged in yet. */
  readonly stick: string;
  register(name: string): Promise<unknown>;
  /** What the journal says of the weekly room, oldest first. */
  events(): { readonly event: string; readonly via: string }[];
  outbox(): string[];
}

/** Monday of week 48, 09:41 in China, an officer signed in. */
export async function openWeeklyDesk(role: Role = 'officer'): Promise<WeeklyDesk> {
  const station = await makeStation();
  const desk = await openTestOffice({ staffed: true });
  whenOver(() => desk.dispose());
  await desk.signIn('officer');
  const papers = tempFolder();
  desk.shell.choose(await station.card(papers));
  const { card } = await desk.counter.station.chooseCard({});
  await desk.counter.station.pin({ card, digits: station.digits });
  desk.shell.choose(papers);
  const { handle } = await desk.counter.weekly.chooseFolder({});
  const { file } = await desk.counter.station.writeEnrolment({ folder: handle });
  await station.enrol(join(papers, file));
  const stick = tempFolder();
  await station.stick(stick, '03');
  if (role !== 'officer') await desk.signIn(role);
  return {
    desk,
    station,
    stick,
    register: (name) => desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() }),
    events: () =>
      (desk
        .office()
        .session.opened()
        ?.store.raw.prepare(
          `SELECT json_extract(line, '$.d.event') AS event, json_extract(line, '$.via') AS via
             FROM journal WHERE ledger = 'weekly' ORDER BY n`,
        )
        .all() ?? []) as { event: string; via: string }[],
    outbox: () => readdirSync(join(desk.dataDir, 'outbox')).filter((name) => name.endsWith('.jwb')),
  };
}

/** Bundles on a stick, by name. */
export function bundlesOn(stick: string): string[] {
  const folder = join(stick, 'JWB', 'to-station');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
