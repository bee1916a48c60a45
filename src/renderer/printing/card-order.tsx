/** Whose card, how many, and where to: the printer or a file. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactCard } from '#shared/contract/cards.ts';
import type { Role } from '#shared/kernel/role.ts';
import { trackDeed } from '#renderer/client/deeds.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { CARDS } from '#renderer/print/cards/card-geometry.ts';
import { CardGaps } from './card-gaps.tsx';
import styles from './printing.module.css';

export interface Order {
  /** Null: nobody chosen yet, the person at the desk is meant. */
  readonly staff: string | null;
  readonly sheets: number;
  readonly bothSides: boolean;
}

const SHEETS_MAX = 50;

export interface CardOrderProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly order: Order & { readonly staff: string };
  readonly onOrder: (order: Order) => void;
  readonly card: ContactCard | null;
}

export function CardOrder({ people, order, onOrder, card }: CardOrderProps) {
  const { t } = useTranslation('printing');
  const { client } = useOffice();
  const failureWords = useFailureWords();
  const [working, setWorking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const running = useRef(false);
  const change = (part: Partial<Order>) => {
    setDone(null);
    onOrder({ ...order, ...part });
  };
  const run = async (work: () => Promise<string>) => {
    if (running.current) return;
    running.current = true;
    setWorking(true);
    setDone(null);
    setRefused(null);
    try {
      setDone(await trackDeed(work));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'cancelled') setRefused(failureWords(failure));
    } finally {
      running.current = false;
      setWorking(false);
    }
  };
  const savePdf = () =>
    void run(async () => {
      const { file, pages } = await client.cards.savePdf(order);
      return t('saved', { file, pages });
    });
  const print = () =>
    void run(async () => {
      const { pages } = await client.cards.print(order);
      return t('printed', { pages });
    });
  return (
    <Card>
      <form
        className={styles.order}
        aria-label={t('paper')}
        onSubmit={(event) => {
          event.preventDefault();
          print();
        }}
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
        {refused !== null && <ErrorPanel words={refused} takesFocus />}
        {done !== null && (
          <div role="status">
            <Notice tone="green">{done}</Notice>
          </div>
        )}
        <div className={styles.deeds}>
          <Button size="desk" busy={working} onClick={savePdf}>
            {t('savePdf')}
          </Button>
          <Button kind="primary" size="desk" type="submit" keys="Enter" busy={working}>
            {working ? t('working') : t('print')}
          </Button>
        </div>
        <p className={styles.hint}>{t('hint')}</p>
        {order.bothSides && <p className={styles.hint}>{t('flip')}</p>}
      </form>
    </Card>
  );
}
