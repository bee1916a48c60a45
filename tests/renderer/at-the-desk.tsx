/** A person signed in at the counter of a real office, with their own keyboard. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { setLanguage, startLanguage } from '#renderer/app/language.ts';
import type { Role } from '#shared/kernel/role.ts';
import { loginOf, passwordOf, type Counter, type TestOffice } from '#tests/support/office.ts';
import { openOfficeWindow, type OfficeWindow } from './office-window.tsx';

export const SLOW = { timeout: 10_000 };

export interface Desk {
  readonly office: TestOffice;
  /** The same office asked directly, as the person who is signed in. */
  readonly counter: Counter;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Presses keys one after another, as `user.keyboard` names them, and counts each. */
  press(...keys: readonly string[]): Promise<void>;
  /** Keys pressed so far. */
  readonly pressed: () => number;
}

/** Call once in a test file; the answer opens a desk, which is closed after each test. */
export function useDesks(): (role: Role, before?: (office: TestOffice) => Promise<void>) => Promise<Desk> {
  let open: OfficeWindow | null = null;
  beforeAll(startLanguage);
  beforeEach(() => setLanguage('zh'));
  afterEach(async () => {
    await open?.close();
    open = null;
  });
  return async (role, before) => {
    open = await openOfficeWindow({ staffed: true, ...(before === undefined ? {} : { before }) });
    const { office } = open;
    const user = userEvent.setup();
    const name = await screen.findByLabelText('登录账号', {}, SLOW);
    // A person of this shift finds the name already there.
    await user.clear(name);
    await user.paste(loginOf(role));
    await user.click(screen.getByLabelText('口令'));
    await user.paste(passwordOf(role));
    await user.keyboard('{Enter}');
    await screen.findByRole('navigation', {}, SLOW);
    let pressed = 0;
    return {
      office,
      get counter() {
        return office.counter;
      },
      user,
      async press(...keys) {
        for (const key of keys) {
          pressed += 1;
          await user.keyboard(key);
        }
      },
      pressed: () => pressed,
    };
  };
}
