/** An entry by its legal document: the kind first, since everything else follows from it. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import entryPage from '#renderer/ui/form/entry-page.module.css';
import { STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { CategoryField } from './category-field.tsx';
import { DocumentFields, TermFields } from './document-fields.tsx';
import { NEW_ENTRY, renewalOf, type EntryValues } from './entry-values.ts';
import { LeadFields, PersonFields, ProtectedFields } from './people-fields.tsx';
import { SavedEntry } from './saved-entry.tsx';
import { useEntry } from './use-entry.ts';
import styles from './entry.module.css';

export function EntryPage() {
  const { t } = useTranslation('statutoryEntry');
  const desk = useDesk();
  return <Entry title={t('title')} initial={NEW_ENTRY} onLeave={() => desk.go(STATUTORY)} />;
}

export interface RenewalPageProps {
  readonly record: MatterRecord;
  readonly onLeave: () => void;
}

export function RenewalPage({ record, onLeave }: RenewalPageProps) {
  const { t } = useTranslation('statutoryEntry');
  return <Entry title={t('renewTitle')} initial={renewalOf(record)} onLeave={onLeave} />;
}

interface EntryProps {
  readonly title: string;
  readonly initial: EntryValues;
  readonly onLeave: () => void;
}

function Entry({ title, initial, onLeave }: EntryProps) {
  const { t } = useTranslation('statutoryEntry');
  const today = useOfficeDay();
  const first = useRef(initial);
  const entry = useEntry(first.current, today);
  const { form, draft, saved } = entry;
  const place = useRef<HTMLDivElement>(null);
  const { renews } = form.values;
  const toFirst = () =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, 'category');
    });
  return (
    <div ref={place} className={entryPage.entry}>
      <header className={entryPage.head}>
        <Button kind="quiet" size="small" onClick={onLeave}>
          {t('back')}
        </Button>
        <h1>{title}</h1>
        <span className={styles.soft}>{t('note')}</span>
      </header>
      {saved !== null ? (
        <SavedEntry saved={saved} today={today} onLeave={onLeave} onAgain={entry.begin} />
      ) : (
        <FormShell
          form={form}
          label={title}
          save={entry.save}
          saveWords={t('save')}
          {...(entry.keeps ? { draft: draft.port } : {})}
          marks="optional"
          before={
            <>
              {draft.pending !== null && (
                <RestoreBar
                  keptAt={draft.pending.keptAt}
                  onRestore={() => {
                    entry.restore();
                    toFirst();
                  }}
                  onDrop={() => {
                    void draft.drop();
                    toFirst();
                  }}
                />
              )}
              {renews !== null && <Notice tone="blue">{t('renews', { id: renews })}</Notice>}
            </>
          }
        >
          <div className={styles.groups}>
            <Card title={t('kind')} note={t('kindNote')}>
              <CategoryField form={form} />
            </Card>
            <Card title={t('who')}>
              <div className={styles.group}>
                <PersonFields form={form} today={today} />
                <DocumentFields form={form} today={today} />
              </div>
            </Card>
            <Card title={t('termTitle')}>
              <div className={styles.group}>
                <TermFields form={form} today={today} />
                <LeadFields form={form} />
                <ProtectedFields form={form} />
              </div>
            </Card>
          </div>
        </FormShell>
      )}
    </div>
  );
}
