/** Beside the form: records that may be the person who is being typed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { PersonValues } from './person-values.ts';
import styles from './form.module.css';

/** Milliseconds of rest after which the office is asked. */
const REST_MS = 300;

export interface AlikePanelProps {
  readonly values: Pick<PersonValues, 'name' | 'idNumber' | 'birthDate'>;
}

export function AlikePanel({ values }: AlikePanelProps) {
  const { t } = useTranslation('personForm');
  const { queries } = useOffice();
  const words = usePeopleWords();
  const desk = useDesk();
  const asked = useRested(values);
  const number = asked.idNumber.trim();
  const enough = asked.name.trim().length >= 2 || number.length >= 15;
  const alike = useQuery(
    queries.residents.alike.queryOptions({
      input: {
        name: asked.name,
        idNumber: number === '' ? null : number,
        birthDate: asked.birthDate,
        except: null,
      },
      enabled: enough,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const found = enough ? (alike.data ?? []) : [];
  return (
    <Card title={t('alike')}>
      <div className={styles.alike} role="region" aria-label={t('alike')} aria-live="polite">
        {!enough && <p className={styles.soft}>{t('alikeWaiting')}</p>}
        {enough && found.length === 0 && alike.data !== undefined && (
          <p className={styles.soft}>{t('alikeNone')}</p>
        )}
        {found.map(({ resident, why }) => (
          <div key={resident.id} className={styles.twin}>
            <p>
              <strong>
                <PersonName name={resident.name} />
              </strong>{' '}
              {words.sexAge(resident)}{' '}
              <Chip tone={why === 'same-number' ? 'red' : 'amber'}>{t(`alikeWhy.${why}`)}</Chip>
            </p>
            <p className={styles.soft}>
              {[
                resident.addressLine,
                resident.idTail === null ? '' : `····${resident.idTail}`,
                resident.outState === null ? '' : words.out(resident.outState),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Button size="small" onClick={() => desk.go(`/population/${resident.id}`)}>
              {t('alikeOpen')}
            </Button>
          </div>
        ))}
        {found.length > 0 && <p className={styles.soft}>{t('alikeNote')}</p>}
      </div>
    </Card>
  );
}

/** What was typed, once it rests. */
function useRested(values: AlikePanelProps['values']): AlikePanelProps['values'] {
  const { name, idNumber, birthDate } = values;
  const [rested, setRested] = useState(values);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ name, idNumber, birthDate }), REST_MS);
    return () => clearTimeout(timer);
  }, [name, idNumber, birthDate]);
  return rested;
}
