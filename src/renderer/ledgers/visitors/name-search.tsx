/** Finding a person's visits: an officer's, with a reason that goes into the journal. Others see that it is locked, and why. */
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { REVEAL_NOTE_MIN, revealReasonText } from '#shared/ledgers/reveal.ts';
import { NAME_MAX } from '#shared/ledgers/visitors.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Dialog, DialogActions } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import type { NameSearch } from './visitors-list.ts';
import styles from './visitors.module.css';

export function NameSearchButton({ onSearch }: { readonly onSearch: (search: NameSearch) => void }) {
  const { t } = useTranslation('visitors');
  const me = useMe();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const may = mayCall(me.role, contract.visitors.search);
  return (
    <>
      <Button
        icon={may ? <IconSearch size={16} aria-hidden="true" /> : <IconLock size={16} aria-hidden="true" />}
        aria-disabled={!may}
        title={may ? undefined : t('search.locked')}
        onClick={() => (may ? setAsking(true) : toast({ tone: 'failed', text: t('search.locked') }))}
      >
        {t('search.open')}
      </Button>
      <Dialog opened={asking} title={t('search.title')} onClose={() => setAsking(false)}>
        <SearchQuestion
          onCancel={() => setAsking(false)}
          onSearch={(search) => {
            setAsking(false);
            onSearch(search);
          }}
        />
      </Dialog>
    </>
  );
}

interface SearchQuestionProps {
  readonly onSearch: (search: NameSearch) => void;
  readonly onCancel: () => void;
}

function SearchQuestion({ onSearch, onCancel }: SearchQuestionProps) {
  const { t } = useTranslation(['visitors', 'ui']);
  const reasons = useRevealReasons();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const reason = reasons.find((one) => one.code === chosen);
  const text = reason === undefined ? null : revealReasonText(toRevealReason(reason.code), note);
  const clean = name.trim();
  const find = () => {
    setAsked(true);
    if (clean === '' || text === null || reason === undefined) return;
    onSearch({ name: clean, reason: text, reasonWords: note.trim() === '' ? reason.label : note.trim() });
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <p>{t('search.why')}</p>
      <TextField
        name="name"
        label={t('search.name')}
        value={name}
        onChange={setName}
        maxLength={NAME_MAX}
        error={asked && clean === '' ? t('search.nameMissing') : null}
        required
        autoFocus
      />
      <DigitChoice
        name="reason"
        label={t('search.reason')}
        value={chosen}
        onChange={setChosen}
        options={reasons.map(({ code, label, digit }) => ({ value: code, label, digit }))}
        error={asked && chosen === null ? t('issues.required') : null}
        required
      />
      {reason?.needsNote === true && (
        <TextField
          name="note"
          label={t('search.note')}
          value={note}
          onChange={setNote}
          hint={t('search.noteHint', { least: REVEAL_NOTE_MIN })}
          error={asked && text === null ? t('search.noteShort', { least: REVEAL_NOTE_MIN }) : null}
          required
          autoFocus
        />
      )}
      <DialogActions>
        <Button onClick={onCancel}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit">
          {t('search.find')}
        </Button>
      </DialogActions>
    </form>
  );
}
