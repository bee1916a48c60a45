/** The papers of a matter, printed from its record: what may be seen at once, and what asks for a reason first. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { intake, partyA, partyB, SECRET } from '#tests/support/dispute-words.ts';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';
import { newDraft } from '#tests/support/visits.ts';

const openDesk = useDesks();

it('are seen as they will be printed, without what happened until an officer says why', async () => {
  const desk = await openDesk('officer', async (office) => {
    await office.signIn('officer');
    await office.counter.disputes.register({
      intake,
      parties: [partyA, partyB],
      visit: null,
      draft: newDraft(),
    });
  });
  const { user } = desk;
  // Due today, so it stands on the first screen.
  await user.click(await screen.findByRole('button', { name: new RegExp(partyA.name, 'u') }, SLOW));
  await user.click(await screen.findByRole('button', { name: '文书' }, SLOW));
  const dialog = await screen.findByRole('dialog', { name: /^文书/u }, SLOW);
  const paper = await within(dialog).findByRole('region', { name: '预览' }, SLOW);
  expect(paper.textContent).toContain('矛盾纠纷受理登记表');
  expect(paper.textContent).toContain('不含案情和电话');
  expect(paper.textContent).not.toContain(SECRET);

  // The whole one waits for a reason: nothing is printed, and nothing is shown.
  await user.click(within(dialog).getByRole('radio', { name: /(?<!不)含案情和电话/u }));
  const print = within(dialog).getByRole('button', { name: /^打印/u });
  expect(print).toHaveProperty('disabled', true);
  expect(dialog.textContent).not.toContain(SECRET);
  await user.click(within(dialog).getByRole('radio', { name: /制作文书/u }));
  expect(print).toHaveProperty('disabled', false);
  await user.click(within(dialog).getByRole('button', { name: '预览' }));
  await waitFor(() => expect(dialog.textContent).toContain(SECRET), SLOW);
  expect(dialog.textContent).toContain('含案情和电话，事由：制作文书');

  await user.click(within(dialog).getByLabelText('空白表'));
  await waitFor(() => expect(dialog.textContent).not.toContain(partyA.name), SLOW);
  expect((await within(dialog).findByRole('region', { name: '预览' }, SLOW)).textContent).toContain('空白表');
  await user.click(print);
  await within(dialog).findByText('没有可用的打印机。', {}, SLOW);
});
