import { useTranslation } from 'react-i18next';
import type { DisputeFigures } from '#shared/contract/disputes/figures.ts';
import shared from '#renderer/record/record.module.css';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';

/** Which bodies were asked and which answered late, the latest first. */
export function BodiesTable({ figures }: { readonly figures: DisputeFigures }) {
  const { t } = useTranslation('disputeFigures');
  const words = useDisputeWords();
  const { byBody, audience } = figures;
  if (audience === 'public') return <p className={shared.soft}>{t('hiddenBodies')}</p>;
  if (byBody.length === 0) return <p className={shared.soft}>{t('noBodies')}</p>;
  const bodies = byBody.toSorted((a, b) => b.late - a.late || b.asked - a.asked);
  const counts = ['asked', 'answered', 'waiting', 'late'] as const;
  return (
    <table className={shared.table}>
      <thead>
        <tr>
          <th scope="col">{t('body')}</th>
          {counts.map((name) => (
            <th key={name} scope="col" className={shared.number}>
              {t(name)}
            </th>
          ))}
          <th scope="col" className={shared.number}>
            {t('median')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((row) => (
          <tr key={row.body}>
            <th scope="row">{words.body(row.body)}</th>
            {counts.map((name) => (
              <td key={name} className={shared.number}>
                {name === 'late' && row.late > 0 ? <Chip tone="red">{row.late}</Chip> : row[name]}
              </td>
            ))}
            <td className={shared.number}>
              {row.medianDays === null ? '—' : t('days', { days: row.medianDays })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
