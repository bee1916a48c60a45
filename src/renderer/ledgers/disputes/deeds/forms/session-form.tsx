/** One mediation as it was held, and the agreement where one was reached. Kept as a draft: it is the longest text of all. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { SESSION_OUTCOMES, type SessionOutcome } from '#shared/ledgers/disputes/deeds.ts';
import {
  cleanSession,
  PRESENT_MAX,
  RECORD_TEXT_MAX,
  sessionIssues,
  type SessionInput,
} from '#shared/ledgers/disputes/records.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import {
  AgreementFields,
  checkAgreement,
  emptyAgreement,
  toAgreement,
  type AgreementValues,
} from './agreement-fields.tsx';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { SecondBy } from './mediation-forms.tsx';
import { useFlaw } from '#renderer/ledgers/disputes/deeds/use-flaw.ts';
import { useSessionDraft } from './use-session-draft.ts';
import styles from '#renderer/ledgers/disputes/deeds/deeds.module.css';

export interface SessionValues extends AgreementValues {
  readonly heldOn: CalendarDay | null;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly present: string;
  readonly course: string;
  readonly recording: string;
  readonly guardianPresent: boolean;
  readonly outcome: SessionOutcome | null;
}

const CLOCK = /^(?:|(?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** `9:05`, `1430` and `１４：３０` are times too; anything else stays as it was typed and is told. */
function toClock(typed: string): string {
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/u.exec(typed.normalize('NFKC').trim()) ?? [];
  if (hours === undefined || minutes === undefined) return typed.trim();
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function toSession(values: SessionValues): SessionInput {
  return cleanSession({
    heldOn: values.heldOn ?? '',
    from: toClock(values.from),
    to: toClock(values.to),
    place: values.place,
    present: values.present,
    course: values.course,
    recording: values.recording,
    guardianPresent: values.guardianPresent,
    outcome: values.outcome ?? 'failed',
  });
}

function hasMinor({ minor, partyRows }: DisputeRecord): boolean {
  return minor || partyRows.some((party) => party.minor);
}

export function HoldSession(props: DeedProps) {
  const { client } = useOffice();
  const { dispute } = props;
  const today = useOfficeDay();
  const flaw = useFlaw(dispute);
  const draft = useSessionDraft(dispute.id);
  const initial: SessionValues = {
    ...emptyAgreement(today),
    heldOn: today,
    from: '',
    to: '',
    place: '',
    present: dispute.gridWorker,
    course: '',
    recording: '',
    guardianPresent: false,
    outcome: null,
  };
  const check = (values: SessionValues) => {
    const session = toSession(values);
    const clocks = (['from', 'to'] as const).filter((field) => !CLOCK.test(session[field]));
    if (clocks.length > 0) return clocks.map((field) => ({ field, rule: 'clock' }));
    const { outcome, heldOn } = session;
    const agreed = outcome === 'agreed';
    return [
      ...sessionIssues(session, hasMinor(dispute)),
      ...(agreed ? checkAgreement(values, 'police-mediation', today) : []),
      ...(heldOn === '' || (agreed && values.performBy === null)
        ? []
        : flaw(
            { name: 'holdSession', outcome, heldOn, performBy: values.performBy },
            agreed && heldOn <= today ? 'performBy' : 'heldOn',
          )),
    ];
  };
  const restored = (): SessionValues => ({ ...initial, ...draft.restore() });
  return (
    <DeedForm<SessionValues>
      {...props}
      deed="holdSession"
      initial={initial}
      required={['outcome', 'heldOn', 'place', 'course']}
      check={check}
      draft={draft.port}
      before={(form) =>
        draft.pending !== null && (
          <RestoreBar
            keptAt={draft.pending.keptAt}
            onRestore={() => form.fill(restored())}
            onDrop={draft.drop}
          />
        )
      }
      send={async (change, values) => {
        const agreement = values.outcome === 'agreed' ? toAgreement(values) : null;
        const done = await client.disputes.holdSession({ ...change, session: toSession(values), agreement });
        draft.settle();
        return done;
      }}
    >
      {(form) => <SessionFields form={form} dispute={dispute} today={today} />}
    </DeedForm>
  );
}

interface SessionFieldsProps {
  readonly form: FormModel<SessionValues>;
  readonly dispute: DisputeRecord;
  readonly today: CalendarDay;
}

function SessionFields({ form, dispute, today }: SessionFieldsProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  const second = dispute.stage === 'second-mediation';
  return (
    <>
      <SecondBy dispute={dispute} />
      <DigitChoice
        {...form.field('outcome')}
        label={t('sessionOutcome')}
        options={SESSION_OUTCOMES.filter((code) => !second || code !== 'once-more').map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`disputes:sessionOutcomes.${code}`),
        }))}
        autoFocus
      />
      <DayField
        {...form.field('heldOn')}
        label={t('heldOn')}
        today={today}
        onUnread={(unread) => form.unread('heldOn', unread)}
      />
      <div className={styles.pair}>
        {(['from', 'to'] as const).map((name) => (
          <TextField key={name} {...form.field(name)} label={t(name)} hint={t('clockHint')} maxLength={8} />
        ))}
      </div>
      <TextField {...form.field('place')} label={t('place')} maxLength={PRESENT_MAX + 50} />
      <TextField
        {...form.field('present')}
        label={t('present')}
        hint={t('presentHint')}
        maxLength={PRESENT_MAX + 50}
      />
      {hasMinor(dispute) && <CheckField {...form.field('guardianPresent')} label={t('guardianPresent')} />}
      <TextAreaField
        {...form.field('course')}
        label={t('course')}
        rows={6}
        maxLength={RECORD_TEXT_MAX + 50}
      />
      <TextField
        {...form.field('recording')}
        label={t('recording')}
        hint={t('recordingHint')}
        maxLength={PRESENT_MAX + 50}
      />
      {form.values.outcome === 'agreed' && (
        <>
          <h3 className={styles.divider}>{t('agreement')}</h3>
          <AgreementFields form={form} today={today} mayBeOral={false} />
        </>
      )}
    </>
  );
}
