/** One section of a person: its facts, those not filled in folded away, and the way to change it in place. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import type { PersonFieldsProps } from '#renderer/ledgers/population/people/form/person-fields.ts';
import { AmendForm } from './amend/amend-form.tsx';
import styles from './record.module.css';

export interface FactsSectionProps {
  readonly person: ResidentRow;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Kept by the page, so that a notice can open it. */
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
  readonly fields: (fields: PersonFieldsProps) => ReactNode;
}

export function FactsSection({ person, title, facts, editing, onEdit, fields }: FactsSectionProps) {
  const { t } = useTranslation('person');
  const [unfolded, setUnfolded] = useState(false);
  const label = t('record.editSection', { section: title });
  const missing = facts.filter(({ value }) => isEmpty(value));
  const shown = unfolded ? facts : facts.filter(({ value }) => !isEmpty(value));
  if (editing)
    return (
      <Card title={title}>
        <AmendForm person={person} label={label} onDone={() => onEdit(false)}>
          {fields}
        </AmendForm>
      </Card>
    );
  return (
    <Card
      title={title}
      action={
        <Button kind="quiet" size="small" aria-label={label} onClick={() => onEdit(true)}>
          {t('record.edit')}
        </Button>
      }
    >
      <Facts facts={shown} />
      {missing.length > 0 && !unfolded && (
        <p className={styles.unfilled}>
          <Button
            kind="quiet"
            size="small"
            title={missing.map((fact) => fact.label).join(t('record.comma'))}
            onClick={() => setUnfolded(true)}
          >
            {t('record.showUnfilled', { count: missing.length })}
          </Button>
        </p>
      )}
    </Card>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === '' || value === undefined;
}
