/** 认可: both parties apply for it, and an officer decides (程序规定 186). */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { RECOGNITION_EXCLUSIONS } from '#shared/ledgers/disputes/questions.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { useFlaw } from '#renderer/ledgers/disputes/deeds/use-flaw.ts';
import {
  AgreementFields,
  checkAgreement,
  emptyAgreement,
  toAgreement,
  type AgreementValues,
} from './agreement-fields.tsx';
import { ExclusionField, exclusionsOf, type Excluded } from './exclusion-field.tsx';
import { REASON_MAX } from './plain-forms.tsx';

const APPLIED_KINDS = ['people-mediation', 'self-settlement'] as const;

interface ApplicationValues extends AgreementValues {
  readonly excluded: Excluded;
  readonly kind: (typeof APPLIED_KINDS)[number] | null;
  readonly performedOn: CalendarDay | null;
}

export function TakeApplication(props: DeedProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const flaw = useFlaw(props.dispute);
  return (
    <DeedForm<ApplicationValues>
      {...props}
      deed="takeApplication"
      initial={{ ...emptyAgreement(today), excluded: null, kind: null, performedOn: null }}
      required={['excluded', 'kind']}
      check={(values) => [
        ...flaw({ name: 'takeApplication', exclusions: exclusionsOf(values.excluded) }, 'excluded'),
        ...checkAgreement(values, values.kind ?? 'self-settlement', today),
        ...(values.performedOn !== null && values.performedOn > today
          ? [{ field: 'performedOn', rule: 'future' }]
          : []),
      ]}
      send={(change, values) =>
        client.disputes.takeApplication({
          ...change,
          kind: values.kind ?? 'self-settlement',
          exclusions: exclusionsOf(values.excluded),
          agreement: toAgreement(values),
          performedOn: values.performedOn,
        })
      }
    >
      {(form) => (
        <>
          <ExclusionField form={form} of={RECOGNITION_EXCLUSIONS} />
          <DigitChoice
            {...form.field('kind')}
            label={t('kind')}
            options={APPLIED_KINDS.map((code, index) => ({
              value: code,
              digit: String(index + 1),
              label: t(`disputes:agreementKinds.${code}`),
            }))}
          />
          <AgreementFields form={form} today={today} mayBeOral />
          <DayField
            {...form.field('performedOn')}
            label={t('performedOn')}
            hint={t('performedNotYet')}
            today={today}
            onUnread={(unread) => form.unread('performedOn', unread)}
          />
        </>
      )}
    </DeedForm>
  );
}

export function DecideRecognition(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  const flaw = useFlaw(props.dispute);
  const known = props.dispute.agreement?.performedOn ?? null;
  return (
    <DeedForm<{ granted: 'yes' | 'no' | null; performedOn: CalendarDay | null; reason: string }>
      {...props}
      deed="decideRecognition"
      initial={{ granted: null, performedOn: known, reason: '' }}
      required={['granted', 'reason']}
      check={({ granted, performedOn }) =>
        flaw({ name: 'decideRecognition', granted: granted === 'yes', performedOn }, 'performedOn')
      }
      send={(change, { granted, performedOn, reason }) =>
        client.disputes.decideRecognition({ ...change, granted: granted === 'yes', performedOn, reason })
      }
    >
      {(form) => (
        <>
          <DigitChoice
            {...form.field('granted')}
            label={t('granted')}
            options={[
              { value: 'yes', digit: '1', label: t('grant') },
              { value: 'no', digit: '2', label: t('refuseIt') },
            ]}
            autoFocus
          />
          {form.values.granted === 'yes' && (
            <DayField
              {...form.field('performedOn')}
              label={t('performedOn')}
              hint={known === null ? t('performedNotYet') : t('performedAlready', { day: known })}
              today={today}
              onUnread={(unread) => form.unread('performedOn', unread)}
            />
          )}
          <TextField {...form.field('reason')} label={t('reason')} maxLength={REASON_MAX} />
        </>
      )}
    </DeedForm>
  );
}
