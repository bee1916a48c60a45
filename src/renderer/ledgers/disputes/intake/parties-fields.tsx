/** Who is in the matter: one on each side to begin with, more where there are more. */
import { useRef, useState } from 'react';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PARTIES_MAX, SIDES, type Side } from '#shared/ledgers/disputes/parties.ts';
import { Button, IconButton } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import {
  PartyDetailFields,
  PartyNameField,
  type PartyAt,
} from '#renderer/ledgers/disputes/party/party-fields.tsx';
import { emptyParty, isMinor, type PartyValues } from '#renderer/ledgers/disputes/party/party-values.ts';
import type { IntakeValues } from './intake-values.ts';
import styles from './intake.module.css';

export interface PartiesFieldsProps {
  readonly form: FormModel<IntakeValues>;
  /** The first party is the visitor that the entry comes from. */
  readonly fromVisit: boolean;
}

export function PartiesFields({ form, fromVisit }: PartiesFieldsProps) {
  const { t } = useTranslation(['disputeIntake', 'disputes']);
  const { parties } = form.values;
  const latest = useRef(parties);
  latest.current = parties;
  const put = (next: readonly PartyValues[]) => {
    latest.current = next;
    form.set('parties', next);
  };
  const change =
    (index: number): PartyAt['change'] =>
    (part) =>
      put(
        latest.current.map((party, at) =>
          at === index ? { ...party, ...(typeof part === 'function' ? part(party) : part) } : party,
        ),
      );
  const add = (side: Side) => {
    const after = parties.findLastIndex((party) => party.side <= side);
    put(parties.toSpliced(after + 1, 0, emptyParty(side)));
  };
  const taken = [...new Set(parties.map(({ side }) => side))].toSorted();
  const free = SIDES.find((side) => !taken.includes(side));
  const problem = form.part('parties').error;
  const mayAdd = parties.length < PARTIES_MAX;
  return (
    <>
      {parties.map((party, index) => (
        <PartyBlock
          key={index}
          values={party}
          change={change(index)}
          part={form.part}
          path={`parties.${index}.`}
          label={t(`disputes:sides.${party.side}`)}
          // Of domestic violence one name is enough: who it was may be told to the officer only.
          required={index === 0 || (index === 1 && form.values.violence !== 'yes')}
          fromVisit={fromVisit && index === 0}
          {...(index < 2 ? {} : { remove: () => put(parties.toSpliced(index, 1)) })}
        />
      ))}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
      <div className={styles.row}>
        {mayAdd &&
          taken.map((side) => (
            <Button key={side} size="small" onClick={() => add(side)}>
              {t(`disputes:sides.${side}`)} · {t('another')}
            </Button>
          ))}
        {mayAdd && free !== undefined && (
          <Button size="small" onClick={() => add(free)}>
            {t('anotherSide')}
          </Button>
        )}
      </div>
    </>
  );
}

interface PartyBlockProps extends PartyAt {
  readonly label: string;
  readonly required: boolean;
  readonly fromVisit: boolean;
  readonly remove?: () => void;
}

function PartyBlock({ label, required, fromVisit, remove, ...party }: PartyBlockProps) {
  const { t } = useTranslation(['disputeIntake', 'disputes']);
  const { values } = party;
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded || isMinor(values);
  const facts = [
    values.sex === '1' || values.sex === '2' ? t(`disputes:sexes.${values.sex}`) : '',
    values.age === '' ? '' : t('disputes:years', { age: values.age }),
    values.address,
  ].filter(Boolean);
  const phoneHint = fromVisit
    ? t('phoneFromVisit')
    : values.residentId === null
      ? undefined
      : t('phoneFromOffice');
  return (
    <div className={styles.party}>
      <PartyNameField
        {...party}
        label={label}
        required={required}
        {...(party.path === 'parties.0.' ? { hint: t('partyHint') } : {})}
      />
      <div className={styles.row}>
        {!open && facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
        {isMinor(values) && <Chip tone="amber">{t('disputes:partyFields.minor')}</Chip>}
        <Button
          size="small"
          kind="quiet"
          aria-expanded={open}
          aria-label={`${label} ${t('details')}`}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(open ? 'detailsHide' : 'details')}
        </Button>
        {remove !== undefined && (
          <IconButton label={t('remove', { name: values.name || label })} onClick={remove}>
            <IconX size={16} />
          </IconButton>
        )}
      </div>
      {open && <PartyDetailFields {...party} {...(phoneHint === undefined ? {} : { phoneHint })} />}
    </div>
  );
}
