import type { ReactNode } from 'react';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { Attention } from './attention.tsx';
import { warningOf, type PersonFieldsProps } from './person-fields.ts';
import type { PersonValues } from './person-values.ts';

export interface WarnedProps extends Pick<PersonFieldsProps, 'warnings'> {
  readonly field: keyof PersonValues;
  readonly children: ReactNode;
}

/** A field, and below it what its rule warns of. */
export function Warned({ warnings, field, children }: WarnedProps) {
  const words = usePeopleWords();
  const warning = warningOf(warnings, field);
  return (
    <div>
      {children}
      {warning !== null && <Attention>{words.issue(warning)}</Attention>}
    </div>
  );
}
