/** From the shell's words to a screen: waiting, no office, or an office to talk to. Nothing survives a new office. */
import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/kernel/failure.ts';
import type { LockReason } from '#shared/pipe.ts';
import type { Line, Pipe } from '#renderer/client/pipe.ts';
import { ToastStack } from '#renderer/ui/layers/toasts.tsx';
import { useScheme } from '#renderer/app/appearance.ts';
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx';
import { NoOffice } from './no-office.tsx';
import { OfficeDoor } from './office-door.tsx';
import { Splash } from './splash.tsx';
import { resolveVariables, theme } from '#renderer/app/theme.ts';

type Stage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly turn: number; readonly reason: LockReason; readonly line: Line };

export interface CounterProps {
  /** Null where no shell has opened the page. */
  readonly pipe: Pipe | null;
}

const NO_SHELL: Failure = { code: 'unexpected', reference: 'no-shell' };

export function Counter({ pipe }: CounterProps) {
  const [stage, setStage] = useState<Stage>(
    pipe === null ? { kind: 'failed', failure: NO_SHELL } : { kind: 'waiting' },
  );
  useEffect(() => {
    pipe?.begin((word) => {
      if (word.word === 'office-failed') setStage({ kind: 'failed', failure: word.failure });
      else
        setStage((now) => ({
          kind: 'ready',
          turn: now.kind === 'ready' ? now.turn + 1 : 1,
          reason: word.reason,
          line: pipe.line(),
        }));
    });
  }, [pipe]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      deduplicateCssVariables={false}
      forceColorScheme={useScheme()}
    >
      <ErrorBoundary>
        <ToastStack key={stage.kind === 'ready' ? stage.turn : stage.kind}>
          {stage.kind === 'waiting' && <Splash />}
          {stage.kind === 'failed' && <NoOffice failure={stage.failure} />}
          {stage.kind === 'ready' && <OfficeDoor line={stage.line} reason={stage.reason} />}
        </ToastStack>
      </ErrorBoundary>
    </MantineProvider>
  );
}
