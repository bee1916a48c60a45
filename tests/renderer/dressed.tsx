/** Draws a component as the counter does: in its theme and in Chinese. */
import { MantineProvider } from '@mantine/core';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll } from 'vitest';
import { setLanguage, startLanguage } from '#renderer/app/language.ts';
import { theme } from '#renderer/app/theme.ts';
import { ToastStack } from '#renderer/ui/layers/toasts.tsx';

/** Call once in a test file that draws. */
export function useCounterWords(): void {
  beforeAll(async () => {
    await startLanguage();
    setLanguage('zh');
  });
  afterEach(cleanup);
}

export function draw(content: ReactNode): RenderResult {
  const wrap = (inner: ReactNode) => (
    <MantineProvider theme={theme} env="test">
      <ToastStack>{inner}</ToastStack>
    </MantineProvider>
  );
  const result = render(wrap(content));
  return { ...result, rerender: (next) => result.rerender(wrap(next)) };
}
