import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { LOGINS, startJourney, type AtDesk, type Journey } from './journey.ts';

const NUMBER = numberOf('19910412', '002');
const CHILD = numberOf('20170203', '004');
const PHONES = ['15400015678', '15400015679', '15400015680', '15400015681'] as const;

/** A number of 15 or 18 digits that is not part of a hash. */
const WHOLE_NUMBER = /(?<![0-9a-f])\d{15}(?:\d{2}[\dX])?(?![0-9a-f])/iu;

async function fillTown(desk: AtDesk): Promise<void> {
  const town = await buildTown(desk);
  const [phone, phone2, emergencyContact, landlordPhone] = PHONES;
  const kept = { phone, phone2, emergencyContact, emergencyConsent: true } as const;
  await town.person({ name: '李欣', idNumber: NUMBER, ...kept });
  await town.person({ name: '何梓涵', idNumber: CHILD, addressId: town.nextDoor });
  await desk.counter.dwellings.save({
    revision: null,
    draft: 'dauxiliary01',
    dwelling: {
      addressId: town.door,
      use: 'let',
      ownerName: null,
      ownerPhone: null,
      rentalUse: '02',
      landlordName: '周正',
      landlordPhone,
      agentName: null,
      agentPhone: null,
      letFrom: null,
      letTo: null,
      occupants: 1,
      pledgeOn: null,
      safetyCheckedOn: null,
    },
  });
}

/** Everything on the page, also what stands in fields and in names that are only read aloud. */
async function textOfPage({ page }: Journey): Promise<string> {
  return page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    const names = [...document.querySelectorAll('[aria-label], [title]')].map(
      (node) => `${node.getAttribute('aria-label') ?? ''} ${node.getAttribute('title') ?? ''}`,
    );
    return [document.body.innerText, ...values, ...names].join('\n');
  });
}

function expectNoNumber(text: string): void {
  expect(text).not.toMatch(WHOLE_NUMBER);
  for (const secret of [NUMBER, CHILD, ...PHONES]) expect(text).not.toContain(secret);
}

async function find({ page, press, type }: Journey, text: string): Promise<void> {
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await type(text);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
}

test('an auxiliary walks over every screen and never meets a whole number or phone', async () => {
  const journey = await startJourney({ before: fillTown });
  const { page, press, signIn, carried, chooser, inspect } = journey;
  await signIn(LOGINS.auxiliary);
  const look = async () => {
    await page.waitForTimeout(300);
    expectNoNumber(await textOfPage(journey));
    expect(await page.getByRole('button', { name: /^导出$|^导入$/u }).count()).toBe(0);
  };
  const rooms = page
    .getByRole('navigation')
    .getByRole('link')
    .or(page.getByRole('navigation').getByRole('button'));
  const count = await rooms.count();
  expect(count).toBeGreaterThan(4);
  // The last one folds the rail.
  for (let at = 0; at < count - 1; at += 1) {
    const room = rooms.nth(at);
    if (await room.isDisabled()) continue;
    await room.click();
    await look();
    for (const tab of await page.getByRole('main').getByRole('tab').all()) {
      await tab.click();
      await look();
    }
  }
  for (const asked of ['李欣', NUMBER.slice(-4), PHONES[0].slice(-4), '何梓涵', '3-2-501']) {
    await find(journey, asked);
    await page.waitForTimeout(200);
    expectNoNumber(await textOfPage(journey));
    await press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look();
    for (const tab of await page.getByRole('main').getByRole('tab').all()) {
      await tab.click();
      await look();
    }
    for (const button of await page.getByRole('button', { name: /^修改/u }).all()) {
      if (!(await button.isVisible())) continue;
      await button.click();
      await look();
      await press('Escape');
      break;
    }
  }
  // A whole number finds its person too, and is still not said back.
  await press('Alt+1');
  await find(journey, NUMBER);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: '李欣' }).waitFor();
  await look();

  const seen = await carried();
  expect(seen).toContain('李欣');
  expectNoNumber(seen);
  expect(chooser.asked).toEqual([]);
  const { lines } = await inspect();
  expect(lines.filter(({ op }) => op === 'V').map(({ d }) => d['call'])).not.toContain('residents.reveal');
});

test('an auxiliary is told that lists and exports are an officer’s, and carries the sealed week', async () => {
  const journey = await startJourney({ before: fillTown, station: true });
  const { page, press, chooser, folder, signIn, inspect } = journey;
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await signIn(LOGINS.auxiliary);
  await press('Alt+3');
  await page.getByText(/整表浏览和导出只开放给社区民警/u).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);

  await press('F8');
  chooser.willChoose('stick', stick);
  await page.getByRole('button', { name: '选择 U 盘文件夹' }).click();
  await page.getByRole('button', { name: /确认导出第\d+周/u }).click();
  await page.getByText('可以拔出').waitFor();
  expect(chooser.asked).toEqual(['folder stick']);
  const sealed = join(stick, 'JWB', 'to-station');
  const [file = ''] = readdirSync(sealed);
  const bytes = readFileSync(join(sealed, file));
  for (const secret of [NUMBER, ...PHONES, '李欣', '何梓涵']) expect(bytes.includes(secret)).toBe(false);

  const { lines } = await inspect();
  const events = lines.filter(({ l }) => l === 'weekly').map(({ d }) => d['event']);
  expect(events).toEqual(expect.arrayContaining(['bundle-sealed', 'bundle-written']));
});
