/** A door opened from the face: who lives there, when somebody was here last, and one key for what came of it today. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DoorRecord } from '#shared/contract/population/addresses.ts';
import { addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { ASK_AGAIN_MONTHS } from '#shared/ledgers/population/verified.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { VisitBox } from '#renderer/ledgers/population/places/door/visit-box.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';

export interface DoorDrawerProps {
  /** Null: closed. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** People and visits that are named; there may be more on the record. */
const PEOPLE_SHOWN = 6;
const VISITS_SHOWN = 3;

export function DoorDrawer({ id, onClose }: DoorDrawerProps) {
  const { t } = useTranslation('face');
  const { queries } = useOffice();
  const door = useQuery(
    queries.addresses.door.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, staleTime: 0 }),
  );
  const line = id !== null && door.data?.address.id === id ? door.data.address.line : '';
  return (
    <SideDrawer opened={id !== null} title={line} onClose={onClose}>
      {id !== null && (
        <RecordQuery query={door} none={t('panel.none')}>
          {(found) => <DoorPanel key={found.address.id} door={found} onDone={onClose} />}
        </RecordQuery>
      )}
    </SideDrawer>
  );
}

function DoorPanel({ door, onDone }: { readonly door: DoorRecord; readonly onDone: () => void }) {
  const { t } = useTranslation('face');
  const { address, dwelling } = door;
  return (
    <div className={shared.stack}>
      {address.quiet && <Notice tone="amber">{t('panel.quiet')}</Notice>}
      <VisitBox door={door} onDone={onDone} autoFocus />
      <div>
        <PeopleLines door={door} />
        {address.bestTime !== '' && <p>{t('panel.bestTime', { time: address.bestTime })}</p>}
        {dwelling?.use === 'let' && <p>{t('panel.let', { name: dwelling.landlordName ?? '' })}</p>}
        <Verified door={door} />
      </div>
      <LastVisits door={door} />
      <p>
        <Go to={`/places/${address.id}?door=1`}>{t('panel.open')}</Go>
      </p>
    </div>
  );
}

function PeopleLines({ door: { people } }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('face');
  const words = usePeopleWords();
  if (people.length === 0) return <p className={shared.soft}>{t('panel.nobody')}</p>;
  return (
    <>
      {people.slice(0, PEOPLE_SHOWN).map((one) => (
        <p key={one.id} className={shared.line}>
          <strong>
            <PersonName name={one.name} />
          </strong>
          <span className={shared.soft}>
            {[one.relation === null ? '' : words.relation(one.relation), words.sexAge(one)]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <OutChip outState={one.outState} />
        </p>
      ))}
      {people.length > PEOPLE_SHOWN && (
        <p className={shared.soft}>{t('panel.more', { count: people.length })}</p>
      )}
    </>
  );
}

/** The door is as old as the oldest verification behind it. */
function Verified({ door }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('face');
  const today = useOfficeDay();
  const days = [
    ...door.people.filter(({ outState }) => outState === null).map(({ verifiedOn }) => verifiedOn),
    ...(door.dwelling === null ? [] : [door.dwelling.verifiedOn]),
  ];
  const known = days.filter((day) => day !== null).sort();
  const oldest = known[0];
  if (days.length === 0) return null;
  if (oldest === undefined || known.length < days.length)
    return <p className={shared.soft}>{t('panel.never')}</p>;
  const again = addMonths(oldest, ASK_AGAIN_MONTHS);
  return (
    <p className={shared.soft}>
      {t('panel.verified', { day: oldest })}
      {again > today && ` · ${t('panel.again', { day: again })}`}
    </p>
  );
}

function LastVisits({ door: { visits } }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('face');
  const words = usePlaceWords();
  return (
    <section>
      <strong>{t('panel.visits')}</strong>
      {visits.length === 0 && <p className={shared.soft}>{t('panel.noVisits')}</p>}
      {visits.slice(0, VISITS_SHOWN).map((visit) => (
        <p key={visit.id} className={shared.soft}>
          {[
            dayOf(visit.visitedAt),
            words.purpose(visit.purpose),
            words.result(visit.result),
            visit.byName,
          ].join(' · ')}
        </p>
      ))}
    </section>
  );
}
