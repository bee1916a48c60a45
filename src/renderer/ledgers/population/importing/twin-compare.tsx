import { useTranslation } from 'react-i18next';
import type { ImportRow, ROW_CHOICES } from '#shared/contract/population/imports.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import type { RowChoice } from './use-import.ts';
import styles from './importing.module.css';

/** The order of the digits: what is done most often comes first. */
const ORDER = ['merge', 'skip', 'new'] as const satisfies readonly (typeof ROW_CHOICES)[number][];

const SHOWN = ['name', 'idNumber', 'birthDate', 'phone', 'address'] as const;
type Shown = Readonly<Record<(typeof SHOWN)[number], string | null>>;

function fieldsOfRow({ name, idMasked, birthMonth, phoneMasked, addressLine }: ImportRow): Shown {
  return { name, idNumber: idMasked, birthDate: birthMonth, phone: phoneMasked, address: addressLine };
}

function fieldsOfRecord({ name, idMasked, birthMonth, phonesMasked, addressLine }: ResidentRow): Shown {
  const phone = phonesMasked.join(' ');
  return { name, idNumber: idMasked, birthDate: birthMonth, phone, address: addressLine };
}

/** The row of the sheet and whom it looks like, one below the other; what differs is named. */
export function TwinCompare({
  row,
  twin,
  onDecide,
}: {
  readonly row: ImportRow;
  readonly twin: NonNullable<ImportRow['twin']>;
  readonly onDecide: (choice: RowChoice) => void;
}) {
  const { t } = useTranslation('importing');
  const people = usePeopleWords();
  const other = twin.resident;
  return (
    <div className={styles.twin}>
      <p>
        {twin.row === null ? t('check.ofRecord') : t('check.ofRow', { row: twin.row })}{' '}
        <strong>{t(`check.twin.${twin.kind}`)}</strong>
        {twin.differing.length > 0 && (
          <span className={styles.soft}>
            {' '}
            {t('check.differs')} {twin.differing.map(people.field).join(t('columns.comma'))}
          </span>
        )}
      </p>
      {other !== null && (
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {SHOWN.map((field) => (
                <th key={field} scope="col">
                  {people.field(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('check.inFile')}</th>
              {SHOWN.map((field) => (
                <td key={field} data-differs={twin.differing.includes(field)}>
                  {fieldsOfRow(row)[field]}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('check.inLedger')}</th>
              {SHOWN.map((field) => (
                <td key={field} data-differs={twin.differing.includes(field)}>
                  {fieldsOfRecord(other)[field]}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      <DigitChoice
        name={`choice-${row.row}`}
        label={
          row.choice === null ? `${t('check.choiceLabel')} · ${t('check.undecided')}` : t('check.choiceLabel')
        }
        value={row.choice}
        advances={false}
        onChange={onDecide}
        options={ORDER.map((value, index) => ({
          value,
          label: t(`check.choices.${value}`),
          digit: String(index + 1),
        }))}
      />
    </div>
  );
}
