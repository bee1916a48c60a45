/** Beside the list: enough of a person, a place or a unit to know whether it is the one meant. Masked, like everywhere. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FreshChip, OutChip, TypeChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { pathOf, type Peeked } from './find-lines.ts';
import styles from './finding.module.css';

export interface PeekProps {
  readonly line: Peeked;
  readonly onOpen: (path: string) => void;
}

/** What the drawer is about. */
export function peekName(line: Peeked): string {
  switch (line.kind) {
    case 'person':
      return line.person.name;
    case 'address':
      return line.address.line;
    case 'unit':
      return line.unit.name;
  }
}

export function Peek({ line, onOpen }: PeekProps) {
  const { t } = useTranslation('find');
  return (
    <div className={styles.peek}>
      <PeekedFacts line={line} />
      <div>
        <Button
          kind="primary"
          size="desk"
          keys="Enter"
          data-autofocus
          onClick={() => {
            const path = pathOf(line);
            if (path !== null) onOpen(path);
          }}
        >
          {t('peek.open')}
        </Button>
      </div>
    </div>
  );
}

function PeekedFacts({ line }: Pick<PeekProps, 'line'>) {
  switch (line.kind) {
    case 'person':
      return <PersonFacts id={line.person.id} />;
    case 'address':
      return <AddressFacts id={line.address.id} />;
    case 'unit':
      return <UnitFacts id={line.unit.id} />;
  }
}

interface OfRecord {
  readonly id: string;
}

function PersonFacts({ id }: OfRecord) {
  const { t } = useTranslation('find');
  const { queries } = useOffice();
  const words = usePeopleWords();
  const { data, error } = useQuery(queries.residents.open.queryOptions({ input: { id } }));
  if (data === undefined) return <Waiting error={error} />;
  const chips = (
    <div className={styles.chips}>
      <span>{words.sexAge(data)}</span>
      <TypeChip residenceType={data.residenceType} />
      {data.outState === null ? (
        <FreshChip freshness={data.freshness} />
      ) : (
        <OutChip outState={data.outState} />
      )}
    </div>
  );
  return (
    <Shown
      before={chips}
      facts={[
        { label: t('peek.address'), value: data.addressLine },
        { label: t('peek.relation'), value: data.relation === null ? null : words.relation(data.relation) },
        { label: t('peek.number'), value: data.idMasked },
        { label: t('peek.phones'), value: data.phonesMasked.join(' ') },
        { label: t('peek.verified'), value: data.verifiedOn },
      ]}
    />
  );
}

function AddressFacts({ id }: OfRecord) {
  const { t } = useTranslation('find');
  const { queries } = useOffice();
  const { data, error } = useQuery(queries.addresses.open.queryOptions({ input: { id } }));
  if (data === undefined) return <Waiting error={error} />;
  return (
    <Shown
      facts={[
        { label: t('peek.place'), value: data.line },
        { label: t('peek.people'), value: t('peek.peopleCount', { count: data.people }) },
        { label: t('peek.below'), value: t('peek.belowCount', { count: data.children }) },
        { label: t('peek.grid'), value: data.policeGrid },
        { label: t('peek.quiet'), value: data.quiet ? t('peek.quietYes') : null },
        { label: t('peek.bestTime'), value: data.bestTime },
      ]}
    />
  );
}

function UnitFacts({ id }: OfRecord) {
  const { t } = useTranslation('find');
  const { queries } = useOffice();
  const { data, error } = useQuery(queries.units.open.queryOptions({ input: { id } }));
  if (data === undefined) return <Waiting error={error} />;
  const { unit } = data;
  return (
    <Shown
      facts={[
        { label: t('peek.place'), value: unit.addressLine },
        { label: t('peek.keeper'), value: unit.keeperName },
        { label: t('peek.phone'), value: unit.keeperPhoneMasked },
        { label: t('peek.grid'), value: unit.policeGrid },
        { label: t('peek.lastCheck'), value: unit.lastCheckOn },
        { label: t('peek.hazards'), value: t('peek.hazardCount', { count: unit.openHazards }) },
      ]}
    />
  );
}

function Shown({ before, facts }: { readonly before?: ReactNode; readonly facts: readonly Fact[] }) {
  return (
    <>
      {before}
      <Facts facts={facts} />
    </>
  );
}

function Waiting({ error }: { readonly error: Error | null }) {
  const errorWords = useErrorWords();
  return error === null ? <SkeletonRows rows={4} /> : <ErrorPanel words={errorWords(error)} />;
}
