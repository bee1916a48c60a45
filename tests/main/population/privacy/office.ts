/** A made-up office of some hundred people, in copies that a test may spoil, and everything that crosses their pipe. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe, type ORPCError } from '@orpc/client';
import { onTestFinished } from 'vitest';
import type { Failure } from '#shared/kernel/failure.ts';
import type { ResidentInput } from '#shared/ledgers/population/residents.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { seedOffice } from '#main/seed/seed.ts';
import {
  connectCounter,
  loginOf,
  openTestOffice,
  passwordOf,
  PASSWORD,
  type Counter,
  type TestOffice,
} from '#tests/support/office.ts';
import { numberOf, personAt } from '#tests/support/people.ts';
import { OWN_HOME } from '#tests/support/places.ts';
import { decryptSqlcipher } from '#tests/support/sqlcipher-reader.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const PEOPLE = 300;

/** Records of which everything is asked. */
export interface Known {
  readonly adult: string;
  readonly child: string;
  readonly gone: string;
  readonly door: string;
  readonly building: string;
  readonly household: string;
  readonly unit: string;
  readonly dwelling: string;
  readonly visit: string;
}

/** The record that every sample asks for. */
export const ANY_RECORD = '07-000001';

export function idsOf(known: Known): string[] {
  const ids: string[] = Object.values(known);
  return [...new Set([ANY_RECORD, ...ids])];
}

export interface PrivacyOffice {
  readonly desk: TestOffice;
  readonly known: Known;
  readonly opened: () => OpenOffice;
  /** Frames that the office has sent since they were last taken. */
  take(): string[];
  signIn(role: Role): Promise<Counter>;
}

interface Template {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly known: Known;
}

let template: Promise<Template> | null = null;

export async function openPrivacyOffice(): Promise<PrivacyOffice> {
  template ??= makeTemplate();
  const { files, known } = await template;
  const dataDir = tempFolder();
  for (const [name, content] of files) writeFileSync(join(dataDir, name), content);
  const desk = await openTestOffice({ dataDir });
  onTestFinished(() => desk.dispose());
  let frames: string[] = [];
  return {
    desk,
    known,
    opened: () => openedOf(desk),
    take() {
      const taken = frames;
      frames = [];
      return taken;
    },
    async signIn(role) {
      await desk.restart();
      const counter = connectCounter({
        connect: (send) =>
          desk.office().connect((frame) => {
            frames.push(frame);
            send(frame);
          }),
      });
      await counter.session.unlock({ login: loginOf(role), password: passwordOf(role) });
      return counter;
    },
  };
}

export function openedOf(desk: TestOffice): OpenOffice {
  const open = desk.office().session.opened();
  if (open === null) throw new Error('the office is locked');
  return open;
}

async function makeTemplate(): Promise<Template> {
  const desk = await openTestOffice({ staffed: true });
  try {
    const staff = await desk.signIn('officer');
    const wanted = { residents: PEOPLE, visitors: 20, seed: 7, password: PASSWORD };
    await seedOffice(openedOf(desk), { staff, role: 'officer', door: 'cli' }, desk.clock, wanted);
    const known = await register(desk);
    await desk.office().close();
    const names = ['office.db', 'vault.json'];
    return { known, files: new Map(names.map((name) => [name, readFileSync(join(desk.dataDir, name))])) };
  } finally {
    await desk.dispose();
  }
}

/** People of whom everything is known, at a door of their own in the made-up town. */
async function register(desk: TestOffice): Promise<Known> {
  const { counter } = desk;
  const { raw } = openedOf(desk).store;
  const [door, building, taken] = raw
    .prepare(
      `SELECT a.id, a.parent_id, r.household_id FROM residents r JOIN addresses a ON a.id = r.address_id
        WHERE a.kind = 'room' AND r.relation = '02' ORDER BY r.id LIMIT 1`,
    )
    .raw()
    .get() as [string, string, string];
  const unit = raw.prepare('SELECT id FROM units ORDER BY id LIMIT 1').pluck().get() as string;
  const put = async (fields: Partial<ResidentInput>) =>
    (
      await counter.residents.register({
        resident: personAt(door, { householdId: taken, ...fields }),
        draft: newDraft(),
      })
    ).resident;
  const adult = await put({
    name: '欧阳见',
    idNumber: numberOf('19830917', '417'),
    phone: '15400071234',
    phone2: '0833-2147483',
    phone3: '62345678',
    emergencyContact: '舅舅 欧阳远 154-0007-9876',
    emergencyConsent: true,
  });
  const child = await put({
    name: '欧阳小',
    idNumber: numberOf('20191105', '738'),
    phone: '15400075678',
    guardianId: adult.id,
  });
  const here = await put({ name: '欧阳去', idNumber: numberOf('19790623', '526'), phone: '15400074321' });
  // As many of one name as a search shows.
  for (const name of '一二三四五六七八') await put({ name: `太叔${name}`, householdId: null });
  const gone = await counter.residents.setOut({ ...seen(here), outState: 'moved', outOn: '2026-11-01' });
  const stored = raw.prepare('SELECT revision FROM dwellings WHERE address_id = ?').pluck().get(door);
  const dwelling = await counter.dwellings.save({
    revision: (stored as number | undefined) ?? null,
    dwelling: {
      ...OWN_HOME,
      addressId: door,
      use: 'let',
      rentalUse: '01',
      landlordName: '司马东',
      landlordPhone: '15400076666',
      ownerName: '司马主',
      ownerPhone: '62349999',
    },
    draft: newDraft(),
  });
  const visit = { ...enquiry, name: '欧阳见', phone: '15400071234' };
  const { id } = await counter.visitors.register({ visit, draft: newDraft() });
  const people = { adult: adult.id, child: child.id, gone: gone.id };
  return { ...people, door, building, household: taken, unit, dwelling: dwelling.id, visit: id };
}

export function seen({ id, revision }: { readonly id: string; readonly revision: number }) {
  return { id, revision };
}

type AnyCall = (input: unknown) => Promise<unknown> & { __error?: { type: ORPCError<'FAILURE', Failure> } };

export interface Answer {
  readonly data: unknown;
  /** What the call was refused with, or null. */
  readonly failure: Failure | null;
}

/** A call by its name, as the contract has it. */
export async function ask(counter: Counter, name: string, input: unknown): Promise<Answer> {
  const call = name
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], counter) as AnyCall;
  const [error, data] = await safe(call(input));
  if (error === null) return { data, failure: null };
  if (!isDefinedError(error)) throw new Error(`${name} left the contract`, { cause: error });
  return { data: null, failure: error.data };
}

/** Every byte of the data folder once the office is closed, its store without the cipher. */
export async function remainsOf(desk: TestOffice): Promise<Map<string, Buffer>> {
  await desk.office().close();
  const key = await dataKeyOf(desk.dataDir, loginOf('officer'), PASSWORD);
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(desk.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    files.set(entry.name, entry.name === 'office.db' ? decryptSqlcipher(bytes, key) : bytes);
  }
  return files;
}

/** `file: text` for every text that some file holds, in either way SQLite and Windows write it. */
export function found(files: ReadonlyMap<string, Buffer>, texts: readonly string[]): string[] {
  return [...files].flatMap(([name, bytes]) =>
    texts
      .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map((text) => `${name}: ${text}`),
  );
}
