/** All views in a list: chosen from there, and deleted where they are one's own. */
import { Popover } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#shared/contract/population/residents.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button, IconButton } from '#renderer/ui/basic/button.tsx';
import { useEscape } from '#renderer/ui/layers/escape.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from './list.module.css';

export interface MoreViewsProps {
  readonly views: readonly SavedView[];
  /** Those that do not stand beside the title. */
  readonly more: number;
  readonly onShow: (view: SavedView) => void;
}

export function MoreViews({ views, more, onShow }: MoreViewsProps) {
  const { t } = useTranslation('peopleList');
  const [opened, setOpened] = useState(false);
  const drop = useDropView();
  useEscape(opened, () => setOpened(false));
  const show = (view: SavedView) => {
    setOpened(false);
    onShow(view);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus closeOnEscape={false}>
      <Popover.Target>
        <Button
          size="small"
          kind="quiet"
          icon={<IconChevronDown size={16} aria-hidden="true" />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {more === 0 ? t('views.label') : t('views.more', { count: more })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.moreViews ?? ''}>
        {views.map((view) => (
          <div key={view.id} className={styles.viewLine}>
            <Button size="small" kind="quiet" onClick={() => show(view)}>
              {view.name} <span className={styles.viewCount}>{view.count}</span>
            </Button>
            {view.mine ? (
              <IconButton label={t('views.dropOne', { name: view.name })} onClick={() => drop(view)}>
                <IconTrash size={16} />
              </IconButton>
            ) : (
              <span className={styles.soft}>{t('views.byOther')}</span>
            )}
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A deleted view comes back by the toast. */
function useDropView(): (view: SavedView) => void {
  const { t } = useTranslation('peopleList');
  const { client } = useOffice();
  const cache = useQueryClient();
  const toast = useToast();
  const deed = useDeed();
  return ({ id, name, shared, filter }) =>
    void deed(async () => {
      await client.views.drop({ id });
      await invalidateRoom(cache, 'views');
      toast({
        tone: 'done',
        text: t('views.dropped', { name }),
        undo: () =>
          void deed(async () => {
            await client.views.save({ id: null, name, shared, filter });
            await invalidateRoom(cache, 'views');
            toast({ tone: 'done', text: t('views.saved', { name }) });
          }),
      });
    });
}
