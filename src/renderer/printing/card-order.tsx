/** Whose card and how many. */
import { useTranslation } from 'react-i18next';
import type { ContactCard } from '#shared/contract/cards.ts';
import type { Role } from '#shared/kernel/role.ts';
import { useOffice } from '#renderer/client/office.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { CARDS } from '#renderer/print/cards/card-geometry.ts';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { CardGaps } from './card-gaps.tsx';
import { SHEETS_MAX } from './sheets-max.ts';
import styles from './printing.module.css';

export interface Order {
  /** Null: nobody chosen yet, the person at the desk is meant. */
  readonly staff: string | null;
  readonly sheets: number;
  readonly bothSides: boolean;
}

export interface CardOrderProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly order: Order & { readonly staff: string };
  readonly onOrder: (order: Order) => void;
  readonly card: ContactCard | null;
}

export function CardOrder({ people, order, onOrder, card }: CardOrderProps) {
  const { t } = useTranslation('printing');
  const { client } = useOffice();
  const making = useMaking();
  const change = (part: Partial<Order>) => {
    making.forget();
    onOrder({ ...order, ...part });
  };
  return (
    <OrderForm
      label={t('papers.contact-cards')}
      making={making}
      savePdf={() => client.cards.savePdf(order)}
      print={() => client.cards.print(order)}
      after={order.bothSides && <p className={styles.hint}>{t('flip')}</p>}
    >
      <SelectField
        name="staff"
        label={t('person')}
        value={order.staff}
        onChange={(staff) => change({ staff })}
        options={people.map(({ id, name, role }) => ({
          value: id,
          label: role === 'officer' || role === 'auxiliary' ? `${name} · ${t(`role.${role}`)}` : name,
        }))}
      />
      <NumberField
        name="sheets"
        label={t('sheets')}
        value={order.sheets}
        onChange={(sheets) => change({ sheets })}
        hint={t('sheetsHint', { cards: order.sheets * CARDS })}
        min={1}
        max={SHEETS_MAX}
      />
      <CheckField
        name="bothSides"
        label={t('bothSides')}
        value={order.bothSides}
        onChange={(bothSides) => change({ bothSides })}
        hint={t('bothSidesHint')}
      />
      {card !== null && <CardGaps card={card} />}
    </OrderForm>
  );
}
