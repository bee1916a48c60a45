/** A real office and a real station that know each other, and the sticks between them. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import type { Entry } from '#shared/ledgers/statutory/entry.ts';
import { openTestOffice, type TestOffice } from '#tests/support/office.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { newDraft } from '#tests/support/visits.ts';
import { newStation, type StationKit } from './station-kit.ts';

export interface Pair {
  readonly desk: TestOffice;
  readonly station: StationKit;
  /** Signed in as an officer: enters it; its number. */
  readonly enter: (category: CategoryCode, changes?: Partial<Entry>) => Promise<string>;
  /** Writes the week onto a stick, a new one unless said otherwise. */
  readonly exportTo: (stick?: string) => Promise<string>;
  /** Reads the receipts that lie on a stick; what each file came to. */
  readonly read: (stick: string) => Promise<readonly { file: string; check: string | null }[]>;
  /** Both clocks. */
  readonly forward: (by: { days: number }) => void;
}

/** Enrolled, with an officer at the desk. The caller disposes of the desk. */
export async function openPair(): Promise<Pair> {
  const desk = await openTestOffice({ staffed: true });
  const station = await newStation();
  await desk.signIn('officer');
  await introduce(desk, station);

  async function handleOf(stick: string): Promise<string> {
    desk.shell.choose(stick);
    return (await desk.counter.weekly.chooseFolder({})).handle;
  }
  return {
    desk,
    station,
    enter: async (category, changes = {}) => {
      const entry = entryOf(category, { documentNumber: `青法字〔2026〕${(serial += 1)}号`, ...changes });
      return (await desk.counter.statutory.enter({ entry, draft: newDraft() })).id;
    },
    exportTo: async (stick = tempFolder()) => {
      mkdirSync(stick, { recursive: true });
      await desk.counter.weekly.export({ folder: await handleOf(stick) });
      return stick;
    },
    read: async (stick) => desk.counter.weekly.readReceipts({ folder: await handleOf(stick) }),
    forward: (by) => {
      desk.clock.forward(by);
      station.clock.forward(by);
    },
  };
}

/** The card to the office, the enrolment to the station, and the keyset that knows the office back again. */
export async function introduce(desk: TestOffice, station: StationKit): Promise<void> {
  const desktop = tempFolder();
  const pin = await pinCard(desk, station, desktop);
  desk.shell.choose(desktop);
  const folder = await desk.counter.weekly.chooseFolder({});
  const { file } = await desk.counter.station.writeEnrolment({ folder: folder.handle });
  const digits = (await desk.counter.weekly.status({})).officeDigits.join(' ');
  const keyset = tempFolder();
  await station.done('enrol', join(desktop, file), '--digits', digits, '--out', keyset);
  const [name = ''] = readdirSync(keyset);
  await pin(join(keyset, name));
}

/** The station's card, by its digits; how to pin a later one by the same digits. */
export async function pinCard(
  desk: TestOffice,
  station: StationKit,
  desktop: string,
): Promise<(path: string) => Promise<void>> {
  const { file: card = '', digits: cardDigits = [] } = await station.done('card', '--out', desktop);
  const pin = async (path: string) => {
    desk.shell.choose(path);
    const { card: handle } = await desk.counter.station.chooseCard({});
    await desk.counter.station.pin({ card: handle, digits: cardDigits.join(' ') });
  };
  await pin(card);
  return pin;
}

/** One document is one entry: each gets a number of its own. */
let serial = 100;
