import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Role } from '#shared/kernel/role.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { contractCalls } from '#tests/support/contract.ts';

describe('the contract', () => {
  const calls = contractCalls();

  test('names somebody for every call, and each role once', () => {
    for (const { name, meta } of calls) {
      if (meta.roles === 'anyone') continue;
      expect({ name, roles: meta.roles.length }).not.toEqual({ name, roles: 0 });
      expect({ name, roles: [...new Set(meta.roles)] }).toEqual({ name, roles: [...meta.roles] });
    }
  });

  test('answers nobody before signing in but at the lock screen and in the first run', () => {
    const rooms = calls.filter(({ meta }) => meta.roles === 'anyone').map(({ name }) => name.split('.')[0]);
    expect(new Set(rooms)).toEqual(new Set(['session', 'setup', 'carry', 'restore']));
  });

  test('lets an auxiliary neither unmask, nor search for a name, nor take out, nor touch accounts, settings and the station', () => {
    const mayNot = [
      'visitors.reveal',
      'visitors.search',
      'visitors.retire',
      'residents.list',
      'residents.reveal',
      'residents.export',
      'residents.retire',
      'dwellings.reveal',
      'units.reveal',
      'disputes.read',
      'disputes.revealPhone',
      'disputes.retire',
      'disputes.archive',
      'addresses.merge',
      'doubles.merge',
      'imports.choose',
      'imports.commit',
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
      if (
        /^(visitors|today|history|search|addresses|dwellings|homeVisits|residents|households|views|doubles|imports|units)\./.test(
          name,
        )
      )
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
    const paged = calls.filter(({ output }) => {
      const { next, rows } = shapeOf(output) ?? {};
      return next !== undefined && rows !== undefined;
    });
    expect(paged.map(({ name }) => name)).toEqual([
      'visitors.list',
      'visitors.search',
      'dwellings.rentals',
      'homeVisits.due',
      'residents.list',
      'doubles.list',
      'imports.rows',
      'units.list',
      'units.owed',
      'disputes.list',
      'care.list',
      'rights.list',
      'orders.list',
      'journal.page',
    ]);
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
