/** F2: one visitor at the desk, over any screen, by keyboard alone. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#renderer/client/office.ts';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useOfferPick } from '#renderer/ui/keys/pick.ts';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import styles from '#renderer/ledgers/visitors/visitors.module.css';
import { KnownNameField } from './known-name-field.tsx';
import { SavedVisit } from './saved-visit.tsx';
import { useVisitEntry } from './use-visit-entry.ts';
import { ContactFields, DetailFields, HandlingFields, MatterField, NotKept } from './visit-fields.tsx';
import { mayKeep, type VisitValues } from './visit-form.ts';

export interface VisitDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A name that was typed elsewhere; '' for none. */
  readonly begin: string;
}

export function VisitDrawer({ opened, onClose, begin }: VisitDrawerProps) {
  const { t } = useTranslation('visitors');
  return (
    <SideDrawer opened={opened} title={t('quick.title')} onClose={onClose}>
      <QuickEntry onClose={onClose} begin={begin} />
    </SideDrawer>
  );
}

function QuickEntry({ onClose, begin }: Omit<VisitDrawerProps, 'opened'>) {
  const { t } = useTranslation('visitors');
  const me = useMe();
  const place = useRef<HTMLDivElement>(null);
  const toField = (name: keyof VisitValues) =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, name);
    });
  const toFirstField = () => toField('name');
  const entry = useVisitEntry(toFirstField, begin);
  const { form, draft, today, saved } = entry;
  const keeps = mayKeep(form.values);
  useOfferPick({
    takes: keeps ? ['person'] : [],
    inLayer: true,
    pick({ words }) {
      form.set('name', words);
      toField('matter');
    },
  });
  useEffect(() => {
    // The field that had the keyboard is gone: the next step is to save.
    if (!keeps) place.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, [keeps]);

  if (saved !== null)
    return (
      <SavedVisit
        visit={saved}
        onAgain={() => {
          entry.begin();
          toFirstField();
        }}
        onDone={onClose}
      />
    );
  return (
    <div ref={place} className={styles.quick}>
      <FormShell
        form={form}
        label={t('quick.title')}
        save={entry.save}
        saveWords={t('quick.save')}
        saveNextWords={t('quick.saveNext')}
        draft={draft.port}
        before={
          draft.pending !== null && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                entry.restore();
                toFirstField();
              }}
              onDrop={() => {
                void draft.drop();
                toFirstField();
              }}
            />
          )
        }
      >
        {keeps && <KnownNameField form={form} />}
        <MatterField form={form} today={today} />
        {keeps ? <ContactFields form={form} today={today} /> : <NotKept />}
        <h3 className={styles.more}>{t('quick.more')}</h3>
        <DetailFields form={form} today={today} />
        <HandlingFields form={form} today={today} />
        <p className={styles.by}>{t('quick.handledBy', { name: me.name })}</p>
      </FormShell>
    </div>
  );
}
