import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { contractCalls, type ContractCall } from '#tests/support/contract.ts';

/**
 * Who may do what, by hand. A change here is a change of somebody's rights: think of rights first, then of the table.
 * A auxiliary 辅警 · O officer 社区民警 · M administrator 系统管理员 · U auditor 审计员 · * anyone, before signing in ·
 * ! leaves an access line before it answers
 */
const PERMISSIONS = `
  session.state              *
  session.unlock             *
  session.recover            *
  session.lock               A O M U
  session.touch              A O M U
  session.changePassword     A O M U
  setup.begin                *
  setup.chooseBackupFolder   *
  setup.finish               *
  office.profile             A O M U
  office.amend               . . M .
  staff.list                 A O M U
  staff.add                  . . M .
  staff.amend                . . M .
  staff.resetPassword        . . M .
  staff.dismiss              . . M .
  today.summary              A O . .
  visitors.list              A O . .
  visitors.search            . O . . !
  visitors.open              A O . .
  visitors.onSite            A O . .
  visitors.register          A O . .
  visitors.amend             A O . .
  visitors.leave             A O . .
  visitors.reply             A O . .
  visitors.retire            . O . .
  visitors.reveal            . O . . !
  history.of                 A O . .
  history.undo               A O . .
  journal.page               . . . U
  journal.verify             . O M U
  drafts.keep                A O M U
  drafts.pending             A O M U
  drafts.drop                A O M U
  preferences.all            A O M U
  preferences.put            A O M U
  cards.people               A O M .
  cards.preview              A O M .
  cards.savePdf              A O M .
  cards.print                A O M .
  weekly.status              A O M .
  weekly.chooseFolder        A O M .
  weekly.export              A O M .
  weekly.readReceipts        A O M .
  station.chooseCard         . O M .
  station.pin                . O M .
  station.writeEnrolment     . O M .
  diagnostics.about          A O M U
  events.watch               A O M U
`;

const LETTERS: Readonly<Record<Role, string>> = {
  auxiliary: 'A',
  officer: 'O',
  administrator: 'M',
  auditor: 'U',
};

function permissionLine({ name, meta }: ContractCall): string {
  const { roles } = meta;
  const who =
    roles === 'anyone' ? '*' : ROLES.map((role) => (roles.includes(role) ? LETTERS[role] : '.')).join(' ');
  return `${name} ${who}${meta.witnessed === undefined ? '' : ' !'}`;
}

describe('the contract', () => {
  const calls = contractCalls();

  test('gives every call to exactly the roles that were decided', () => {
    const decided = PERMISSIONS.trim()
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/, ' '));
    expect(calls.map(permissionLine)).toEqual(decided);
  });

  test('names somebody for every call, and each role once', () => {
    for (const { name, meta } of calls) {
      if (meta.roles === 'anyone') continue;
      expect({ name, roles: meta.roles.length }).not.toEqual({ name, roles: 0 });
      expect({ name, roles: [...new Set(meta.roles)] }).toEqual({ name, roles: [...meta.roles] });
    }
  });

  test('answers nobody before signing in but at the lock screen and in the first run', () => {
    const rooms = calls.filter(({ meta }) => meta.roles === 'anyone').map(({ name }) => name.split('.')[0]);
    expect(new Set(rooms)).toEqual(new Set(['session', 'setup']));
  });

  test('lets an auxiliary neither unmask, nor search for a name, nor take out, nor touch accounts, settings and the station', () => {
    const mayNot = [
      'visitors.reveal',
      'visitors.search',
      'visitors.retire',
      'office.amend',
      'journal.page',
      'station.pin',
    ];
    for (const { name, meta } of calls)
      if (mayNot.includes(name) || /^staff\.(?!list)/.test(name))
        expect({ name, roles: meta.roles }).not.toMatchObject({
          roles: expect.arrayContaining(['auxiliary']),
        });
  });

  test('keeps ledgers from administrators and auditors, and every change from the auditor', () => {
    const changes =
      /\.(register|amend|leave|reply|retire|undo|add|dismiss|resetPassword|export|pin|savePdf|print)$/;
    for (const { name, meta } of calls) {
      if (meta.roles === 'anyone') continue;
      if (/^(visitors|today|history)\./.test(name))
        expect({ name, roles: meta.roles }).toEqual({
          name,
          roles: ['auxiliary', 'officer'].filter((role) => meta.roles.includes(role as Role)),
        });
      if (changes.test(name))
        expect({ name, audits: meta.roles.includes('auditor') }).toEqual({ name, audits: false });
    }
  });

  test('witnesses a read with a reason that is part of its input', () => {
    for (const { name, meta, input } of calls) {
      if (meta.witnessed === undefined) continue;
      const fields = Object.keys((input as unknown as z.ZodMiniObject).shape);
      expect({ name, fields }).toMatchObject({ fields: expect.arrayContaining([meta.witnessed.reason]) });
      if (meta.witnessed.record !== null) expect(fields).toContain(meta.witnessed.record);
    }
  });
});

describe('no answer of the contract grows without end', () => {
  const calls = contractCalls();

  test('a page has at most a hundred rows, and asks for them', () => {
    const paged = calls.filter(({ output }) => shapeOf(output)?.['next'] !== undefined);
    expect(paged.map(({ name }) => name)).toEqual(['visitors.list', 'visitors.search', 'journal.page']);
    for (const { name, input } of paged) {
      const rows = shapeOf(input)?.['rows'];
      expect({ name, most: rows === undefined ? null : z.safeParse(rows, PAGE_ROWS).success }).toEqual({
        name,
        most: true,
      });
      expect({ name, more: rows === undefined ? null : z.safeParse(rows, PAGE_ROWS + 1).success }).toEqual({
        name,
        more: false,
      });
      expect({ name, none: rows === undefined ? null : z.safeParse(rows, 0).success }).toEqual({
        name,
        none: false,
      });
    }
  });

  test('every other list says how long it may be', () => {
    // Outcomes of one deed: as many as there are files on the stick.
    const outcomes = ['weekly.export written', 'weekly.export receipts', 'weekly.readReceipts '];
    // Of fixed length or of few by nature: the eight groups of digits, ledgers, the fields of one change, words of a page.
    const few = /(digits|officeDigits|waiting|rows)$/;
    const unbounded = calls.flatMap(({ name, output }) =>
      listsIn(output)
        .filter(({ bounded }) => !bounded)
        .map(({ field }) => `${name} ${field}`),
    );
    expect(unbounded.filter((list) => !few.test(list) && !outcomes.includes(list))).toEqual([]);
  });
});

function shapeOf(schema: unknown): Record<string, z.ZodMiniType> | undefined {
  return schema instanceof z.ZodMiniObject ? (schema.shape as Record<string, z.ZodMiniType>) : undefined;
}

/** The arrays of an answer: the answer itself, and its fields. */
function listsIn(schema: unknown): { field: string; bounded: boolean }[] {
  const fields: [string, unknown][] = [['', schema], ...Object.entries(shapeOf(schema) ?? {})];
  return fields.flatMap(([field, one]) =>
    one instanceof z.ZodMiniArray
      ? [{ field, bounded: one.def.checks?.some((check) => check._zod.def.check === 'max_length') === true }]
      : [],
  );
}
