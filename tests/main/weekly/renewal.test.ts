/** New keys for the office by the word of the old ones, between a real office and a real station. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failureOfCall } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { openOf, pin } from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { openPair, type Pair } from '#tests/station/real-office.ts';

async function openedPair(): Promise<Pair> {
  const pair = await openPair();
  onTestFinished(() => pair.desk.dispose());
  return pair;
}

const standing = async ({ desk }: Pair) => (await desk.counter.weekly.status({})).officeKey;
const register = ({ desk }: Pair) => desk.counter.visitors.register({ visit: enquiry, draft: newDraft() });
const receive = ({ station }: Pair, stick: string) => station.run('receive', '--from', stick);
const checksOf = (ran: Awaited<ReturnType<typeof receive>>) =>
  (ran.answer.files ?? []).map(({ check }) => check).toSorted();

/** As administrator; then an officer is at the desk again. */
async function renew({ desk }: Pair): Promise<void> {
  await desk.signIn('administrator');
  await desk.counter.station.renewKeys({});
  await desk.signIn('officer');
}

/** The renewal on a stick: the one file that the station says waits. */
function renewalOn(stick: string, ran: Awaited<ReturnType<typeof receive>>): string {
  const file = ran.answer.files?.find(({ check }) => check === 'E807')?.file ?? 'none';
  return join(stick, 'JWB', file);
}

test('new keys travel with the week, are held until the root signs for them, and are in use with the next receipt', async () => {
  const pair = await openedPair();
  const { desk, station } = pair;
  await register(pair);
  const first = await pair.exportTo();
  await receive(pair, first);
  await pair.read(first);
  const before = (await desk.counter.weekly.status({})).officeDigits;
  await renew(pair);
  expect(await standing(pair)).toBe('renewing');
  const after = (await desk.counter.weekly.status({})).officeDigits;
  expect(after).not.toEqual(before);
  expect(await failureOfCall(renew(pair))).toMatchObject({ issues: [{ rule: 'renewal-waits' }] });
  await desk.signIn('officer');

  await register(pair);
  const stick = await pair.exportTo();
  const held = await receive(pair, stick);
  expect(checksOf(held)).toEqual(['E307', 'E807']);
  await station.done('enrol', renewalOn(stick, held), '--renew');
  expect(checksOf(await receive(pair, stick))).toEqual([null, 'I808'].toSorted());
  expect((await pair.read(stick)).map(({ check }) => check)).toEqual([null]);
  expect(await standing(pair)).toBe('in-use');
  const last = (await desk.counter.weekly.status({})).bundles[0];
  expect(last).toMatchObject({ state: 'confirmed' });

  // The receipt of before was sealed to the box that is gone now. It was read, so it is no stranger.
  expect((await pair.read(first)).map(({ check }) => check)).toEqual([null]);
  await register(pair);
  const next = await pair.exportTo();
  expect(readdirSync(join(next, 'JWB', 'to-station'))).toHaveLength(1);
  expect(checksOf(await receive(pair, next))).toEqual([null]);
});

test('a receipt that the station sealed before it knew the new box is still read, and no old key stays when it did', async () => {
  const pair = await openedPair();
  await register(pair);
  const early = await pair.exportTo();
  await receive(pair, early);
  await renew(pair);
  expect((await pair.read(early)).map(({ check }) => check)).toEqual([null]);
  const kinds = () =>
    openOf(pair.desk).store.raw.prepare('SELECT kind FROM office_keys ORDER BY kind').pluck().all();
  expect(kinds()).toEqual(['box', 'former-box', 'renewal', 'sign']);
  const stick = await pair.exportTo();
  const held = await receive(pair, stick);
  await pair.station.done('enrol', renewalOn(stick, held), '--renew');
  await receive(pair, stick);
  await pair.read(stick);
  expect(kinds()).toEqual(['box', 'renewal', 'sign']);
});

test('the renewal is on every stick until it is answered, though its file was lost; a locked office carries it too', async () => {
  const pair = await openedPair();
  const { desk } = pair;
  await renew(pair);
  await register(pair);
  await pair.exportTo();
  const outbox = join(desk.dataDir, 'outbox');
  for (const name of readdirSync(outbox)) if (name.endsWith('.jwb')) rmSync(join(outbox, name));
  const again = await pair.exportTo();
  expect(checksOf(await receive(pair, again))).toEqual(['E307', 'E807']);
  const list = readdirSync(join(again, 'JWB', 'to-station'));
  const { files } = JSON.parse(readFileSync(join(outbox, 'carry.json'), 'utf8')) as {
    files: { name: string }[];
  };
  expect(files.map(({ name }) => name).toSorted()).toEqual(list.toSorted());
});

test('only the administrator renews keys, and not before the station has enrolled those there are', async () => {
  const pair = await openedPair();
  expect(await failureOfCall(pair.desk.counter.station.renewKeys({}))).toMatchObject({ code: 'forbidden' });
  const alone = await openTestOffice({ staffed: true });
  onTestFinished(() => alone.dispose());
  await alone.signIn('administrator');
  expect(await failureOfCall(alone.counter.station.renewKeys({}))).toEqual({ code: 'not-enrolled' });
  await pin(alone, await makeStation());
  expect((await alone.counter.weekly.status({})).officeKey).toBe('unlisted');
  expect(await failureOfCall(alone.counter.station.renewKeys({}))).toMatchObject({
    issues: [{ field: 'keys', rule: 'not-enrolled-yet' }],
  });
});

test('an office whose key was closed is told so, makes new ones and is enrolled with them in person', async () => {
  const pair = await openedPair();
  const { station } = pair;
  await register(pair);
  const stick = await pair.exportTo();
  await receive(pair, stick);
  await pair.read(stick);
  await station.done('revoke', '519901-07', '--reason', '电脑失窃，后找回');
  const { file: card = '' } = await station.done('card', '--out', join(stick, 'JWB', 'to-office'));
  expect(card).not.toBe('');
  await pair.read(stick);
  expect(await standing(pair)).toBe('closed');
  await renew(pair);
  await register(pair);
  const next = await pair.exportTo();
  const ran = await receive(pair, next);
  expect(checksOf(ran)).toEqual(['E303', 'E304']);
});
