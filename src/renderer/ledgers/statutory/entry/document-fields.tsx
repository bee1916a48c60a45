/** The document as it says, and the term that follows from it: the cap stands there while the days are typed. */
import { useTranslation } from 'react-i18next';
import { daysBetween } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, DECIDING_BODIES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import { AGREEMENT_DAYS } from '#shared/ledgers/statutory/duties.ts';
import { DOCUMENT_NUMBER_MAX } from '#shared/ledgers/statutory/document-number.ts';
import { BODY_NAME_MAX } from '#shared/ledgers/statutory/entry.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { startField } from '#renderer/ledgers/statutory/statutory-words.ts';
import { asksAgreement, termOf } from './entry-values.ts';
import type { DatedFieldsProps } from './people-fields.tsx';
import styles from './entry.module.css';

export function DocumentFields({ form, today }: DatedFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  const { category } = form.values;
  const bodies = category === null ? DECIDING_BODIES : CATEGORIES[category].decidedBy;
  return (
    <>
      <h3 className={styles.divider}>
        {category === null
          ? t('statutory:fields.document')
          : t('documentOf', { document: CATEGORIES[category].document })}
      </h3>
      <DigitChoice
        {...form.field('issuerKind')}
        label={t('statutory:fields.issuerKind')}
        options={bodies.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`statutory:bodies.${code}`),
        }))}
      />
      <TextField
        {...form.field('issuer')}
        label={t('statutory:fields.issuer')}
        example={t('issuerExample')}
        maxLength={BODY_NAME_MAX + 20}
      />
      <TextField
        {...form.field('documentNumber')}
        label={t('statutory:fields.documentNumber')}
        example={t('numberExample')}
        maxLength={DOCUMENT_NUMBER_MAX + 20}
      />
      <DayField
        {...form.field('documentDate')}
        label={t('statutory:fields.documentDate')}
        today={today}
        onUnread={(unread) => form.unread('documentDate', unread)}
      />
    </>
  );
}

export function TermFields({ form, today }: DatedFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  const { category } = form.values;
  if (category === null) return <p className={styles.soft}>{t('chooseKind')}</p>;
  return (
    <>
      <DayField
        {...form.field('startsOn')}
        label={t(`statutory:fields.${startField(category)}`)}
        today={today}
        onUnread={(unread) => form.unread('startsOn', unread)}
      />
      <Cap form={form} category={category} />
      {!CATEGORIES[category].cap.exactly && (
        <DayField
          {...form.field('endsOn')}
          label={t('statutory:fields.endsOn')}
          hint={t('endsHint')}
          today={today}
          onUnread={(unread) => form.unread('endsOn', unread)}
        />
      )}
      {asksAgreement(form.values) && (
        <NumberField
          {...form.field('everyDays')}
          label={t('statutory:fields.everyDays')}
          hint={t('agreementHint', AGREEMENT_DAYS)}
          min={AGREEMENT_DAYS.least}
          max={AGREEMENT_DAYS.most}
        />
      )}
    </>
  );
}

interface CapProps extends Pick<DatedFieldsProps, 'form'> {
  readonly category: CategoryCode;
}

/** How long at the most, and what follows from the days that were typed. */
function Cap({ form, category }: CapProps) {
  const { t } = useTranslation('statutoryEntry');
  const { cap } = CATEGORIES[category];
  const words = t(`caps.${cap.unit}`, { count: cap.count });
  const term = termOf(form.values);
  const { startsOn } = form.values;
  return (
    <div aria-live="polite">
      <Notice tone={term?.endsOn === null || term === null ? 'grey' : 'blue'}>
        {term === null
          ? t('capOnly', { cap: words })
          : t(cap.exactly ? 'fixed' : 'latest', { day: term.latest, cap: words })}
        {term !== null && term.endsOn !== null && startsOn !== null && (
          <div>{t('holds', { days: daysBetween(startsOn, term.endsOn), day: term.endsOn })}</div>
        )}
      </Notice>
    </div>
  );
}
