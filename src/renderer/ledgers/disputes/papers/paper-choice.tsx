/** Which paper, with how much on it and why, beside the paper itself. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { PaperOffer } from '#shared/ledgers/disputes/papers.ts';
import { useOffice } from '#renderer/client/office.ts';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { ReasonFields } from '#renderer/record/reason-fields.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { PartField } from './part-field.tsx';
import { PlainPreview } from './plain-preview.tsx';
import { usePaperOrder } from './use-paper-order.ts';
import { WholePreview } from './whole-preview.tsx';

export interface PaperChoiceProps {
  readonly dispute: DisputeRecord;
  readonly offers: readonly PaperOffer[];
}

export function PaperChoice({ dispute, offers }: PaperChoiceProps) {
  const { t } = useTranslation('disputePapers');
  const { client } = useOffice();
  const making = useMaking();
  const order = usePaperOrder(dispute.id, offers, making.forget);
  const { name, forms, form, blank, plain, whole } = order;
  return (
    <>
      <OrderForm
        label={t('paper')}
        making={making}
        waits={form === 'whole' && whole === null}
        savePdf={() =>
          whole === null
            ? client.disputePapers.savePdf({ order: plain })
            : client.disputePapers.savePdfWhole(whole)
        }
        print={() =>
          whole === null
            ? client.disputePapers.print({ order: plain })
            : client.disputePapers.printWhole(whole)
        }
      >
        <SelectField
          name="paper"
          label={t('paper')}
          value={name}
          onChange={(next) => order.set({ name: next ?? name, form: null, part: null })}
          options={offers.map((offer) => ({ value: offer.name, label: t(`papers.${offer.name}`) }))}
          autoFocus
        />
        {!blank && forms.length > 1 && (
          <DigitChoice
            name="form"
            label={t('form')}
            value={form === 'blank' ? null : form}
            advances={false}
            onChange={(next) => order.set({ form: next })}
            options={forms.map((one, at) => ({
              value: one,
              label: t(`forms.${one}`),
              digit: String(at + 1),
            }))}
          />
        )}
        {!blank && (
          <PartField
            dispute={dispute}
            name={name}
            value={order.part}
            onChange={(part) => order.set({ part })}
          />
        )}
        {form === 'whole' && <ReasonFields why={order} onChange={order.set} hint={t('reasonHint')} />}
        <CheckField
          name="blank"
          label={t('blank')}
          hint={t('blankHint')}
          value={blank}
          onChange={(next) => order.set({ blank: next })}
        />
      </OrderForm>
      {form === 'whole' ? (
        <WholePreview key={JSON.stringify(whole)} order={whole} />
      ) : (
        <PlainPreview order={plain} />
      )}
    </>
  );
}
