/** Every door below one element at a glance. Enter opens a door; what came of it is one more key. */
import { IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildingFace as FaceOf } from '#shared/contract/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { refreshCommand } from '#renderer/ledgers/population/places/tree/refresh-command.ts';
import { BuildingFace, RuralFace } from './building-face.tsx';
import { DoorDrawer } from './door-drawer.tsx';
import { doorAfterKey, isRural, layOut } from './face-layout.ts';
import { FaceLegend, isOnly, type Only } from './face-legend.tsx';
import styles from './face.module.css';

export function FacePage() {
  const { t } = useTranslation(['face', 'places']);
  const id = useLocation({ select: ({ pathname }) => pathname.split('/')[2] ?? '' });
  const { queries } = useOffice();
  const cache = useQueryClient();
  const face = useQuery(queries.addresses.face.queryOptions({ input: { id } }));
  useCommands([refreshCommand(() => void invalidateRoom(cache, 'addresses'))]);
  return (
    <RecordQuery
      query={face}
      back={<Back to={`/places?at=${id}`}>{t('back')}</Back>}
      none={t('places:record.none')}
    >
      {(found) => <Face face={found} />}
    </RecordQuery>
  );
}

function Face({ face }: { readonly face: FaceOf }) {
  const { t } = useTranslation('face');
  const desk = useDesk();
  const today = useOfficeDay();
  const [at, setAt] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [only, setOnly] = useState<Only | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { address, doors } = face;
  const entrances = useMemo(() => layOut(doors), [doors]);
  const entry = doors.find((door) => door.id === at)?.id ?? doors[0]?.id ?? null;
  const rural = isRural(entrances);
  const Doors = rural ? RuralFace : BuildingFace;
  const open = useCallback((id: string) => setOpened(id), []);
  const visit = useCallback((id: string) => setAt(id), []);

  useEffect(() => {
    // Whoever comes here begins with the arrows.
    if (document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>('[data-door][tabindex="0"]')?.focus();
  }, []);
  const close = () => {
    const door = opened;
    setOpened(null);
    // The keyboard goes on from the door it came from.
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-door="${door}"]`)?.focus());
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['door'] : undefined;
    if (from === undefined || belongsToInputMethod(event)) return;
    const to = doorAfterKey(entrances, from, chordOf(event));
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-door="${to}"]`)?.focus();
  };
  return (
    <div className={styles.page}>
      <header className={shared.head}>
        <Back to={`/places?at=${address.id}`}>{t('back')}</Back>
        <h1>{t('of', { line: address.line, count: doors.length + face.more })}</h1>
        <span className={styles.keys}>{t('keys')}</span>
        <span className={shared.headEnd}>
          <Button
            icon={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => desk.go(`/printing?paper=household-sheet&address=${address.id}`)}
          >
            {t('print')}
          </Button>
        </span>
      </header>
      {doors.length === 0 ? (
        <EmptyState why={t('none')}>
          <Button onClick={() => desk.go(`/places?at=${address.id}`)}>{t('addDoors')}</Button>
        </EmptyState>
      ) : (
        <>
          <FaceLegend face={face} only={only} onOnly={setOnly} />
          {face.more > 0 && <Notice tone="amber">{t('more', { count: face.more })}</Notice>}
          <div ref={frame} onKeyDown={press}>
            <Doors
              entrances={entrances}
              entry={entry}
              isDim={(door) => only !== null && !isOnly(door, only)}
              today={today}
              onOpen={open}
              onVisit={visit}
            />
          </div>
        </>
      )}
      <DoorDrawer id={opened} onClose={close} />
    </div>
  );
}
