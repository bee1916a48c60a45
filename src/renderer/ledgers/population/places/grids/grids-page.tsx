/** 双网融合: police grids, the civil grids each of them covers, and how recently their people were verified. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { GridRow } from '#shared/contract/population/addresses.ts';
import { GRID_KINDS } from '#shared/ledgers/population/grids.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { useCommands } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { Back } from '#renderer/record/back.tsx';
import shared from '#renderer/record/record.module.css';
import { refreshCommand } from '#renderer/ledgers/population/places/tree/refresh-command.ts';
import { FreshnessCard } from './freshness-card.tsx';
import { GridForm } from './grid-form.tsx';
import { GridTable } from './grid-table.tsx';
import { RetireGrid } from './retire-grid.tsx';

export function GridsPage() {
  const { t } = useTranslation('grids');
  const { queries } = useOffice();
  const me = useMe();
  const cache = useQueryClient();
  const errorWords = useErrorWords();
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  /** Null: a new one; undefined: none. */
  const [edited, setEdited] = useState<GridRow | null | undefined>(undefined);
  const [retiring, setRetiring] = useState<GridRow | null>(null);
  useCommands([refreshCommand(() => void invalidateRoom(cache, 'grids'))]);
  const may = mayCall(me.role, contract.grids.add);
  const rows = grids.data ?? [];
  const close = () => setEdited(undefined);
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <Back to="/places">{t('back')}</Back>
        <h1>{t('title')}</h1>
        <span className={shared.soft}>{t('note')}</span>
        <span className={shared.headEnd}>
          {may && rows.length > 0 && (
            <Button kind="primary" onClick={() => setEdited(null)}>
              {t('add')}
            </Button>
          )}
        </span>
      </header>
      {grids.isPending && <SkeletonRows />}
      {grids.error !== null && <ErrorPanel words={errorWords(grids.error)} />}
      {grids.data?.length === 0 && (
        <Card>
          <EmptyState why={t(may ? 'empty' : 'emptyLocked')}>
            {may && (
              <Button kind="primary" onClick={() => setEdited(null)}>
                {t('addTitle')}
              </Button>
            )}
          </EmptyState>
        </Card>
      )}
      {rows.length > 0 && (
        <>
          {GRID_KINDS.map((kind) => (
            <GridTable
              key={kind}
              kind={kind}
              grids={rows}
              {...(may ? { onEdit: setEdited, onRetire: setRetiring } : {})}
            />
          ))}
          <FreshnessCard grids={rows} />
        </>
      )}
      <Dialog
        opened={edited !== undefined}
        title={edited == null ? t('addTitle') : t('editTitle', { name: edited.name })}
        onClose={close}
      >
        {edited !== undefined && <GridForm grid={edited} grids={rows} onDone={close} />}
      </Dialog>
      <RetireGrid grid={retiring} onClose={() => setRetiring(null)} />
    </div>
  );
}
