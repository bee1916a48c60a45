/** Behind one office process: first run, locked, or open. Everything asked of it hangs on one line and goes with it. */
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Me, SessionState } from '#shared/contract/session.ts';
import type { LockReason } from '#shared/pipe.ts';
import { makeDrafts } from '#renderer/client/drafts.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { connectClient, makeQueryCache, queriesOf } from '#renderer/client/link.ts';
import { MeContext, OfficeContext, type Office } from '#renderer/client/office.ts';
import type { Line } from '#renderer/client/pipe.ts';
import { Frame } from '#renderer/app/frame/frame.tsx';
import { setLanguage } from '#renderer/app/language.ts';
import { LockScreen } from '#renderer/app/lock/lock-screen.tsx';
import { joinShift } from '#renderer/app/lock/shift.ts';
import { DemoFrame } from './demo-frame.tsx';
import { NoOffice } from './no-office.tsx';
import { Splash } from './splash.tsx';
import { Wizard } from '#renderer/app/wizard/wizard.tsx';

export interface OfficeDoorProps {
  readonly line: Line;
  readonly reason: LockReason;
}

export function OfficeDoor({ line, reason }: OfficeDoorProps) {
  const parts = useMemo(() => {
    const client = connectClient(line);
    return { client, queries: queriesOf(client), drafts: makeDrafts(), cache: makeQueryCache() };
  }, [line]);
  useEffect(() => () => parts.cache.clear(), [parts]);
  return (
    <QueryClientProvider client={parts.cache}>
      <Threshold reason={reason} parts={parts} />
    </QueryClientProvider>
  );
}

interface ThresholdProps {
  readonly reason: LockReason;
  readonly parts: Omit<Office, 'session'>;
}

function Threshold({ reason, parts }: ThresholdProps) {
  const state = useQuery(parts.queries.session.state.queryOptions({ input: {}, staleTime: Infinity }));
  const language = state.data?.language;
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);

  if (state.error !== null) return <NoOffice failure={toFailure(state.error)} />;
  if (state.data === undefined) return <Splash />;
  return <Rooms session={state.data} reason={reason} parts={parts} onOpened={() => void state.refetch()} />;
}

interface RoomsProps extends ThresholdProps {
  readonly session: SessionState;
  readonly onOpened: () => void;
}

function Rooms({ session, reason, parts, onOpened }: RoomsProps) {
  const [settingUp, setSettingUp] = useState(session.stage === 'absent');
  const [start, setStart] = useState<string | null>(null);
  const office = useMemo<Office>(
    () => ({ client: parts.client, queries: parts.queries, drafts: parts.drafts, session }),
    [parts, session],
  );
  const enter = (me: Me) => {
    joinShift(me);
    onOpened();
  };
  const { me } = session;
  return (
    <OfficeContext value={office}>
      <DemoFrame demo={session.demo}>
        {settingUp && (
          <Wizard
            onFounded={enter}
            onDone={(path) => {
              setStart(path);
              setSettingUp(false);
            }}
          />
        )}
        {!settingUp && me === null && <LockScreen reason={reason} onUnlocked={enter} />}
        {!settingUp && me !== null && (
          <MeContext value={me}>
            <Frame start={start} />
          </MeContext>
        )}
      </DemoFrame>
    </OfficeContext>
  );
}
