/**
 * Who came, with residents offered by initials, last four or door. Only the name is taken: a visit holds no reference to a
 * resident, so no profile grows out of visits.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { NAME_MAX } from '#shared/ledgers/visitors.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { DeskLines } from '#renderer/record/person/desk-lines.tsx';
import { KnownPersonField } from '#renderer/pickers/known-person-field.tsx';
import type { VisitFieldsProps } from './visit-fields.tsx';

export function KnownNameField({ form }: Pick<VisitFieldsProps, 'form'>) {
  const { t } = useTranslation('visitors');
  const me = useMe();
  // Who was taken from the offers, for as long as their name stands there. The visit itself never knows.
  const [taken, setTaken] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const typed = form.values.name.trim();
  const mayFind = mayCall(me.role, contract.search.find);
  return (
    <>
      <KnownPersonField
        {...form.field('name')}
        label={t('fields.name')}
        hint={mayFind ? t('quick.findHint') : t('quick.nameHint')}
        maxLength={NAME_MAX + 20}
        autoFocus
        asTyped={t('quick.asTyped', { typed })}
        listName={t('quick.offers')}
        onTake={setTaken}
        {...(typed === '' ? { aside: t('noName') } : {})}
      />
      {taken !== null && taken.name === typed && <DeskLines residentId={taken.id} />}
    </>
  );
}
