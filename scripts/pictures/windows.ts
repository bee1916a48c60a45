/** Windows of the practice office as pictures are taken of them, and its counter without a window: always on the same day. */
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { scriptChooser, type ScriptedChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { openWindowless, type Counter } from '#tests/shell/windowless.ts';
import { PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import type { Look } from './camera.ts';

/** Monday, 23 November 2026, 09:41 in China. */
export const clockOffset = Date.parse('2026-11-23T01:41:00.000Z') - Date.now();

/** The day on which every picture is taken. */
export const TODAY: CalendarDay = dayOf(new Date(Date.now() + clockOffset).toISOString());

/** The smallest screen of such an office, and the same for whoever needs it larger. */
const SCREEN = { width: 1366, height: 768 };
export const LARGER = 1.25;

const PATIENCE_MS = 180_000;

export interface WindowOptions {
  readonly chooser?: ScriptedChooser;
  readonly scale?: number;
  /** A folder whose folders stand for sticks that are plugged in; without one, none is. */
  readonly ports?: string;
}

/** The window is closed whatever became of the work, which must leave the page without troubles. */
export async function inWindow(
  dataDir: string,
  scheme: Look['scheme'],
  work: (office: OpenOffice) => Promise<void>,
  { chooser = scriptChooser(), scale = 1, ports }: WindowOptions = {},
): Promise<void> {
  const office = await openOffice({
    dataDir,
    headless: true,
    chooser,
    colorScheme: scheme,
    clockOffset,
    viewport: { width: Math.round(SCREEN.width / scale), height: Math.round(SCREEN.height / scale) },
    deviceScaleFactor: scale,
    ...(ports === undefined ? {} : { ports }),
  });
  // A daily backup of the whole office stands between a lock and the next sign-in.
  office.page.setDefaultTimeout(PATIENCE_MS);
  try {
    await work(office);
    const { violations, refused, pageErrors } = office;
    const troubles = [...violations, ...refused, ...pageErrors.map(String)];
    if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
  } finally {
    await office.close();
  }
}

export async function asSomebody<T>(
  dataDir: string,
  login: string,
  work: (counter: Counter) => Promise<T>,
): Promise<T> {
  const office = await openWindowless({ dataDir, chooser: scriptChooser(), clockOffset });
  try {
    await office.counter.session.unlock({ login, password: PRACTICE_PASSWORD });
    return await work(office.counter);
  } finally {
    await office.close();
  }
}

export async function putScheme(dataDir: string, scheme: Look['scheme']): Promise<void> {
  for (const login of ['ljg', 'wf', 'admin']) {
    await asSomebody(dataDir, login, async (counter) => {
      await counter.preferences.put({ name: 'look.scheme', value: JSON.stringify(scheme) });
    });
  }
}
