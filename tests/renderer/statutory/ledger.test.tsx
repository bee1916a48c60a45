/** 依法登记 at the counter: behind one question, for the officer in charge alone, and not there at all for anybody else. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { READS_AN_HOUR } from '#shared/ledgers/statutory/reading.ts';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { pin, putMatter } from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';

const openDesk = useDesks();

// jsdom lays nothing out: the list draws the rows that fit a height.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 500 });
});

const NAME = '甄某某';

async function furnish(office: TestOffice): Promise<void> {
  await office.signIn('officer');
  await pin(office, await makeStation());
  putMatter(office, 'SM01', { name: NAME });
}

async function atLedger(role: Role = 'officer'): Promise<Desk> {
  const desk = await openDesk(role, furnish);
  await desk.press('{Alt>}6{/Alt}');
  return desk;
}

const gate = () => screen.findByRole('form', { name: '查看名单' }, SLOW);

async function look(desk: Desk): Promise<HTMLElement> {
  await gate();
  await desk.press('2', '{Enter}');
  return screen.findByRole('row', { name: new RegExp(NAME, 'u') }, SLOW);
}

describe('the statutory ledger at the counter', () => {
  it('shows no name before a reason is given, and says what is owed once it is', async () => {
    const desk = await atLedger();
    await gate();
    expect(document.body.textContent).not.toContain(NAME);
    const row = await look(desk);
    expect(row.textContent).toContain('取保候审');
    expect(row.textContent).toMatch(/剩 \d+ 天/u);
    // One reason opens the record, too; its duty is written with three keys.
    await desk.user.click(row);
    await screen.findByRole('heading', { level: 1, name: `${NAME} · 取保候审` }, SLOW);
    const [write] = await screen.findAllByRole('button', { name: /^登记结果 告知应守规定/u }, SLOW);
    if (write === undefined) throw new Error('nothing is owed');
    await desk.user.click(write);
    const form = await screen.findByRole('form', { name: '登记结果' }, SLOW);
    await waitFor(() => expect(form.contains(document.activeElement)).toBe(true));
    await desk.press('1', '{Control>}s{/Control}');
    const undo = await screen.findByRole('button', { name: /^撤销 告知应守规定/u }, SLOW);
    await desk.user.click(undo);
    await screen.findByRole('button', { name: /^登记结果 告知应守规定/u }, SLOW);
    // What was read is gone as soon as somebody looks elsewhere.
    window.dispatchEvent(new Event('blur'));
    await gate();
    expect(document.body.textContent).not.toContain(NAME);
  });

  it('asks what for once many were looked at within the hour', async () => {
    const desk = await openDesk('officer', async (office) => {
      await furnish(office);
      const why = { reason: 'inspection', note: '', explanation: '' } as const;
      for (let reads = 0; reads < READS_AN_HOUR; reads += 1) await office.counter.statutory.list(why);
    });
    await desk.press('{Alt>}6{/Alt}');
    await gate();
    expect(screen.queryByLabelText(/^用途/u)).toBeNull();
    await desk.press('2', '{Enter}');
    const why = await screen.findByLabelText(/^用途/u, {}, SLOW);
    expect(document.body.textContent).not.toContain(NAME);
    await desk.user.type(why, '季度复核名下事项{Enter}');
    await screen.findByRole('row', { name: new RegExp(NAME, 'u') }, SLOW);
  });

  it.each(['auxiliary', 'administrator', 'auditor'] as const)(
    'is not there for the %s: no entry, no command, no screen',
    async (role) => {
      const desk = await atLedger(role);
      const rail = within(await screen.findByRole('navigation', {}, SLOW));
      expect(rail.queryByRole('button', { name: /依法登记/u })).toBeNull();
      expect(screen.queryByRole('form', { name: '查看名单' })).toBeNull();
      await desk.press('{F1}');
      // Of what was done the auditor's journal tells; of ways to do it nothing does.
      expect((await screen.findByRole('dialog', {}, SLOW)).textContent).not.toContain('依法登记');
    },
  );
});
