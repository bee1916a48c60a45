/** Every call with every role: answered or forbidden exactly as the contract says, and by the office, not by the screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDefinedError, safe, type ORPCError } from '@orpc/client';
import type { Failure } from '#shared/kernel/failure.ts';
import { ROLES } from '#shared/kernel/role.ts';
import { contractCalls, type ContractCall } from '#tests/support/contract.ts';
import { openTestOffice, type Counter, type TestOffice } from '#tests/support/office.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';

const inputs = sampleInputs();
const calls = contractCalls();
// These end or open the session itself; session.test.ts makes them one by one.
const atTheDoor = calls.filter(({ meta }) => meta.roles === 'anyone');
const inside = calls.filter(({ meta, name }) => meta.roles !== 'anyone' && name !== 'session.lock');

type AnyCall = (input: unknown) => Promise<unknown> & { __error?: { type: ORPCError<'FAILURE', Failure> } };

const OF_THE_FORM: readonly string[] = ['shape', 'no-such-call'];

/** `answered`, or the code of the failure; `misshapen` where the sample itself does not fit, whatever stands in the ledger. */
async function outcomeOf(counter: Counter, name: string): Promise<string> {
  const call = name
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], counter) as AnyCall;
  const [error, , isDefined] = await safe(call(inputs[name]));
  if (error === null) return 'answered';
  if (!isDefined || !isDefinedError(error)) return `left the contract: ${String(error)}`;
  const { data } = error;
  const isMisshapen = data.code === 'invalid' && data.issues.some(({ rule }) => OF_THE_FORM.includes(rule));
  return isMisshapen ? 'misshapen' : data.code;
}

test('there is an input for every call, so that none is left out below', () => {
  expect(Object.keys(inputs)).toEqual(calls.map(({ name }) => name));
});

describe('a locked office', () => {
  let desk: TestOffice;
  beforeAll(async () => {
    desk = await openTestOffice({ staffed: true });
  });
  afterAll(() => desk.dispose());

  test('answers every call behind the lock screen with the lock', async () => {
    for (const { name } of [...inside, ...calls.filter(({ name }) => name === 'session.lock')])
      expect({ name, outcome: await outcomeOf(desk.counter, name) }).toEqual({ name, outcome: 'locked' });
  });

  test('answers the calls of the lock screen with their own words', async () => {
    for (const { name } of atTheDoor)
      expect(['locked', 'forbidden', 'unexpected']).not.toContain(await outcomeOf(desk.counter, name));
  });
});

describe.each(ROLES)('signed in as %s', (role) => {
  let desk: TestOffice;
  beforeAll(async () => {
    desk = await openTestOffice({ staffed: true });
    await desk.signIn(role);
  });
  afterAll(() => desk.dispose());

  const mayCall = ({ meta }: ContractCall) => meta.roles === 'anyone' || meta.roles.includes(role);

  test('what this role may do is done, or refused for a reason of its own; everything else is forbidden', async () => {
    for (const call of inside) {
      const outcome = await outcomeOf(desk.counter, call.name);
      if (mayCall(call))
        expect({ name: call.name, outcome }).not.toMatchObject({
          outcome: expect.stringMatching(/^(forbidden|locked|unexpected|misshapen|left)/),
        });
      else expect({ name: call.name, outcome }).toEqual({ name: call.name, outcome: 'forbidden' });
    }
  });

  test('every forbidden try stands in the journal, by its name and without what was asked for', () => {
    const raw = desk.office().session.opened()?.store.raw;
    const tried = (raw
      ?.prepare(
        `SELECT json_extract(line, '$.d') FROM journal WHERE json_extract(line, '$.d.event') = 'refused' ORDER BY n`,
      )
      .pluck()
      .all() ?? []) as string[];
    const names = inside.filter((call) => !mayCall(call)).map(({ name }) => name);
    expect(tried.map((text) => JSON.parse(text) as unknown)).toEqual(
      names.map((call) => ({ call, event: 'refused' })),
    );
  });
});
