/** How recently the people of each police grid were verified. An officer's; places are compared, never persons. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { GridFreshness, GridRow } from '#shared/contract/population/addresses.ts';
import { FRESHNESS } from '#shared/ledgers/population/verified.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import shared from '#renderer/record/record.module.css';
import styles from './grids.module.css';

export function FreshnessCard({ grids }: { readonly grids: readonly GridRow[] }) {
  const { t } = useTranslation('grids');
  const { queries } = useOffice();
  const me = useMe();
  const errorWords = useErrorWords();
  const may = mayCall(me.role, contract.grids.freshness);
  const freshness = useQuery(queries.grids.freshness.queryOptions({ input: {}, enabled: may }));
  if (!may) return <Notice tone="violet">{t('fresh.locked')}</Notice>;
  return (
    <Card title={t('fresh.title')} note={t('fresh.note')} padded={false}>
      {freshness.error !== null && <ErrorPanel words={errorWords(freshness.error)} />}
      {freshness.isPending && <SkeletonRows rows={3} />}
      {freshness.data !== undefined && (
        <table className={`${shared.table} ${styles.grids}`}>
          <thead>
            <tr>
              <th scope="col">{t('kinds.police')}</th>
              <th scope="col" className={shared.number}>
                {t('fresh.people')}
              </th>
              {FRESHNESS.map((one) => (
                <th key={one} scope="col" className={shared.number}>
                  {t(`fresh.${one}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('fresh.fresh')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {freshness.data.map((row) => (
              <FreshnessLine key={row.policeGrid} row={row} grids={grids} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function FreshnessLine({ row, grids }: { readonly row: GridFreshness; readonly grids: readonly GridRow[] }) {
  const { t } = useTranslation('grids');
  const grid = grids.find(({ kind, code }) => kind === 'police' && code === row.policeGrid);
  const name = grid === undefined ? (row.policeGrid ?? t('fresh.none')) : gridName(grid);
  const share = row.people === 0 ? 0 : Math.round((row.fresh / row.people) * 100);
  return (
    <tr>
      <th scope="row">
        {row.policeGrid === null ? name : <Go to={`/population?grid=${row.policeGrid}`}>{name}</Go>}
      </th>
      <td className={shared.number}>{row.people}</td>
      {FRESHNESS.map((one) => (
        <td key={one} className={shared.number}>
          {row[one]}
        </td>
      ))}
      <td className={styles.share}>
        <meter min={0} max={100} value={share} aria-label={t('fresh.fresh')} /> {share}%
      </td>
    </tr>
  );
}
