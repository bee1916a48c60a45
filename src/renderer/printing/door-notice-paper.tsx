/** 上门告知: whose name and number stand on it, and how many sheets of two. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { PopulationPaper } from './population-paper.tsx';
import { SHEETS_MAX } from './sheets-max.ts';
import styles from './printing.module.css';

export function DoorNoticePaper() {
  const { t } = useTranslation('printing');
  const { queries } = useOffice();
  const me = useMe();
  const making = useMaking();
  const people = useQuery(queries.cards.people.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [sheets, setSheets] = useState(1);
  const found = people.data ?? [];
  const staff = chosen ?? (found.find(({ id }) => id === me.id) ?? found[0])?.id ?? null;
  return (
    <PopulationPaper
      paper="door-notice"
      order={staff === null ? null : { name: 'door-notice', staff, sheets }}
      making={making}
      waiting={people.data?.length === 0 && <EmptyState why={t('people.none')} />}
    >
      <SelectField
        name="staff"
        label={t('person')}
        value={staff}
        onChange={(next) => {
          making.forget();
          setChosen(next);
        }}
        options={found.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`role.${role}`)}` }))}
      />
      <NumberField
        name="sheets"
        label={t('sheets')}
        value={sheets}
        onChange={(next) => {
          making.forget();
          setSheets(next);
        }}
        hint={t('noticeHint', { notices: sheets * 2 })}
        min={1}
        max={SHEETS_MAX}
      />
      <p className={styles.hint}>{t('nobodyNamed')}</p>
    </PopulationPaper>
  );
}
