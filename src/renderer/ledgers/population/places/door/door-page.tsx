/** One door: its dwelling, the households and people behind it, the visits to it, and what came of today's. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AT_DOOR_MAX, type DoorRecord } from '#shared/contract/population/addresses.ts';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { MembersTable } from '#renderer/ledgers/population/people/household/members-table.tsx';
import { AddressFacts } from '#renderer/ledgers/population/places/record/address-facts.tsx';
import { Crumbs } from '#renderer/ledgers/population/places/record/crumbs.tsx';
import { PlaceDeeds } from '#renderer/ledgers/population/places/record/place-deeds.tsx';
import { PlaceChips } from '#renderer/ledgers/population/places/record/place-record.tsx';
import { useShownAddress, useShownDwelling } from '#renderer/ledgers/population/places/shown-fields.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { DwellingCard } from './dwelling-card.tsx';
import { VisitBox } from './visit-box.tsx';
import { VisitsCard } from './visits-card.tsx';
import styles from './door.module.css';

export function DoorPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('door');
  const { queries } = useOffice();
  const door = useQuery(queries.addresses.door.queryOptions({ input: { id } }));
  return (
    <RecordQuery query={door} back={<Back to="/places">{t('backPlace')}</Back>} none={t('none')}>
      {(found) => <Door door={found} />}
    </RecordQuery>
  );
}

function Door({ door }: { readonly door: DoorRecord }) {
  const { t } = useTranslation(['door', 'face']);
  const { address } = door;
  /** A visit recorded: the box begins anew. */
  const [visits, setVisits] = useState(0);
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <BackToFace door={door} />
        <h1>{address.line}</h1>
        <PlaceChips address={address} />
        <span className={shared.headEnd}>
          <PlaceDeeds address={address} />
        </span>
        <span className={styles.crumbs}>
          <Crumbs address={address} />
        </span>
      </header>
      {address.quiet && <Notice tone="amber">{t('face:panel.quiet')}</Notice>}
      <Card title={t('visit.title')}>
        <VisitBox key={visits} door={door} onDone={() => setVisits(visits + 1)} />
      </Card>
      <PeopleCard door={door} />
      <div className={shared.columns}>
        <div className={shared.column}>
          <DwellingCard door={door} />
          <AddressFacts address={address} />
        </div>
        <div className={shared.column}>
          <VisitsCard visits={door.visits} />
          <DoorHistory door={door} />
        </div>
      </div>
    </div>
  );
}

/** Where houses stand by themselves, without storeys. */
const RURAL: ReadonlySet<ElementKind> = new Set(['village', 'group', 'street']);

/** The building it stands in, or where it has no storeys the place. */
function BackToFace({ door: { address } }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('door');
  const building = address.above.findLast(({ kind }) => kind !== 'entrance' && kind !== 'room');
  if (building === undefined) return <Back to="/places">{t('backPlace')}</Back>;
  const words = RURAL.has(building.kind) ? 'backRural' : 'back';
  return <Back to={`/places/${building.id}/face`}>{t(words, { name: building.name })}</Back>;
}

function PeopleCard({ door }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('door');
  const desk = useDesk();
  const { people, households, address } = door;
  const add = () => desk.go(`/population/new?address=${address.id}`);
  return (
    <Card
      title={t('people.title')}
      note={people.length === 0 ? '' : t('people.count', { count: address.people })}
      padded={false}
      action={
        people.length > 0 && (
          <Button size="small" onClick={add}>
            {t('people.add')}
          </Button>
        )
      }
    >
      {households.length > 0 && (
        <ul className={styles.households} aria-label={t('people.households')}>
          {households.map(({ id, headName, number, members }) => (
            <li key={id}>
              <Go to={`/population/household/${id}`}>
                {headName !== null
                  ? t('people.household', { head: headName, count: members })
                  : number !== ''
                    ? t('people.householdNumber', { number, count: members })
                    : t('people.householdEmpty')}
              </Go>
            </li>
          ))}
        </ul>
      )}
      {people.length === 0 ? (
        <div className={shared.inset}>
          <EmptyState why={t('people.none')}>
            <Button onClick={add}>{t('people.add')}</Button>
          </EmptyState>
        </div>
      ) : (
        <div className={styles.members}>
          <MembersTable members={people} />
        </div>
      )}
      {people.length === AT_DOOR_MAX && <p>{t('people.more', { count: AT_DOOR_MAX })}</p>}
    </Card>
  );
}

type Past = 'dwelling' | 'address';

/** The dwelling and the address each have a past; one is shown at a time. */
function DoorHistory({ door: { address, dwelling } }: { readonly door: DoorRecord }) {
  const { t } = useTranslation('door');
  const showAddress = useShownAddress();
  const showDwelling = useShownDwelling();
  const [past, setPast] = useState<Past>('dwelling');
  if (dwelling === null) return <RecordHistory ledger="addresses" id={address.id} show={showAddress} />;
  return (
    <section>
      <div className={styles.pasts} role="group" aria-label={t('history')}>
        {(['dwelling', 'address'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={past === one} onClick={() => setPast(one)}>
            {t(`historyOf.${one}`)}
          </button>
        ))}
      </div>
      {past === 'dwelling' ? (
        <RecordHistory key="dwelling" ledger="dwellings" id={dwelling.id} show={showDwelling} />
      ) : (
        <RecordHistory key="address" ledger="addresses" id={address.id} show={showAddress} />
      )}
    </section>
  );
}
