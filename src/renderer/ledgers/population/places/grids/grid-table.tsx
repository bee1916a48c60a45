import { useTranslation } from 'react-i18next';
import type { GridRow } from '#shared/contract/population/addresses.ts';
import type { GridKind } from '#shared/ledgers/population/grids.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import shared from '#renderer/record/record.module.css';
import styles from './grids.module.css';

export interface GridTableProps {
  readonly kind: GridKind;
  /** Of both kinds: each table says how it belongs to the other. */
  readonly grids: readonly GridRow[];
  /** Absent: this person only reads. */
  readonly onEdit?: (grid: GridRow) => void;
  readonly onRetire?: (grid: GridRow) => void;
}

/** The grids of one kind, with what they cover or are covered by. */
export function GridTable({ kind, grids, onEdit, onRetire }: GridTableProps) {
  const { t } = useTranslation('grids');
  const own = grids.filter((grid) => grid.kind === kind);
  return (
    <Card title={t(`kinds.${kind}`)} note={own.length} padded={false}>
      <table className={`${shared.table} ${styles.grids}`}>
        <thead>
          <tr>
            <th scope="col">{t('fields.code')}</th>
            <th scope="col">{t('fields.name')}</th>
            <th scope="col">{t(kind === 'police' ? 'fields.keeperPolice' : 'fields.keeperCivil')}</th>
            <th scope="col">{t(kind === 'police' ? 'civilOf' : 'fields.policeGrid')}</th>
            <th scope="col" className={shared.number}>
              {t('fields.doors')}
            </th>
            {onEdit !== undefined && <th scope="col" />}
          </tr>
        </thead>
        <tbody>
          {own.map((grid) => (
            <tr key={grid.id}>
              <th scope="row" className={shared.short}>
                {grid.code}
              </th>
              <td>{grid.name}</td>
              <td>{grid.keeper}</td>
              <td>
                <Mapping grid={grid} grids={grids} />
              </td>
              <td className={shared.number}>{t('doors', { count: grid.doors })}</td>
              {onEdit !== undefined && (
                <td className={styles.deeds}>
                  <Button
                    size="small"
                    aria-label={t('editTitle', { name: grid.name })}
                    onClick={() => onEdit(grid)}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={t('retireTitle', { name: grid.name })}
                    onClick={() => onRetire?.(grid)}
                  >
                    {t('retire')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** 胜利01 胜利02; or the police grid of a civil one. */
function Mapping({ grid, grids }: { readonly grid: GridRow; readonly grids: readonly GridRow[] }) {
  const { t } = useTranslation('grids');
  if (grid.kind === 'civil') {
    const police = grids.find(({ kind, code }) => kind === 'police' && code === grid.policeGrid);
    if (police !== undefined) return gridName(police);
    return <Chip tone="amber">{t('unmapped')}</Chip>;
  }
  const covered = grids.filter(({ kind, policeGrid }) => kind === 'civil' && policeGrid === grid.code);
  if (covered.length === 0) return <span className={shared.soft}>{t('noCivil')}</span>;
  return covered.map(({ code }) => code).join('　');
}
