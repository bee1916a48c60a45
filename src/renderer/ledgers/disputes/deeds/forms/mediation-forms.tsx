/** 治安调解, but for the session itself: begun, put off, performed. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { MEDIATION_EXCLUSIONS } from '#shared/ledgers/disputes/questions.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { ExclusionField, exclusionsOf, type Excluded } from './exclusion-field.tsx';
import { REASON_MAX } from './plain-forms.tsx';
import { useFlaw } from '#renderer/ledgers/disputes/deeds/use-flaw.ts';

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
