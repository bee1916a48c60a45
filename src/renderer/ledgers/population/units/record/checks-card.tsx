/** The checks of one unit, newest first; what is not put right can be looked at again. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UnitCheckRow, UnitRow } from '#shared/contract/population/units.ts';
import { CHECK_ITEMS } from '#shared/ledgers/population/units.ts';
import { useMe } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import shared from '#renderer/record/record.module.css';
import { RecheckDialog } from '#renderer/ledgers/population/units/check/recheck-dialog.tsx';
import { DeadlineChip } from '#renderer/ledgers/population/units/hazard-chip.tsx';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';

export interface ChecksCardProps {
  readonly unit: UnitRow;
  readonly checks: readonly UnitCheckRow[];
}

export function ChecksCard({ unit, checks }: ChecksCardProps) {
  const { t } = useTranslation('units');
  const me = useMe();
  const words = useUnitWords();
  const [rechecked, setRechecked] = useState<UnitCheckRow | null>(null);
  const may = mayCall(me.role, contract.units.recheck);
  return (
    <Card title={t('record.checks')} note={checks.length === 0 ? '' : checks.length} padded={false}>
      {checks.length === 0 ? (
        <p className={`${shared.inset} ${shared.soft}`}>{t('record.noChecks')}</p>
      ) : (
        <table className={shared.table}>
          <thead>
            <tr>
              <th scope="col">{words.field('checkedOn')}</th>
              <th scope="col">{words.field('finding')}</th>
              <th scope="col">{t('list.hazards')}</th>
              <th scope="col">{words.field('officer')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.id}>
                <td className={shared.short}>{check.checkedOn}</td>
                <td>
                  <Finding check={check} />
                </td>
                <td>
                  <State check={check} />
                  {check.isOpen && may && (
                    <p>
                      <Button size="small" onClick={() => setRechecked(check)}>
                        {t('record.recheck')}
                      </Button>
                    </p>
                  )}
                </td>
                <td>
                  {check.officerName}
                  {check.companionName !== null && (
                    <p className={shared.soft}>{t('record.with', { name: check.companionName })}</p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RecheckDialog check={rechecked} name={unit.name} onClose={() => setRechecked(null)} />
    </Card>
  );
}

function Finding({ check }: { readonly check: UnitCheckRow }) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const faults = CHECK_ITEMS.filter((item) => check[item] === 'fault');
  if (faults.length === 0) return check.finding === '' ? t('record.allFine') : check.finding;
  return (
    <>
      <strong>{faults.map(words.item).join(t('comma'))}</strong>
      <p>{check.finding}</p>
      {check.noticeNo !== null && (
        <p className={shared.soft}>{t('record.noticeNo', { number: check.noticeNo })}</p>
      )}
    </>
  );
}

function State({ check }: { readonly check: UnitCheckRow }) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const today = useOfficeDay();
  const { deadline, recheckedOn, recheckResult } = check;
  const isFaulty = CHECK_ITEMS.some((item) => check[item] === 'fault');
  const again =
    recheckedOn === null || recheckResult === null ? null : (
      <p className={shared.soft}>
        {t('record.recheckedOn', { day: recheckedOn, result: words.recheck(recheckResult) })}
      </p>
    );
  if (check.isOpen)
    return (
      <>
        {deadline === null ? (
          <Chip tone="amber">{t('hazard.open')}</Chip>
        ) : (
          <DeadlineChip deadline={deadline} today={today} />
        )}
        {again}
      </>
    );
  if (!isFaulty) return <Chip tone="green">{t('hazard.clean')}</Chip>;
  return (
    <>
      <Chip tone="green">{t(check.fixedOnSite ? 'hazard.fixed' : 'hazard.done')}</Chip>
      {again}
    </>
  );
}
