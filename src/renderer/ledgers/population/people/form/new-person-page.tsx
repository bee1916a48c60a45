/** Registers somebody: who they are, where they live, how they are reached; and beside it who they may already be. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RESIDENT_LAW } from '#shared/ledgers/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { AlikePanel } from './alike-panel.tsx';
import { ContactFields } from './contact-fields.tsx';
import { HomeFields } from './home-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import type { PersonValues } from './person-values.ts';
import { RegisterFields } from './register-fields.tsx';
import { usePersonEntry } from './use-person-entry.ts';
import styles from './form.module.css';

export function NewPersonPage() {
  const begin = useLinkedBeginning();
  return begin === null ? <SkeletonRows /> : <PersonEntryForm begin={begin} />;
}

function PersonEntryForm({ begin }: { readonly begin: Partial<PersonValues> }) {
  const { t } = useTranslation(['personForm', 'people']);
  const desk = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const toFirstField = () =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, 'name');
    });
  const { form, draft, today, warnings, save, restore } = usePersonEntry(begin, toFirstField);
  const fields = { form, today, warnings, before: null };
  return (
    <div ref={place} className={styles.entry}>
      <header className={styles.head}>
        <Button
          kind="quiet"
          size="small"
          icon={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={() => desk.go('/population')}
        >
          {t('people:title')}
        </Button>
        <h1>{t('title')}</h1>
        <span className={styles.soft}>{t('basis', { basis: RESIDENT_LAW })}</span>
      </header>
      <FormShell
        form={form}
        label={t('title')}
        save={save}
        saveWords={t('save')}
        saveNextWords={t('saveNext')}
        draft={draft.port}
        before={
          draft.pending !== null && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                restore();
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
        <div className={styles.groups}>
          <Card title={t('identity')}>
            <div className={styles.group}>
              <IdentityFields {...fields} autoFocus />
            </div>
          </Card>
          <Card title={t('home')}>
            <div className={styles.group}>
              <HomeFields {...fields} />
            </div>
          </Card>
          <Card title={t('contact')}>
            <div className={styles.group}>
              <ContactFields {...fields} />
            </div>
          </Card>
          <Card title={t('register')}>
            <div className={styles.group}>
              <RegisterFields {...fields} />
            </div>
          </Card>
          <div className={styles.beside}>
            <AlikePanel values={form.values} />
          </div>
        </div>
      </FormShell>
    </div>
  );
}

/** `?name=李欣`, `?address=07-000012` or `?household=07-000034`; null while the place is being read. */
function useLinkedBeginning(): Partial<PersonValues> | null {
  const { queries } = useOffice();
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  const asked = new URLSearchParams(search);
  const name = asked.get('name') ?? '';
  const addressId = asked.get('address');
  const householdId = asked.get('household');
  const address = useQuery(
    queries.addresses.open.queryOptions({ input: { id: addressId ?? '' }, enabled: addressId !== null }),
  );
  const household = useQuery(
    queries.households.open.queryOptions({ input: { id: householdId ?? '' }, enabled: householdId !== null }),
  );
  if (householdId !== null) {
    if (household.isPending) return null;
    if (household.data === undefined) return { name };
    return {
      name,
      addressId: household.data.addressId,
      addressLine: household.data.addressLine,
      householdId,
    };
  }
  if (addressId === null) return { name };
  if (address.isPending) return null;
  return address.data === undefined ? { name } : { name, addressId, addressLine: address.data.line };
}
