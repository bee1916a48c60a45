/** 房屋与地址: the tree at the left, and beside it the record that is open, or the doors that wait for a visit. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressNode } from '#shared/contract/population/addresses.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { AddAddress } from '#renderer/ledgers/population/places/form/add-address.tsx';
import { PlaceRecord } from '#renderer/ledgers/population/places/record/place-record.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import { DueVisits } from './due-visits.tsx';
import { PlaceTree } from './place-tree.tsx';
import { refreshCommand } from './refresh-command.ts';
import styles from './page.module.css';

/** `/places?at=07-000012`: the place is in the question, so that the tree stays as it is while one walks it. */
export function PlacesPage() {
  const at = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('at') });
  return <PlacesBrowser id={at} />;
}

export function PlacesBrowser({ id }: { readonly id: string | null }) {
  const { t } = useTranslation('places');
  const { queries } = useOffice();
  const desk = useDesk();
  const cache = useQueryClient();
  const [adding, setAdding] = useState(false);
  const top = useQuery(queries.addresses.below.queryOptions({ input: { parent: null } }));
  const open = useQuery(
    queries.addresses.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  useCommands([refreshCommand(() => void invalidateRoom(cache, 'addresses'))]);
  const openNode = ({ id: chosen, kind, children }: AddressNode) =>
    desk.go(mayBeDoor(kind) && children === 0 ? `/places/${chosen}` : `/places?at=${chosen}`);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <span className={styles.keys}>{t('tree.keys')}</span>
        <div className={styles.headEnd}>
          <Button onClick={() => desk.go('/places/rentals')}>{t('commands.rentals')}</Button>
          <Button onClick={() => desk.go('/places/grids')}>{t('commands.grids')}</Button>
        </div>
      </header>
      {top.data?.length === 0 ? (
        <Card>
          <EmptyState why={t('tree.empty')}>
            <Button onClick={() => desk.go('/population/import')}>{t('tree.importFirst')}</Button>
            <Button kind="primary" onClick={() => setAdding(true)}>
              {t('tree.addTop')}
            </Button>
          </EmptyState>
        </Card>
      ) : (
        <div className={styles.columns}>
          <div className={styles.tree}>
            <PlaceTree
              current={id}
              path={open.data?.above.map((one) => one.id) ?? NOTHING}
              onOpen={openNode}
            />
          </div>
          <div className={styles.beside}>
            {id === null ? (
              <DueVisits />
            ) : (
              <RecordQuery query={open} none={t('record.none')}>
                {(address) => <PlaceRecord address={address} />}
              </RecordQuery>
            )}
          </div>
        </div>
      )}
      <Dialog opened={adding} title={t('form.addTop')} onClose={() => setAdding(false)} width={560}>
        <AddAddress
          parent={null}
          grids=""
          onDone={(made) => {
            setAdding(false);
            if (made !== null) desk.go(`/places?at=${made}`);
          }}
        />
      </Dialog>
    </div>
  );
}

const NOTHING: readonly string[] = [];
