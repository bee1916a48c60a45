/** Which of several referrals or sessions a paper is about. Nothing to choose where there is one. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { DisputePaperName } from '#shared/ledgers/disputes/papers.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';

export interface PartFieldProps {
  readonly dispute: DisputeRecord;
  readonly name: DisputePaperName;
  readonly value: string | null;
  readonly onChange: (part: string | null) => void;
}

export function PartField({ dispute, name, value, onChange }: PartFieldProps) {
  const { t } = useTranslation('disputePapers');
  const parts = useParts(dispute, name);
  if (parts.length < 2) return null;
  return (
    <SelectField
      name="part"
      label={t('part')}
      value={value ?? parts.at(-1)?.value ?? null}
      onChange={onChange}
      options={parts}
    />
  );
}

function useParts({ referrals, sessions }: DisputeRecord, name: DisputePaperName) {
  const { t } = useTranslation('disputePapers');
  const words = useDisputeWords();
  if (name === 'dispute-referral')
    return referrals.map(({ id, body, bodyName, sentOn }) => ({
      value: id,
      label: `${bodyName === '' ? words.body(body) : bodyName} · ${sentOn}`,
    }));
  if (name === 'dispute-mediation-record')
    return sessions.map(({ id, ordinal, heldOn }) => ({
      value: id,
      label: t('session', { ordinal, day: heldOn }),
    }));
  return [];
}
