/**
 * Somebody's name, typed freely, with residents offered by initials, last four or door. What is taken beyond the name is the
 * caller's decision: a ledger that must hold no reference to a resident takes none.
 */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { FoundPerson } from '#shared/contract/population/search.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { FieldProps } from '#renderer/ui/fields/field-props.tsx';
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx';
import { isShort } from './is-short.ts';
import { PersonLine } from './person-line.tsx';
import { useFind } from './use-find.ts';

/** Offers below the field: who is not among them is found by one more key, or with F3. */
const OFFERED = 5;
/** Characters from which it is worth asking. */
const ASKED_FROM = 2;

export interface KnownPersonFieldProps extends FieldProps<string> {
  /** A resident was taken from the offers; typing anything else afterwards is somebody else. */
  readonly onTake?: (person: FoundPerson) => void;
  readonly maxLength: number;
  /** The last line: what was typed stays as it is. */
  readonly asTyped?: string;
  readonly listName?: string;
  readonly aside?: string;
}

export function KnownPersonField({ onTake, asTyped, listName, ...field }: KnownPersonFieldProps) {
  const { t } = useTranslation('pickers');
  const me = useMe();
  const typed = field.value.trim();
  const asks = mayCall(me.role, contract.search.find) && [...typed].length >= ASKED_FROM;
  const { found, looking } = useFind(asks ? typed.slice(0, 60) : '');
  const people = found?.people.slice(0, OFFERED) ?? [];
  return (
    <SuggestField
      {...field}
      suggestions={people.map((person) => ({
        id: person.id,
        text: person.name,
        words: <PersonLine person={person} />,
      }))}
      onTake={(id) => {
        const person = people.find((one) => one.id === id);
        if (person !== undefined) onTake?.(person);
      }}
      looking={asks && looking}
      isShort={isShort(typed)}
      asTyped={asTyped ?? t('asTyped', { typed })}
      listName={listName ?? t('results')}
    />
  );
}
