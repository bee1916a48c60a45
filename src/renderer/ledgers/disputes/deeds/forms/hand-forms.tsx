/** Who has a matter, and at which level it is settled. */
import { useTranslation } from 'react-i18next';
import { levelsAbove, type Level } from '#shared/ledgers/disputes/codes.ts';
import { STAGE_RULES } from '#shared/ledgers/disputes/stages.ts';
import { useOffice } from '#renderer/client/office.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { useDeskStaff } from '#renderer/client/staff.ts';
import { REASON_MAX } from './plain-forms.tsx';

export function Escalate(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const words = useDisputeWords();
  const above = levelsAbove(props.dispute.level);
  return (
    <DeedForm<{ level: Level | null; reason: string }>
      {...props}
      deed="escalate"
      initial={{ level: null, reason: '' }}
      required={['level', 'reason']}
      send={(change, { level, reason }) =>
        client.disputes.escalate({ ...change, level: level ?? 'judicial', reason })
      }
    >
      {(form) => (
        <>
          <DigitChoice
            {...form.field('level')}
            label={t('level')}
            hint={t('levelNow', { level: words.level(props.dispute.level) })}
            options={above.map((code, index) => ({
              value: code,
              digit: String(index + 1),
              label: words.level(code),
            }))}
            autoFocus
          />
          <TextField {...form.field('reason')} label={t('reason')} maxLength={REASON_MAX} />
        </>
      )}
    </DeedForm>
  );
}

export function Assign(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const officersOnly = STAGE_RULES[props.dispute.stage].ownedBy === 'officer';
  const staff = useDeskStaff().filter(({ role }) => !officersOnly || role === 'officer');
  return (
    <DeedForm<{ owner: string | null }>
      {...props}
      deed="assign"
      initial={{ owner: null }}
      required={['owner']}
      send={(change, { owner }) => client.disputes.assign({ ...change, owner: owner ?? '' })}
    >
      {(form) => (
        <SelectField
          {...form.field('owner')}
          label={t('owner')}
          none={t('choose')}
          options={staff
            .filter(({ id }) => id !== props.dispute.owner.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          autoFocus
        />
      )}
    </DeedForm>
  );
}
