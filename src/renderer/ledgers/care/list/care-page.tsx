/** 关爱服务: what is to be compared with its paper, what is in effect, and what ends soon. An officer's. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRow } from '#shared/contract/key-persons/care.ts';
import { useListProps } from '#renderer/client/paged-list.tsx';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { CARE_LAYER } from '#renderer/record/person/layers.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import listPage from '#renderer/ui/table/list-page.module.css';
import { ViewToggles } from '#renderer/ui/table/view-toggles.tsx';
import { careListCommands } from '#renderer/ledgers/care/care-commands.ts';
import { CareRecord } from '#renderer/ledgers/care/record/care-record.tsx';
import { useCareColumns } from './care-columns.tsx';
import { CARE_VIEWS, useCareList, useCareView } from './care-list.ts';

/** The office gives them in this order and no other. */
const SOONEST = { by: 'endsOn', descending: false } as const;
const NO_HIDDEN: readonly string[] = [];
const stay = () => undefined;

export function CarePage() {
  const { t } = useTranslation('care');
  const desk = useDesk();
  const cache = useQueryClient();
  const [view, setView] = useCareView('waiting');
  const [open, setOpen] = useState<string | null>(null);
  const [hidden, setHidden] = usePreference('care.hidden', listOfWords, NO_HIDDEN);
  const listProps = useListProps(useCareList(view));
  const columns = useCareColumns();
  useCommands(careListCommands(() => void invalidateRoom(cache, 'care')));
  const enter = () => desk.open(CARE_LAYER);
  return (
    <div className={listPage.page}>
      <PageTitle
        title={t('title')}
        note={
          <ViewToggles
            label={t('viewsLabel')}
            views={CARE_VIEWS}
            view={view}
            words={(one) => t(`views.${one}`)}
            onView={setView}
          >
            <span>{t('note')}</span>
          </ViewToggles>
        }
        actions={
          <>
            <Button onClick={() => desk.go('/printing?paper=care-consent')}>{t('blank')}</Button>
            <Button kind="primary" onClick={enter}>
              {t('enter')}
            </Button>
          </>
        }
      />
      <div className={listPage.table}>
        <LedgerTable
          label={t('ledger')}
          columns={columns}
          rowId={rowId}
          {...listProps}
          sort={SOONEST}
          onSort={stay}
          filters={NO_FILTERS}
          onClearFilters={stay}
          hidden={hidden}
          onHidden={setHidden}
          onOpen={({ id }) => setOpen(id)}
          empty={
            <EmptyState why={t(`empty.${view}`)}>
              {view === 'all' && <Button onClick={enter}>{t('enter')}</Button>}
            </EmptyState>
          }
        />
      </div>
      <CareRecord id={open} onClose={() => setOpen(null)} />
    </div>
  );
}

const NO_FILTERS: readonly never[] = [];

function rowId(row: CareRow): string {
  return row.id;
}
