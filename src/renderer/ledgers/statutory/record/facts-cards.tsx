import { useTranslation } from 'react-i18next';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { goesByAgreement } from '#shared/ledgers/statutory/entry.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { startField } from '#renderer/ledgers/statutory/statutory-words.ts';

export interface RecordProps {
  readonly record: MatterRecord;
}

/** Under which law, by whose document. */
export function BasisCard({ record }: RecordProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const rule = CATEGORIES[record.category];
  const field = (name: 'basis' | 'document' | 'issuer' | 'documentNumber' | 'documentDate') =>
    t(`statutory:fields.${name}`);
  return (
    <Card title={t('basis')}>
      <Facts
        facts={[
          { label: field('basis'), value: rule.basis },
          { label: field('document'), value: rule.document },
          {
            label: field('issuer'),
            value: `${record.issuer}（${t(`statutory:bodies.${record.issuerKind}`)}）`,
          },
          { label: field('documentNumber'), value: record.documentNumber },
          { label: field('documentDate'), value: record.documentDate },
          { label: t(`statutory:fields.${startField(record.category)}`), value: record.startsOn },
          { label: t('statutory:fields.endsOn'), value: record.endedOn ?? record.endsOn },
        ]}
      />
    </Card>
  );
}

/** Who, in whose charge, who leads. */
export function PersonCard({ record }: RecordProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { reviewer, secondReviewer, approvedOn } = record;
  const field = (
    name: 'name' | 'birthDate' | 'officer' | 'leadBody' | 'leadContact' | 'leadPhone' | 'enteredOn',
  ) => t(`statutory:fields.${name}`);
  const reviewers = [reviewer, secondReviewer].filter(Boolean).join('、');
  return (
    <Card title={t('person')}>
      <Facts
        facts={[
          { label: field('name'), value: record.name },
          { label: field('birthDate'), value: record.birthDate },
          { label: field('officer'), value: record.officer.name },
          { label: field('leadBody'), value: record.leadBody },
          { label: field('leadContact'), value: record.leadContact },
          { label: field('leadPhone'), value: record.leadPhone },
          ...(goesByAgreement(record.category)
            ? [{ label: t('statutory:fields.everyDays'), value: record.everyDays }]
            : []),
          {
            label: field('enteredOn'),
            value: `${record.enteredOn} · ${t('byName', { name: record.enteredByName })}`,
          },
          {
            label: t('statutory:fields.reviewer'),
            value: reviewers === '' ? t('noApproval') : `${reviewers} · ${approvedOn ?? ''}`,
          },
        ]}
      />
    </Card>
  );
}
