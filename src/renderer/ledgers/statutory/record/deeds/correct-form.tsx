/** What was typed wrongly is put right. A birth date that makes a minor is not refused: it is said that the entry is then sealed. */
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { BODY_NAME_MAX, cleanEntry, correctionFields, entryIssues } from '#shared/ledgers/statutory/entry.ts';
import { wasMinor } from '#shared/ledgers/statutory/term.ts';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import type { TaskProps } from '#renderer/ledgers/statutory/record/matter-props.ts';
import { MatterForm } from '#renderer/ledgers/statutory/record/matter-form.tsx';

/** As long as the office takes. */
const REASON_MAX = 100;

interface Corrected {
  readonly name: string;
  readonly birthDate: string | null;
  readonly leadBody: string;
  readonly leadContact: string;
  readonly leadPhone: string;
  readonly reason: string;
}

export function CorrectForm({ record, onChange, onClose, onOver }: TaskProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const toast = useToast();
  const { name, birthDate, leadBody, leadContact, leadPhone } = record;
  const send = async ({ reason, ...values }: Corrected) => {
    const correction = { ...values, birthDate: values.birthDate ?? '' };
    const { revision, sealed } = await client.statutory.correct({
      id: record.id,
      revision: record.revision,
      correction,
      reason: cleanText(reason),
    });
    toast({ tone: 'done', text: t(sealed ? 'correctDialog.sealed' : 'correctDialog.saved') });
    onClose();
    if (sealed) onOver();
    else onChange({ ...record, ...correctedFields(record, correction), revision });
  };
  return (
    <MatterForm<Corrected>
      label={t('correctDialog.title')}
      saveWords={t('correctDialog.save')}
      initial={{ name, birthDate, leadBody, leadContact, leadPhone, reason: '' }}
      required={['name', 'birthDate', 'leadBody', 'reason']}
      check={(values) => correctionIssues(record, values, today)}
      send={send}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t('correctDialog.why')}</p>
          <TextField
            {...form.field('name')}
            label={t('statutory:fields.name')}
            maxLength={PERSON_NAME_MAX + 20}
            autoFocus
          />
          <DayField
            {...form.field('birthDate')}
            label={t('statutory:fields.birthDate')}
            today={today}
            onUnread={(unread) => form.unread('birthDate', unread)}
          />
          {isMinor(form.values.birthDate, record.documentDate) && (
            <Notice tone="red">{t('correctDialog.minor')}</Notice>
          )}
          <TextField
            {...form.field('leadBody')}
            label={t('statutory:fields.leadBody')}
            maxLength={BODY_NAME_MAX + 20}
          />
          <TextField
            {...form.field('leadContact')}
            label={t('statutory:fields.leadContact')}
            maxLength={PERSON_NAME_MAX + 20}
          />
          <PhoneField {...form.field('leadPhone')} label={t('statutory:fields.leadPhone')} />
          <TextField {...form.field('reason')} label={t('correctDialog.reason')} maxLength={REASON_MAX} />
        </>
      )}
    </MatterForm>
  );
}

function isMinor(birthDate: string | null, documentDate: CalendarDay): boolean {
  return birthDate !== null && isCalendarDay(birthDate) && wasMinor(birthDate, documentDate);
}

type Correction = Omit<Corrected, 'reason' | 'birthDate'> & { readonly birthDate: string };

function correctedFields(record: MatterRecord, correction: Correction) {
  const clean = cleanEntry({ ...record, ...correction, protectedName: '', protectedPhone: '' });
  return {
    name: clean.name,
    birthDate: clean.birthDate,
    leadBody: clean.leadBody,
    leadContact: clean.leadContact,
    leadPhone: clean.leadPhone,
  };
}

/** The rules of an entry, as far as a correction touches them. */
function correctionIssues(record: MatterRecord, values: Corrected, today: CalendarDay): FieldIssue[] {
  const { reason: _reason, ...typed } = values;
  const correction = { ...typed, birthDate: typed.birthDate ?? '' };
  const entry = { ...record, ...correctedFields(record, correction), protectedName: '', protectedPhone: '' };
  return entryIssues(entry, today).filter(({ field, rule }) => field in correctionFields && rule !== 'minor');
}
