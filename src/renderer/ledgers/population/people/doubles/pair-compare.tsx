/** Two records side by side. What differs is marked by a sign, a word and bold type; one side is taken for each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoublePair, PairField } from '#shared/contract/population/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FreshChip, OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { MergeBar } from './merge-bar.tsx';
import { PairRow } from './pair-row.tsx';
import { comparedFields, firstChoice, likelierSide, type Side } from './pair-values.ts';
import styles from './doubles.module.css';

const SIDES: readonly Side[] = ['a', 'b'];

export function PairCompare({ pair }: { readonly pair: DoublePair }) {
  const { t } = useTranslation(['doubles', 'person']);
  const words = usePeopleWords();
  const [keep, setKeep] = useState<Side>(() => likelierSide(pair));
  const [choice, setChoice] = useState(() => firstChoice(pair, keep, words));
  const [showSame, setShowSame] = useState(false);
  const fields = comparedFields(pair);
  const same = fields.filter(({ differs }) => !differs);
  const choose = (field: PairField, side: Side) => setChoice((now) => ({ ...now, [field]: side }));
  return (
    <Card padded={false}>
      <table className={styles.compare}>
        <caption className="visually-hidden">{t('pair', { left: pair.a.name, right: pair.b.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col">
                <span className={styles.side}>
                  {t(side === 'a' ? 'leftSide' : 'rightSide')}
                  <Go to={`/population/${pair[side].id}`} label={`${t('open')} ${pair[side].id}`}>
                    {pair[side].id}
                  </Go>
                  {pair[side].outState === null ? (
                    <FreshChip freshness={pair[side].freshness} />
                  ) : (
                    <OutChip outState={pair[side].outState} />
                  )}
                  {side === keep && <Chip tone="blue">{t('stays')}</Chip>}
                </span>
              </th>
            ))}
            <th scope="col">{t('take')}</th>
          </tr>
        </thead>
        <tbody>
          {(showSame ? fields : fields.filter(({ differs }) => differs)).map(({ field, differs }) => (
            <PairRow
              key={field}
              pair={pair}
              field={field}
              differs={differs}
              side={choice[field]}
              onChoose={(side) => choose(field, side)}
            />
          ))}
          {same.length > 0 && (
            <tr>
              <td colSpan={4}>
                <Button
                  kind="quiet"
                  size="small"
                  aria-expanded={showSame}
                  onClick={() => setShowSame(!showSame)}
                >
                  {t(showSame ? 'hideSame' : 'showSame', { count: same.length })}
                </Button>
                {!showSame && (
                  <span className={styles.soft}>
                    {same.map(({ field }) => words.field(field)).join(t('person:record.comma'))}
                  </span>
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <MergeBar
        pair={pair}
        keep={keep}
        choice={choice}
        onKeep={(side) => {
          setKeep(side);
          setChoice(firstChoice(pair, side, words));
        }}
      />
    </Card>
  );
}
