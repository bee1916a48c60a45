import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';

const openDesk = useDesks();

describe('the printing screen', () => {
  it('begins with the card of the person at the desk and shows the paper itself', async () => {
    const desk = await openDesk('officer');
    await desk.press('{F6}');
    const preview = await screen.findByRole('region', { name: '预览' }, SLOW);
    expect(screen.getByLabelText('民警')).toHaveProperty(
      'selectedOptions.0.textContent',
      '李建国 · 社区民警',
    );
    expect(preview.querySelectorAll('[data-side=front] article')).toHaveLength(10);
    expect(preview.querySelectorAll('[data-side=back] article')).toHaveLength(10);
    expect(within(preview).getAllByText('15400000001').length).toBeGreaterThanOrEqual(10);
    await desk.user.click(screen.getByRole('button', { name: '单张' }));
    expect(preview.querySelectorAll('article')).toHaveLength(2);
  });

  it('shows only the front when one side is wanted, and how many cards that makes', async () => {
    const desk = await openDesk('officer');
    await desk.press('{F6}');
    await screen.findByRole('region', { name: '预览' }, SLOW);
    await desk.user.click(screen.getByLabelText('双面'));
    expect(document.querySelectorAll('[data-side=back]')).toHaveLength(0);
    await desk.user.click(screen.getByRole('button', { name: '加一' }));
    expect(screen.getByText('每页 10 张，共 20 张')).toBeTruthy();
  });

  it('says which facts are missing, and that a card without a phone is no use', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F6}');
    await screen.findByRole('region', { name: '预览' }, SLOW);
    expect(screen.getByText(/这张卡上没有电话/u)).toBeTruthy();
    expect(screen.getByText(/没有填写：警格范围、地址、接待时间/u)).toBeTruthy();
  });

  it('says what to do where there is no printer', async () => {
    const desk = await openDesk('officer');
    await desk.press('{F6}');
    await screen.findByRole('region', { name: '预览' }, SLOW);
    await desk.user.click(within(screen.getByRole('main')).getByRole('button', { name: '打印' }));
    await screen.findByText('没有可用的打印机。', {}, SLOW);
    expect(screen.getByText('可以先存为 PDF，稍后再印。')).toBeTruthy();
  });

  it('stays as it was when the dialog for the file is cancelled', async () => {
    const desk = await openDesk('officer');
    await desk.press('{F6}');
    await screen.findByRole('region', { name: '预览' }, SLOW);
    desk.office.shell.choose(null);
    await desk.user.click(screen.getByRole('button', { name: '存为 PDF' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '存为 PDF' }).getAttribute('aria-busy')).toBeNull(),
    );
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText(/已存为/u)).toBeNull();
  });
});
