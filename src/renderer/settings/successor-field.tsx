/** 接手人: asked of every officer who leaves or is none any more, while there is another one. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '#shared/contract/office.ts';
import { useOfficers } from '#renderer/client/staff.ts';
import type { FieldProps } from '#renderer/ui/fields/field-props.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';

const NOBODY: readonly StaffMember[] = [];

/** Who may go on with the work of this person: nobody has to, where there is no other officer or this is none. */
export function useSuccessors(member: StaffMember | null): readonly StaffMember[] {
  const officers = useOfficers();
  return useMemo(
    () => (member?.role === 'officer' ? officers.filter(({ id }) => id !== member.id) : NOBODY),
    [member, officers],
  );
}

export interface SuccessorFieldProps extends Partial<Omit<FieldProps<string | null>, 'label'>> {
  readonly successors: readonly StaffMember[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

export function SuccessorField({ successors, ...field }: SuccessorFieldProps) {
  const { t } = useTranslation('settings');
  if (successors.length === 0) return null;
  return (
    <SelectField
      name="successor"
      {...field}
      label={t('staff.successor')}
      hint={t('staff.successorHint')}
      none={t('staff.successorChoose')}
      options={successors.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
