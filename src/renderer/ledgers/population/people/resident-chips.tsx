/** States of a resident in colour and in words. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { Freshness } from '#shared/ledgers/population/verified.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { usePeopleWords } from './people-words.ts';

const FRESH_TONES: Readonly<Record<Freshness, ChipTone>> = {
  fresh: 'green',
  due: 'amber',
  stale: 'red',
  never: 'grey',
};

export function FreshChip({ freshness }: Pick<ResidentRow, 'freshness'>) {
  const words = usePeopleWords();
  return <Chip tone={FRESH_TONES[freshness]}>{words.freshness(freshness)}</Chip>;
}

/** Nothing while the person lives here. */
export function OutChip({ outState }: Pick<ResidentRow, 'outState'>) {
  const words = usePeopleWords();
  return outState === null ? null : <Chip tone="grey">{words.out(outState)}</Chip>;
}

export function TypeChip({ residenceType }: Pick<ResidentRow, 'residenceType'>) {
  const words = usePeopleWords();
  return <Chip tone={residenceType === 'temporary' ? 'blue' : 'grey'}>{words.residence(residenceType)}</Chip>;
}

/** The number has to be compared with the paper again. Nothing where it is fine. */
export function FlagChip({ idFlag }: Pick<ResidentRow, 'idFlag'>) {
  const { t } = useTranslation('people');
  return idFlag === null ? null : <Chip tone="amber">{t('flags.short')}</Chip>;
}
