/** 纠纷空白文书: printed ahead, so that the desk can go on when the power is cut. Nothing of any matter is on them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blankPapersOf, type DisputePaperName } from '#shared/ledgers/disputes/papers.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { PlainPreview } from '#renderer/ledgers/disputes/papers/plain-preview.tsx';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import styles from './printing.module.css';

export function DisputeBlankPaper() {
  const { t } = useTranslation(['printing', 'disputePapers']);
  const me = useMe();
  const { client } = useOffice();
  const making = useMaking();
  const names = blankPapersOf(me.role);
  const [chosen, setChosen] = useState<DisputePaperName | null>(null);
  const name = chosen ?? names[0] ?? 'dispute-acceptance';
  const order = { name, dispute: null, part: null };
  return (
    <div className={styles.columns}>
      <OrderForm
        label={t('papers.dispute-blanks')}
        making={making}
        savePdf={() => client.disputePapers.savePdf({ order })}
        print={() => client.disputePapers.print({ order })}
      >
        <SelectField
          name="paper"
          label={t('disputePapers:paper')}
          value={name}
          onChange={(next) => {
            making.forget();
            setChosen(next);
          }}
          options={names.map((one) => ({ value: one, label: t(`disputePapers:papers.${one}`) }))}
        />
        <p className={styles.hint}>{t('disputeBlanksHint')}</p>
      </OrderForm>
      <PlainPreview order={order} />
    </div>
  );
}
