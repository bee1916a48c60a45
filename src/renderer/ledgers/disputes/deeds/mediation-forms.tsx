/** 治安调解 and 认可, but for the session itself: begun, put off, performed, applied for, decided. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes.ts';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  MEDIATION_EXCLUSIONS,
  RECOGNITION_EXCLUSIONS,
  type MediationExclusion,
} from '#shared/ledgers/disputes/questions.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import {
  AgreementFields,
  checkAgreement,
  emptyAgreement,
  toAgreement,
  type AgreementValues,
} from './agreement-fields.tsx';
import { DeedForm, type DeedProps } from './deed-form.tsx';
import { REASON_MAX } from './plain-forms.tsx';
import { useFlaw } from './use-flaw.ts';

/** `none` is an answer and has to be given; null: not answered yet. */
type Excluded = MediationExclusion | 'none' | null;

function exclusionsOf(excluded: Excluded): MediationExclusion[] {
  return excluded === null || excluded === 'none' ? [] : [excluded];
}

interface ExclusionFieldProps {
  readonly form: Pick<FormModel<{ readonly excluded: Excluded }>, 'field'>;
  readonly of: readonly MediationExclusion[];
}

function ExclusionField({ form, of }: ExclusionFieldProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  return (
    <DigitChoice<Exclude<Excluded, null>>
      {...form.field('excluded')}
      label={t('exclusion')}
      options={[
        ...of.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`disputes:exclusions.${code}`),
        })),
        { value: 'none', digit: '0', label: t('exclusionNone') },
      ]}
      autoFocus
    />
  );
}

export function BeginMediation(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  const flaw = useFlaw(props.dispute);
  return (
    <DeedForm<{ excluded: Excluded; heldOn: CalendarDay | null }>
      {...props}
      deed="beginMediation"
      initial={{ excluded: null, heldOn: addDays(today, 1) }}
      required={['excluded', 'heldOn']}
      check={({ excluded, heldOn }) => {
        const exclusions = exclusionsOf(excluded);
        const deed = { name: 'beginMediation', exclusions, heldOn: heldOn ?? today } as const;
        return flaw(deed, exclusions.length > 0 ? 'excluded' : 'heldOn');
      }}
      send={(change, { excluded, heldOn }) =>
        client.disputes.beginMediation({
          ...change,
          heldOn: heldOn ?? today,
          exclusions: exclusionsOf(excluded),
        })
      }
    >
      {(form) => (
        <>
          <p>{t('mediationWhy')}</p>
          <ExclusionField form={form} of={MEDIATION_EXCLUSIONS} />
          <DayField
            {...form.field('heldOn')}
            label={t('meetOn')}
            today={today}
            onUnread={(unread) => form.unread('heldOn', unread)}
          />
        </>
      )}
    </DeedForm>
  );
}

/** Until when the second mediation has to be over, where there is one. */
export function SecondBy({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation('disputeDeeds');
  const { secondMediationBy, secondMediationSure } = dispute;
  if (secondMediationBy === null) return null;
  return (
    <Notice tone="amber">
      {t('secondBy', { day: secondMediationBy })}
      {!secondMediationSure && <> {t('secondUnsure')}</>}
    </Notice>
  );
}

export function PutOff(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  const flaw = useFlaw(props.dispute);
  return (
    <DeedForm<{ heldOn: CalendarDay | null; reason: string }>
      {...props}
      deed="putOff"
      initial={{ heldOn: null, reason: '' }}
      required={['heldOn', 'reason']}
      check={({ heldOn }) => (heldOn === null ? [] : flaw({ name: 'putOff', heldOn }, 'heldOn'))}
      send={(change, { heldOn, reason }) =>
        client.disputes.putOff({ ...change, heldOn: heldOn ?? today, reason })
      }
    >
      {(form) => (
        <>
          <SecondBy dispute={props.dispute} />
          <DayField
            {...form.field('heldOn')}
            label={t('newDay')}
            today={today}
            onUnread={(unread) => form.unread('heldOn', unread)}
            autoFocus
          />
          <TextField {...form.field('reason')} label={t('reason')} maxLength={REASON_MAX} />
        </>
      )}
    </DeedForm>
  );
}

export function ConfirmPerformance(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  const flaw = useFlaw(props.dispute);
  return (
    <DeedForm<{ performedOn: CalendarDay | null }>
      {...props}
      deed="confirmPerformance"
      initial={{ performedOn: today }}
      required={['performedOn']}
      check={({ performedOn }) =>
        performedOn === null ? [] : flaw({ name: 'confirmPerformance', performedOn }, 'performedOn')
      }
      send={(change, { performedOn }) =>
        client.disputes.confirmPerformance({ ...change, performedOn: performedOn ?? today })
      }
    >
      {(form) => (
        <DayField
          {...form.field('performedOn')}
          label={t('performedOn')}
          today={today}
          onUnread={(unread) => form.unread('performedOn', unread)}
          autoFocus
        />
      )}
    </DeedForm>
  );
}

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
