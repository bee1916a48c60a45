/** A masked value of a resident: an officer may look for a minute with a reason, an auxiliary sees that it is locked. */
import { contract } from '#shared/contract/index.ts';
import { useOffice } from '#renderer/client/office.ts';
import { WitnessedValue } from '#renderer/record/witnessed-value.tsx';
import { usePeopleWords } from './people-words.ts';

export type RevealField = 'idNumber' | 'phone' | 'phone2' | 'phone3' | 'birthDate' | 'emergencyContact';

export interface MaskedFieldProps {
  readonly id: string;
  readonly field: RevealField;
  readonly masked: string;
}

export function MaskedField({ id, field, masked }: MaskedFieldProps) {
  const { client } = useOffice();
  const words = usePeopleWords();
  return (
    <WitnessedValue
      label={words.field(field)}
      masked={isAllDots(masked) ? ALL_DOTS : masked}
      needs={contract.residents.reveal}
      look={(why) => client.residents.reveal({ id, field, ...why })}
    />
  );
}

/** As many for every number that is hidden whole: how long it is, is told neither. */
const ALL_DOTS = '······';

function isAllDots(masked: string): boolean {
  return /^·+$/u.test(masked);
}
