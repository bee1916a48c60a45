import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Role } from '#shared/kernel/role.ts';
import { DEED_NAMES, DEED_RULES, type DeedRule } from '#shared/ledgers/disputes/deeds.ts';
import { contractCalls, type ContractCall } from '#tests/support/contract.ts';

const calls = contractCalls().filter(({ name }) => name.startsWith('disputes.'));
const named = (name: string): ContractCall => {
  const call = calls.find((one) => one.name === `disputes.${name}`);
  if (call === undefined) throw new Error(`no call disputes.${name}`);
  return call;
};

describe('the calls of a dispute', () => {
  test('are one for each deed, open to those whom the machine names and to nobody else', () => {
    for (const name of DEED_NAMES) {
      const { roles }: DeedRule = DEED_RULES[name];
      expect({ name, roles: named(name).meta.roles }).toEqual({ name, roles: [...roles] });
    }
  });

  test('that do a deed name the matter and the revision that was seen, and say whether it is still seen', () => {
    for (const name of DEED_NAMES) {
      const { input, output } = named(name);
      const shape = { name, input: fieldsOf(input), output: fieldsOf(output) };
      expect(shape).toMatchObject({
        input: expect.arrayContaining(['id', 'revision']),
        output: ['id', 'revision', 'stage', 'seen'],
      });
    }
  });

  test('leave to an auxiliary the desk, and neither the text nor the phones, nor whose matter it is', () => {
    const desk = calls
      .filter(({ meta }) => rolesOf(meta.roles).includes('auxiliary'))
      .map(({ name }) => name);
    const ways = ['refer', 'answerReferral', 'adviseCourt', 'settleThemselves', 'withdraw', 'transfer'];
    const deeds = [...ways, 'tell', 'followUp', 'reportViolence'];
    const others = ['list', 'due', 'open', 'alike', 'register', 'amend', 'addParty', 'amendParty'];
    const levels = ['planFollowUp', 'escalate'];
    expect(new Set(desk)).toEqual(
      new Set([...others, ...deeds, ...levels].map((name) => `disputes.${name}`)),
    );
  });

  test('are closed to administrators; an auditor reads figures and no matter', () => {
    for (const { name, meta } of calls) {
      const roles = rolesOf(meta.roles);
      expect({ name, administrator: roles.includes('administrator') }).toEqual({
        name,
        administrator: false,
      });
      expect({ name, auditor: roles.includes('auditor') }).toEqual({
        name,
        auditor: name === 'disputes.figures',
      });
    }
  });

  test('witness every reading of a text or a phone, and read none without', () => {
    const witnessed = calls.filter(({ meta }) => meta.witnessed !== undefined);
    expect(witnessed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['disputes.read', 'disputes.revealPhone']),
    );
    for (const { name, meta } of witnessed)
      expect({ name, roles: meta.roles }).toEqual({ name, roles: ['officer'] });
    const texts = [
      'summary',
      'demands',
      'course',
      'facts',
      'terms',
      'manner',
      'phone',
      'representativePhone',
    ];
    for (const { name, meta, output } of calls) {
      if (meta.witnessed !== undefined) continue;
      const told = allFieldsIn(output).filter((field) => texts.includes(field));
      expect({ name, told }).toEqual({ name, told: [] });
    }
    expect(allFieldsIn(named('read').output)).toEqual(expect.arrayContaining(['summary', 'course', 'facts']));
  });

  test('carry nothing of a person but what a paper of the matter needs', () => {
    const never = /idNumber|birth|ethnic|religio|health|score|grade|risk|photo|history|previous/i;
    for (const { name, input, output } of calls)
      expect({
        name,
        found: [...allFieldsIn(input), ...allFieldsIn(output)].filter((field) => never.test(field)),
      }).toEqual({
        name,
        found: [],
      });
  });
});

function rolesOf(roles: ContractCall['meta']['roles']): readonly Role[] {
  if (roles === 'anyone') throw new Error('no call of a dispute is open to anyone');
  return roles;
}

function fieldsOf(schema: unknown): string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

/** Every field of a schema, however deep it lies. */
function allFieldsIn(schema: unknown): string[] {
  if (schema instanceof z.ZodMiniObject) {
    const shape = schema.shape as Record<string, unknown>;
    return Object.entries(shape).flatMap(([field, inner]) => [field, ...allFieldsIn(inner)]);
  }
  if (schema instanceof z.ZodMiniArray) return allFieldsIn(schema.def.element);
  if (schema instanceof z.ZodMiniNullable || schema instanceof z.ZodMiniOptional)
    return allFieldsIn(schema.def.innerType);
  return [];
}
