import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFilter, SavedView } from '#shared/contract/population/residents.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { choicesOf } from './list-state.ts';
import styles from './list.module.css';

const NAME_MAX = 20;

export interface SaveViewProps {
  readonly views: readonly SavedView[];
  readonly filter: ResidentFilter;
  readonly onDone: () => void;
}

/** Names what is set now. The name of a view of one's own replaces that one, and the button says so. */
export function SaveView({ views, filter, onDone }: SaveViewProps) {
  const { t } = useTranslation(['peopleList', 'ui']);
  const { client } = useOffice();
  const cache = useQueryClient();
  const toast = useToast();
  const deed = useDeed();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [asked, setAsked] = useState(false);
  const clean = cleanText(name);
  const same = views.find((view) => view.mine && view.name === clean);
  const save = async () => {
    setAsked(true);
    if (clean === '') return;
    const saved = await deed(() =>
      client.views.save({ id: same?.id ?? null, name: clean, shared, filter: choicesOf(filter) }),
    );
    if (saved === null) return;
    onDone();
    toast({ tone: 'done', text: t('views.saved', { name: saved.name }) });
    await invalidateRoom(cache, 'views');
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        name="name"
        label={t('views.name')}
        value={name}
        onChange={setName}
        maxLength={NAME_MAX}
        error={asked && clean === '' ? t('views.nameMissing') : null}
        required
        autoFocus
      />
      <CheckField
        name="shared"
        label={t('views.shared')}
        hint={t('views.sharedHint')}
        value={shared}
        onChange={setShared}
      />
      {filter.text !== '' && <p className={styles.soft}>{t('views.textStays')}</p>}
      <DialogActions>
        <Button onClick={onDone}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit">
          {same === undefined ? t('views.confirm') : t('views.replace', { name: same.name })}
        </Button>
      </DialogActions>
    </form>
  );
}
