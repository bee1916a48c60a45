import { useTranslation } from 'react-i18next';
import type { DoublePair, PairField, ResidentRow } from '#shared/contract/population/residents.ts';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { MaskedField } from '#renderer/ledgers/population/people/masked-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { shownValue, type Side } from './pair-values.ts';
import styles from './doubles.module.css';

export interface PairRowProps {
  readonly pair: DoublePair;
  readonly field: PairField;
  readonly differs: boolean;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

const SIDES = ['a', 'b'] as const;

/** One field of both. Only where they differ is there anything to choose. */
export function PairRow({ pair, field, differs, side, onChoose }: PairRowProps) {
  const { t } = useTranslation('doubles');
  const words = usePeopleWords();
  const [a, b] = SIDES.map((one) => shownValue(pair[one], field, words));
  const label = words.field(field);
  const saysWhat = !differs ? t('same') : a === b ? t('hidden') : t('differs');
  return (
    <tr data-differs={differs}>
      <th scope="row">
        {label}{' '}
        <span className={styles.mark}>
          {differs && <span aria-hidden="true">≠ </span>}
          {a === null && b === null ? '' : saysWhat}
        </span>
      </th>
      {SIDES.map((one) => (
        <td key={one} data-taken={differs && one === side}>
          <Value person={pair[one]} field={field} words={one === 'a' ? a : b} />
        </td>
      ))}
      <td>
        {differs && (
          <span
            role="radiogroup"
            aria-label={`${t('take')} ${label}`}
            className={styles.choice}
            onKeyDown={(event) => {
              if (belongsToInputMethod(event)) return;
              const to = event.key === 'ArrowLeft' ? 'a' : event.key === 'ArrowRight' ? 'b' : null;
              if (to === null) return;
              event.preventDefault();
              onChoose(to);
              const radios = event.currentTarget.querySelectorAll('button');
              radios[to === 'a' ? 0 : 1]?.focus();
            }}
          >
            {SIDES.map((one) => (
              <button
                key={one}
                type="button"
                role="radio"
                aria-checked={one === side}
                tabIndex={one === side ? 0 : -1}
                onClick={() => onChoose(one)}
              >
                {t(one === 'a' ? 'takeLeft' : 'takeRight')}
              </button>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}

interface ValueProps {
  readonly person: ResidentRow;
  readonly field: PairField;
  readonly words: string | null | undefined;
}

function Value({ person, field, words }: ValueProps) {
  const { t } = useTranslation('person');
  if (words == null) return <span className={styles.soft}>—</span>;
  if (field === 'name') return <PersonName name={words} />;
  if (field === 'idNumber' || field === 'birthDate')
    return <MaskedField id={person.id} field={field} masked={words} />;
  if (field === 'household')
    return <Go to={`/population/household/${words}`}>{t('record.openHousehold')}</Go>;
  return words;
}
