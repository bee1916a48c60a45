/** The three sections of a visit. Each shows its facts and is changed in place. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { keepsContent, matterOf } from '#shared/ledgers/visitors.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import {
  NotKept,
  DetailFields,
  HandlingFields,
  MatterField,
  NameField,
} from '#renderer/ledgers/visitors/quick/visit-fields.tsx';
import { mayKeep, type VisitValues } from '#renderer/ledgers/visitors/quick/visit-form.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import { AmendForm } from './amend-form.tsx';
import { VisitPhone } from './visit-phone.tsx';
import styles from './record.module.css';

export interface VisitSectionProps {
  readonly visit: VisitRow;
  readonly today: CalendarDay;
}

interface SectionProps extends VisitSectionProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly note?: ReactNode;
  readonly mayEdit?: boolean;
  readonly fields: (form: FormModel<VisitValues>) => ReactNode;
}

function Section({ visit, today, title, facts, note, mayEdit = true, fields }: SectionProps) {
  const { t } = useTranslation('visitors');
  const [editing, setEditing] = useState(false);
  const edit = (
    <Button
      kind="quiet"
      size="small"
      aria-label={t('record.editSection', { section: title })}
      onClick={() => setEditing(true)}
    >
      {t('record.edit')}
    </Button>
  );
  return (
    <Card title={title} action={editing || !mayEdit ? undefined : edit}>
      {editing ? (
        <AmendForm
          visit={visit}
          today={today}
          label={t('record.editSection', { section: title })}
          onDone={() => setEditing(false)}
        >
          {fields}
        </AmendForm>
      ) : (
        <>
          <Facts facts={facts} />
          {note !== undefined && <p className={styles.note}>{note}</p>}
        </>
      )}
    </Card>
  );
}

export function PersonSection({ visit, today }: VisitSectionProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  const given = visit.name !== null || visit.phoneMasked !== null;
  return (
    <Section
      visit={visit}
      today={today}
      title={t('record.person')}
      mayEdit={keepsContent(visit)}
      facts={[
        { label: t('fields.name'), value: words.name(visit) },
        { label: t('fields.phone'), value: <VisitPhone visit={visit} /> },
        { label: t('fields.people'), value: visit.people },
        { label: t('fields.arrivedAt'), value: fullMoment(visit.arrivedAt) },
        { label: t('fields.handledBy'), value: visit.handledByName },
      ]}
      note={t(given ? 'record.retain' : 'record.retainNone', { day: visit.retainUntil })}
      fields={(form) => (
        <>
          <NameField form={form} today={today} autoFocus />
          <PhoneField
            {...form.field('phone')}
            label={t('fields.phone')}
            hint={
              visit.phoneMasked === null
                ? t('quick.phoneHint')
                : t('record.phoneKeep', { masked: visit.phoneMasked })
            }
            disabled={form.values.dropPhone}
          />
          {visit.phoneMasked !== null && (
            <CheckField {...form.field('dropPhone')} label={t('record.phoneDrop')} />
          )}
        </>
      )}
    />
  );
}

export function MatterSection({ visit, today }: VisitSectionProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  const matter = matterOf(visit.matter);
  const papers = { label: t('fields.papersChecked'), value: t(visit.papersChecked ? 'yes' : 'no') };
  return (
    <Section
      visit={visit}
      today={today}
      title={t('record.matterSection')}
      facts={[
        { label: t('fields.matter'), value: words.matter(visit.matter) },
        { label: t('fields.summary'), value: keepsContent(visit) ? visit.summary : t('quick.notKeptTitle') },
        ...(matter.papersMayBeChecked ? [papers] : []),
      ]}
      note={t('quick.basis', { basis: matter.basis })}
      fields={(form) => (
        <>
          <MatterField form={form} today={today} />
          {!mayKeep(form.values) && <NotKept />}
          <DetailFields form={form} today={today} />
        </>
      )}
    />
  );
}

export function HandlingSection({ visit, today }: VisitSectionProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  const referred = {
    label: t('fields.referredTo'),
    value: visit.referredTo === null ? null : words.body(visit.referredTo),
  };
  return (
    <Section
      visit={visit}
      today={today}
      title={t('record.handling')}
      facts={[
        { label: t('fields.result'), value: words.result(visit.result) },
        ...(visit.referredTo === null ? [] : [referred]),
        { label: t('fields.promisedOn'), value: visit.promisedOn },
        ...(visit.repliedOn === null
          ? []
          : [
              { label: t('fields.repliedOn'), value: visit.repliedOn },
              { label: t('fields.satisfied'), value: words.satisfied(visit.satisfied) },
            ]),
      ]}
      fields={(form) => (
        <>
          <HandlingFields form={form} today={today} />
          {!mayKeep(form.values) && <NotKept />}
        </>
      )}
    />
  );
}
