import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#shared/contract/population/imports.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { Samples } from './samples.tsx';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const;

/** Which sheet, in which encoding, and where its header stands; beside it what was read with these. */
export function SheetStep({ desk, plan }: { readonly desk: ImportDesk; readonly plan: ImportPlan }) {
  const { t } = useTranslation('importing');
  const firstHeader = plan.headerRows[0] ?? 1;
  return (
    <div className={styles.columns}>
      <Card title={plan.file}>
        <div className={styles.stack}>
          {plan.sheets.length > 1 && (
            <SelectField
              name="sheet"
              label={t('sheet.name')}
              value={plan.sheet ?? ''}
              onChange={(sheet) => desk.replan({ sheet })}
              options={plan.sheets.map(({ name, hidden }) => ({
                value: name,
                label: hidden ? t('sheet.hidden', { name }) : name,
              }))}
            />
          )}
          {plan.encoding !== null && (
            <SelectField
              name="encoding"
              label={t('sheet.encoding')}
              hint={t('sheet.garbled')}
              value={plan.encoding}
              onChange={(encoding) => desk.replan({ encoding })}
              options={ENCODINGS.map((value) => ({ value, label: t(`sheet.encodings.${value}`) }))}
            />
          )}
          <NumberField
            name="header"
            label={t('sheet.headerRow')}
            hint={
              plan.headerRows.length === 0
                ? t('sheet.headerNone')
                : t('sheet.headerFound', { rows: plan.headerRows.join('–') })
            }
            value={firstHeader}
            onChange={(row) => desk.replan({ headerRows: [row] })}
            min={1}
            max={50}
          />
          {plan.remembered && <Notice tone="green">{t('sheet.remembered')}</Notice>}
          <div className={styles.deeds}>
            <Button kind="primary" size="desk" autoFocus onClick={() => desk.goTo('columns')}>
              {t('next')}
            </Button>
          </div>
        </div>
      </Card>
      <Card title={t('sheet.preview')} padded={false}>
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('sheet.preview')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('sheet.header')}</th>
                <th scope="col">{t('sheet.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.columns.map(({ index, header, samples, dropped }) => (
                <tr key={index}>
                  <th scope="row">{header}</th>
                  <td>
                    {dropped === 'forbidden' ? (
                      <span className={styles.soft}>{t('columns.forbiddenTitle')}</span>
                    ) : (
                      <Samples samples={samples} />
                    )}
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
