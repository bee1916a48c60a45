import { useTranslation } from 'react-i18next';
import {
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
  type ImportPlan,
} from '#shared/contract/population/imports.ts';
import { missingFields } from '#shared/ledgers/population/import-rules.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { AddressField } from '#renderer/pickers/address-field.tsx';
import { useImportWords } from './import-words.ts';
import { Samples } from './samples.tsx';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

/** Which column becomes what. What the law forbids stands first, named, and cannot be chosen. */
export function ColumnsStep({ desk, plan }: { readonly desk: ImportDesk; readonly plan: ImportPlan }) {
  const { t } = useTranslation('importing');
  const words = useImportWords();
  const { mapping, base } = desk.state;
  const missing = missingFields(new Set(mapping.values()));
  const open = plan.columns.filter(({ dropped }) => dropped !== 'forbidden');
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <Dropped columns={plan.columns} mapping={mapping} />
        <Card>
          <div className={styles.stack}>
            <AddressField
              name="base"
              label={t('columns.base')}
              takes="any"
              value={base}
              onChange={desk.setBase}
            />
            <p className={styles.soft}>{t('columns.baseHint')}</p>
            {missing.length > 0 && (
              <Notice tone="amber">
                {t('columns.missing', { fields: missing.map(words.field).join(t('columns.comma')) })}
              </Notice>
            )}
            <div className={styles.deeds}>
              <Button size="desk" onClick={() => desk.goTo('sheet')}>
                {t('previous')}
              </Button>
              <Button
                kind="primary"
                size="desk"
                autoFocus={missing.length === 0}
                disabled={missing.length > 0}
                onClick={desk.runCheck}
              >
                {t('columns.run')}
              </Button>
            </div>
          </div>
        </Card>
      </div>
      <Card padded={false}>
        <div className={styles.scroll}>
          <table className={styles.table} data-choices="true">
            <thead>
              <tr>
                <th scope="col">{t('columns.column')}</th>
                <th scope="col">{t('columns.samples')}</th>
                <th scope="col">{t('columns.becomes')}</th>
              </tr>
            </thead>
            <tbody>
              {open.map((column) => (
                <tr key={column.index}>
                  <th scope="row">{column.header}</th>
                  <td>
                    <Samples samples={column.samples} />
                  </td>
                  <td>
                    <FieldChoice
                      column={column}
                      field={mapping.get(column.index) ?? null}
                      onChoose={(field) => desk.map(column.index, field)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </div>
  );
}

function FieldChoice({
  column,
  field,
  onChoose,
}: {
  readonly column: ImportColumn;
  readonly field: ImportField | null;
  readonly onChoose: (field: ImportField | null) => void;
}) {
  const { t } = useTranslation('importing');
  const words = useImportWords();
  return (
    <select
      className={styles.choice}
      aria-label={`${column.header} ${t('columns.becomes')}`}
      value={field ?? ''}
      onChange={({ target }) => onChoose(IMPORT_FIELDS.find((one) => one === target.value) ?? null)}
    >
      <option value="">{t('columns.none')}</option>
      {IMPORT_FIELDS.map((one) => (
        <option key={one} value={one}>
          {words.field(one)}
        </option>
      ))}
    </select>
  );
}

function Dropped({
  columns,
  mapping,
}: {
  readonly columns: readonly ImportColumn[];
  readonly mapping: ReadonlyMap<number, ImportField>;
}) {
  const { t } = useTranslation('importing');
  const words = useImportWords();
  const headers = (dropped: ImportColumn['dropped']) =>
    columns
      .filter((column) => column.dropped === dropped && !mapping.has(column.index))
      .map(({ header }) => header)
      .join(t('columns.comma'));
  const forbidden = columns.filter(({ dropped }) => dropped === 'forbidden');
  const noField = headers('no-field');
  const twice = headers('twice');
  if (forbidden.length === 0 && noField === '' && twice === '') return null;
  return (
    <Card title={t('columns.dropped')}>
      {forbidden.length > 0 && (
        <>
          <p className={styles.strong}>{t('columns.forbiddenTitle')}</p>
          <ul className={styles.dropped}>
            {forbidden.map(({ index, header, rule }) => (
              <li key={index}>
                <strong>{header}</strong> {words.forbidden(rule ?? '')}
              </li>
            ))}
          </ul>
        </>
      )}
      {noField !== '' && <p className={styles.soft}>{t('columns.noField', { headers: noField })}</p>}
      {twice !== '' && <p className={styles.soft}>{t('columns.twice', { headers: twice })}</p>}
    </Card>
  );
}
