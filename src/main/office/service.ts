/** The office's profile: what stands on the door and on every paper. */
import type { OfficeProfile, officeContract } from '#shared/contract/office.ts';
import { refuse, type FieldIssue } from '#shared/kernel/failure.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanNumber, cleanText } from '#shared/kernel/text-input.ts';
import { DEFAULT_WINDOW, type WeeklyWindow } from '#shared/ledgers/weekly.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Shell } from '#main/shell/shell.ts';
import type { Keyring } from '#main/session/keyring.ts';
import { officeLedger, offices } from './table.ts';

/** What an administrator types freely; it stands on every paper. */
const OFFICE_TEXTS = [
  'name',
  'stationName',
  'gridRange',
  'address',
  'hours',
  'phone',
  'stationPhone',
  'leaderPhone',
  'supervisionPhone',
] as const;

/** What is wrong with the cleaned texts of the office. */
export function officeIssues(texts: Readonly<Record<(typeof OFFICE_TEXTS)[number], string>>): FieldIssue[] {
  return labelIssues(texts, OFFICE_TEXTS);
}

export type OfficeRow = typeof offices.$inferSelect;

export function officeRow(db: ReadHandle): OfficeRow {
  const row = db.select().from(offices).limit(1).get();
  if (row === undefined) throw new Error('the office has no profile');
  return row;
}

export function officeService(
  db: ReadHandle,
  journal: Journal,
  keyring: Keyring,
  shell: Shell,
  onAmended: () => void,
): Calls<typeof officeContract> {
  return {
    profile: () => profileOf(officeRow(db)),
    amend: (input, caller) => {
      const { fields } = input;
      const cleaned = {
        name: cleanText(fields.name),
        stationName: cleanText(fields.stationName),
        gridRange: cleanText(fields.gridRange),
        address: cleanText(fields.address),
        hours: cleanText(fields.hours),
        phone: cleanNumber(fields.phone),
        stationPhone: cleanNumber(fields.stationPhone),
        leaderPhone: cleanNumber(fields.leaderPhone),
        supervisionPhone: cleanNumber(fields.supervisionPhone),
        idleMinutes: fields.idleMinutes,
        afterReleaseHelp: fields.afterReleaseHelp,
        weeklyWeekday: fields.weeklyWeekday,
        weeklyHour: fields.weeklyHour,
      };
      const issues = officeIssues(cleaned);
      if (issues.length > 0) refuse({ code: 'invalid', issues });
      const before = officeRow(db);
      const after = journal.write(caller, (desk) =>
        desk.patch(officeLedger, before.id, input.revision, cleaned),
      );
      if (after.name !== before.name)
        keyring.rename({ officeName: after.name, officeCode: after.code, language: after.language });
      onAmended();
      return profileOf(after);
    },
    chooseBackupFolder: async (input, caller) => {
      const backupFolder = await shell.chooseFolder('backup');
      if (backupFolder === null) return refuse({ code: 'cancelled' });
      const { id } = officeRow(db);
      return profileOf(
        journal.write(caller, (desk) => desk.patch(officeLedger, id, input.revision, { backupFolder })),
      );
    },
  };
}

function profileOf(row: OfficeRow): OfficeProfile {
  const { id, changeN, createdAt, createdBy, updatedAt, updatedBy, retiredAt, language, ...profile } = row;
  const { weekday, hour } = windowOf(row);
  return {
    ...profile,
    afterReleaseHelp: profile.afterReleaseHelp ?? false,
    weeklyWeekday: weekday,
    weeklyHour: hour,
  };
}

/** When the weekly bundle is due. */
export function windowOf({ weeklyWeekday, weeklyHour }: OfficeRow): WeeklyWindow {
  return { weekday: weeklyWeekday ?? DEFAULT_WINDOW.weekday, hour: weeklyHour ?? DEFAULT_WINDOW.hour };
}
