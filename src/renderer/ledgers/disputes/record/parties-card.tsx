/** 当事人: by side, minors shortened, phones masked until somebody says why. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DisputeRecord, PartyRow } from '#shared/contract/disputes/disputes.ts';
import { PARTIES_MAX } from '#shared/ledgers/disputes/parties.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { WitnessedValue } from '#renderer/record/witnessed-value.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import type { ChosenDeed } from '#renderer/ledgers/disputes/deeds/deed-dialog.tsx';
import { mayHandle } from '#renderer/ledgers/disputes/deeds/deed-kind.ts';
import styles from './dispute.module.css';

export interface PartiesCardProps {
  readonly dispute: DisputeRecord;
  readonly choose: (chosen: ChosenDeed) => void;
}

export function PartiesCard({ dispute, choose }: PartiesCardProps) {
  const { t } = useTranslation(['disputeRecord', 'disputeDeeds']);
  const me = useMe();
  const may = mayHandle(dispute, me.role);
  const mayDrop = may && mayCall(me.role, contract.disputes.dropParty);
  const { partyRows } = dispute;
  return (
    <Card
      title={t('parties')}
      note={partyRows.length}
      action={
        may &&
        partyRows.length < PARTIES_MAX && (
          <Button size="small" kind="quiet" onClick={() => choose({ deed: 'addParty' })}>
            {t('disputeDeeds:deeds.addParty.button')}
          </Button>
        )
      }
    >
      <ul className={styles.parties}>
        {partyRows.map((party) => (
          <li key={party.id}>
            <Party party={party} />
            {may && (
              <span className={styles.row}>
                {(['amendParty', ...(mayDrop ? (['dropParty'] as const) : [])] as const).map((deed) => (
                  <Button
                    key={deed}
                    size="small"
                    kind="quiet"
                    aria-label={`${t(`disputeDeeds:deeds.${deed}.button`)} ${party.name}`}
                    onClick={() => choose({ deed, party })}
                  >
                    {t(`disputeDeeds:deeds.${deed}.button`)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Party({ party }: { readonly party: PartyRow }) {
  const { t } = useTranslation(['disputeRecord', 'disputes']);
  const { representative, representativeName } = party;
  const facts = [
    party.sex === '1' || party.sex === '2' ? t(`disputes:sexes.${party.sex}`) : '',
    party.age === null ? '' : t('disputes:years', { age: party.age }),
    party.address,
  ].filter(Boolean);
  return (
    <div className={styles.party}>
      <span className={styles.row}>
        <Chip tone="blue">{t(`disputes:sides.${party.side}`)}</Chip>
        <strong>{party.name}</strong>
        {party.minor && <Chip tone="amber">{t('disputes:partyFields.minor')}</Chip>}
      </span>
      {facts.length > 0 && <span className={styles.soft}>{facts.join(' · ')}</span>}
      <Phone party={party} field="phone" masked={party.phoneMasked} name={party.name} />
      {representative !== null && representativeName !== null && (
        <>
          <span>
            {t('represented', {
              as: t(`disputes:representatives.${representative}`),
              name: representativeName,
            })}
          </span>
          <Phone
            party={party}
            field="representativePhone"
            masked={party.representativePhoneMasked}
            name={representativeName}
          />
        </>
      )}
    </div>
  );
}

interface PhoneProps {
  readonly party: PartyRow;
  readonly field: 'phone' | 'representativePhone';
  readonly masked: string | null;
  readonly name: string;
}

function Phone({ party, field, masked, name }: PhoneProps) {
  const { t } = useTranslation('disputeRecord');
  const { client } = useOffice();
  if (masked === null) return field === 'phone' ? <span className={styles.soft}>{t('noPhone')}</span> : null;
  return (
    <WitnessedValue
      label={t('phoneOf', { name })}
      masked={masked}
      needs={contract.disputes.revealPhone}
      look={(why) => client.disputes.revealPhone({ id: party.id, field, ...why })}
    />
  );
}
