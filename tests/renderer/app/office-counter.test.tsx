import { isHidden, ROOMS, type Room } from '#renderer/app/rooms.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { setLanguage, startLanguage } from '#renderer/app/language.ts';
import { SLOW_MS } from '#renderer/ui/form/slow-words.tsx';
import type { Role } from '#shared/kernel/role.ts';
import { ADMIN, loginOf, OFFICE, passwordOf } from '#tests/support/office.ts';
import { openOfficeWindow, type OfficeWindow, type WindowOptions } from '#tests/renderer/office-window.tsx';

let open: OfficeWindow | null = null;
const SLOW = { timeout: 10_000 };

async function openWindow(options?: WindowOptions): Promise<OfficeWindow> {
  open = await openOfficeWindow(options);
  return open;
}

async function signIn(login: string, password: string): Promise<void> {
  const user = userEvent.setup();
  const name = await screen.findByLabelText('登录账号', {}, SLOW);
  await user.clear(name);
  await user.type(name, login);
  await user.type(screen.getByLabelText('口令'), `${password}{Enter}`);
}

async function openAs(role: Role): Promise<OfficeWindow> {
  const window = await openWindow({
    before: async (office) => {
      await office.signIn(role);
    },
  });
  await signIn(loginOf(role), passwordOf(role));
  await screen.findByRole('navigation', {}, SLOW);
  return window;
}

beforeAll(startLanguage);
beforeEach(() => setLanguage('zh'));
afterEach(async () => {
  await open?.close();
  open = null;
});

describe('the first run', () => {
  it('sets an office up from nothing, with the recovery code typed back', async () => {
    const { office } = await openWindow({ setUp: false });
    const user = userEvent.setup();
    await screen.findByRole('heading', { name: '建立警务室' }, SLOW);
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await screen.findByText('从备份恢复');
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await user.type(screen.getByLabelText('警务室名称'), OFFICE.name);
    await user.type(screen.getByLabelText('所属派出所'), OFFICE.stationName);
    await user.type(screen.getByLabelText('警务室编码'), '５１９９０１ 07{Enter}');
    await user.type(await screen.findByLabelText('姓名'), '李建国');
    await user.type(screen.getByLabelText('登录账号'), 'LJG');
    await user.type(screen.getByLabelText('口令'), '1234567890');
    await user.tab();
    expect(screen.getByText('不能只有数字，请加上字母或汉字')).toBeTruthy();
    await user.clear(screen.getByLabelText('口令'));
    await user.type(screen.getByLabelText('口令'), ADMIN.password);
    await user.type(screen.getByLabelText('再输一次口令'), `${ADMIN.password}{Enter}`);

    await screen.findByRole('heading', { name: '恢复码' }, SLOW);
    const code = screen.getByLabelText('恢复码', { selector: 'output' }).textContent;
    await user.type(screen.getByLabelText(/照着纸面再输一遍/u), 'AAAA{Enter}');
    expect(screen.getByText('与恢复码不一致，请对照纸面逐组检查')).toBeTruthy();
    await user.clear(screen.getByLabelText(/照着纸面再输一遍/u));
    await user.type(screen.getByLabelText(/照着纸面再输一遍/u), `${code.toLowerCase()}{Enter}`);
    await user.click(await screen.findByRole('button', { name: '暂不选择' }));

    await screen.findByText(`${OFFICE.name}已经建立。`, {}, SLOW);
    await user.click(screen.getByRole('button', { name: '添加人员' }));
    await screen.findByRole('tab', { name: '人员', selected: true }, SLOW);
    const profile = await office.counter.office.profile({});
    expect(profile).toMatchObject({ code: OFFICE.code, name: OFFICE.name });
  });

  it('keeps what was typed when going back', async () => {
    await openWindow({ setUp: false });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: '下一步' }, SLOW));
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await user.type(screen.getByLabelText('警务室名称'), OFFICE.name);
    await user.click(screen.getByRole('button', { name: '上一步' }));
    await user.click(screen.getByRole('button', { name: '下一步' }));
    expect(screen.getByLabelText('警务室名称')).toHaveProperty('value', OFFICE.name);
  });
});

describe('the lock screen', () => {
  it('names the office and nothing else of it, and says that a password was wrong without saying which part', async () => {
    await openWindow();
    await screen.findByRole('heading', { name: OFFICE.name }, SLOW);
    expect(screen.queryByRole('navigation')).toBeNull();
    await signIn(ADMIN.login, 'not the password');
    await screen.findByText(/账号或口令不对/u, {}, SLOW);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('says why a sign-in may take long once it does, and nothing of it before', async () => {
    await openWindow();
    const user = userEvent.setup();
    const name = await screen.findByLabelText('登录账号', {}, SLOW);
    await user.clear(name);
    await user.paste(ADMIN.login);
    await user.click(screen.getByLabelText('口令'));
    await user.paste(ADMIN.password);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      // The office has no turn to answer before the time is over.
      fireEvent.click(screen.getByRole('button', { name: '解锁' }));
      act(() => void vi.advanceTimersByTime(SLOW_MS - 1));
      expect(screen.queryByText(/程序更新后的第一次登录/u)).toBeNull();
      act(() => void vi.advanceTimersByTime(1));
      expect(screen.getByText(/程序更新后的第一次登录/u).closest('[role=status]')).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
    await screen.findByRole('navigation', {}, SLOW);
    expect(screen.queryByText(/程序更新后的第一次登录/u)).toBeNull();
  });

  it('comes back on Ctrl+L with a fresh office, and offers the shift its name', async () => {
    const { office } = await openAs('officer');
    await userEvent.setup().keyboard('{Control>}l{/Control}');
    await screen.findByText('已锁定。草稿已保存。', {}, SLOW);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(office.ended).toEqual(['asked']);
    expect(
      within(screen.getByRole('group', { name: '本班人员' })).getAllByRole('button').length,
    ).toBeGreaterThan(0);
  });
});

describe('while the office closes its files', () => {
  it('nothing of the ledger stays on the screen', async () => {
    const { office } = await openAs('officer');
    // The PC goes to sleep: the office asks for the drafts first, and is still open.
    const locking = office.office().lock('suspend');
    await waitFor(() => expect(screen.queryByRole('navigation')).toBeNull());
    expect(office.ended).toEqual([]);
    await locking;
    await screen.findByText(/电脑已休眠/u, {}, SLOW);
  });
});

describe('the rail', () => {
  it('shows every room to everybody and locks those that are not for them, but for those nobody else may know of', async () => {
    await openAs('auditor');
    const items = within(screen.getByRole('navigation')).getAllByRole('button');
    const isOpen = (item: HTMLElement) => item.getAttribute('aria-disabled') === 'false';
    expect(items.filter(isOpen).map((item) => item.textContent)).toEqual(['设置', '日志']);
    const shown = ROOMS.filter((room: Room) => !isHidden(room, 'auditor'));
    expect(shown.length).toBe(ROOMS.length - 1);
    expect(items.filter((item) => item.getAttribute('aria-disabled') === 'true')).toHaveLength(
      shown.length - 2,
    );
    await userEvent.setup().click(screen.getByRole('button', { name: '来访' }));
    await screen.findByText(/来访：您的岗位不使用这一栏。需要时请找辅警 \/ 社区民警/u);
  });
});

describe('the status bar', () => {
  it('tells whoever makes the backups when the last one was, and everybody else', async () => {
    const { office } = await openWindow({ staffed: true });
    const user = userEvent.setup();
    const bar = async (role: Role) => {
      await signIn(loginOf(role), passwordOf(role));
      return within(await screen.findByRole('contentinfo', {}, SLOW));
    };
    const seen = await bar('administrator');
    await seen.findByText('还没有备份', {}, SLOW);
    await user.click(await screen.findByRole('button', { name: '现在备份' }, SLOW));
    const now = office.clock.now();
    const made = `备份 ${dayOf(now).slice(5)} ${timeOf(now)}`;
    await seen.findByText(made, {}, SLOW);
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByText('已锁定。草稿已保存。', {}, SLOW);
    await (await bar('auditor')).findByText(made, {}, SLOW);
  });
});

describe('the keys of every screen', () => {
  it('open the palette, run what is found, and change language and theme at once', async () => {
    await openAs('officer');
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), '深色{Enter}');
    await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'english{Enter}');
    await within(screen.getByRole('navigation')).findByRole('button', { name: 'Visitors' });
    expect(document.documentElement.lang).toBe('en');
  });

  it('show the help sheet of this screen, and hide the ledgers from the public', async () => {
    await openAs('officer');
    const user = userEvent.setup();
    await user.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByText('锁定')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{F11}');
    expect(screen.getByRole('heading', { name: '面向群众' })).toBeTruthy();
    expect(screen.getByRole('main', { hidden: true }).getAttribute('data-hidden')).toBe('true');
    await user.keyboard('{F11}');
    expect(screen.queryByRole('heading', { name: '面向群众' })).toBeNull();
  });
});
