/** One address by its id: a door with everybody behind it, or a place of the tree with what stands below. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import { DoorPage } from './door/door-page.tsx';
import { PlacesBrowser } from './tree/places-page.tsx';

export function PlacePage() {
  const { t } = useTranslation('places');
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/places/'.length) });
  const asDoor = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).has('door') });
  const { queries } = useOffice();
  const address = useQuery(queries.addresses.open.queryOptions({ input: { id } }));
  const back = <Back to="/places">{t('title')}</Back>;
  return (
    <RecordQuery query={address} back={back} none={t('record.none')}>
      {(found) => {
        if (found.mergedInto !== null)
          return (
            <>
              {back}
              <Notice
                tone="amber"
                action={<Go to={`/places/${found.mergedInto}`}>{t('record.openInto')}</Go>}
              >
                {found.line} · {t('record.merged')}
              </Notice>
            </>
          );
        return isDoor(found, asDoor) ? <DoorPage key={id} id={id} /> : <PlacesBrowser id={id} />;
      }}
    </RecordQuery>
  );
}

/** A house in which flats stand is a place, unless somebody lives at its own number and asks for that. */
function isDoor({ kind, children }: AddressRecord, asked: boolean): boolean {
  return mayBeDoor(kind) && (children === 0 || asked);
}
