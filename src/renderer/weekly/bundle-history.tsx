import { useTranslation } from 'react-i18next';
import { momentWords } from '#renderer/client/words/moment-words.ts';
import type { BundleRow } from '#shared/contract/weekly.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import plainTable from '#renderer/ui/table/plain-table.module.css';
import { checkWords, sizeWords } from './weekly-words.ts';

const TONES: Readonly<Record<BundleRow['state'], ChipTone>> = {
  sealed: 'amber',
  written: 'blue',
  confirmed: 'green',
  held: 'amber',
  refused: 'red',
};

/** Newest first, with the station's word on each. */
export function BundleHistory({ bundles }: { readonly bundles: readonly BundleRow[] }) {
  const { t } = useTranslation('weekly');
  return (
    <Card title={t('history.title')}>
      {bundles.length === 0 ? (
        <EmptyState why={t('history.empty')} />
      ) : (
        <table className={plainTable.table}>
          <thead>
            <tr>
              {(['seq', 'sealed', 'by', 'range', 'size', 'written', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`history.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bundles.map((bundle) => (
              <tr key={bundle.file}>
                <td>{lineName({ epoch: bundle.sealedEpoch, n: bundle.seq })}</td>
                <td>{momentWords(bundle.sealedAt)}</td>
                <td>{bundle.sealedByName === '' ? t('history.byItself') : bundle.sealedByName}</td>
                <td>
                  {bundle.from > bundle.to
                    ? t('history.noLines')
                    : t('history.lines', {
                        from: lineName({ epoch: bundle.epoch, n: bundle.from }),
                        to: bundle.to,
                      })}
                </td>
                <td>{sizeWords(bundle.bytes)}</td>
                <td>{bundle.writtenAt === null ? t('history.notWritten') : momentWords(bundle.writtenAt)}</td>
                <td>
                  <Chip tone={TONES[bundle.state]}>{t(`states.${bundle.state}`)}</Chip>{' '}
                  {bundle.check !== null &&
                    t('history.check', { words: checkWords(bundle.check, t), check: bundle.check })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
