/** Saved views beside the title, each with how many people it shows now; and keeping what is set as a new one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWS_MAX, type SavedView } from '#shared/contract/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { choicesOf, isSameFilter, NO_FILTER, type FilterState } from './list-state.ts';
import { MoreViews } from './more-views.tsx';
import { SaveView } from './save-view.tsx';
import styles from './list.module.css';

/** Views that stand beside the title; the others are one click away. */
const BESIDE_TITLE = 3;
const NONE: readonly SavedView[] = [];

export function ViewsBar({ filter, put }: Pick<FilterState, 'filter' | 'put'>) {
  const { t } = useTranslation('peopleList');
  const { queries } = useOffice();
  const [saving, setSaving] = useState(false);
  const views = useQuery(queries.views.list.queryOptions({ input: {} })).data ?? NONE;
  const isAll = isSameFilter(filter, NO_FILTER);
  const current = views.find((view) => isSameFilter(view.filter, filter));
  const choices = choicesOf(filter);
  const isNew = [NO_FILTER, ...views.map((view) => view.filter)].every((one) => !isSameFilter(one, choices));
  const show = (view: SavedView) => put({ ...NO_FILTER, ...view.filter });
  const first = views.slice(0, BESIDE_TITLE);
  const beside = current === undefined || first.includes(current) ? first : [...first.slice(0, -1), current];
  const others = views.filter((view) => !beside.includes(view));
  return (
    <div className={styles.views} role="group" aria-label={t('views.label')}>
      <button type="button" className={styles.view} aria-pressed={isAll} onClick={() => put(NO_FILTER)}>
        {t('views.all')}
      </button>
      {beside.map((view) => (
        <button
          key={view.id}
          type="button"
          className={styles.view}
          aria-pressed={view === current}
          title={view.name}
          onClick={() => show(view)}
        >
          <span className={styles.viewName}>{view.name}</span>
          <span className={styles.viewCount}>{view.count}</span>
        </button>
      ))}
      {views.length > 0 && <MoreViews views={views} more={others.length} onShow={show} />}
      {isNew && (
        <Button
          size="small"
          kind="quiet"
          disabled={views.length >= VIEWS_MAX}
          title={views.length >= VIEWS_MAX ? t('views.full', { most: VIEWS_MAX }) : undefined}
          onClick={() => setSaving(true)}
        >
          {t('views.save')}
        </Button>
      )}
      <Dialog opened={saving} title={t('views.saveTitle')} onClose={() => setSaving(false)}>
        <SaveView views={views} filter={filter} onDone={() => setSaving(false)} />
      </Dialog>
    </div>
  );
}
