/** What stands in the form that puts an entry right, and what of it is sent. The texts are not held here: empty leaves them. */
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { Intake } from '#shared/ledgers/disputes/intake.ts';
import {
  NEW_DISPUTE_VALUES,
  toIntake,
  type IntakeValues,
} from '#renderer/ledgers/disputes/intake/intake-values.ts';

export type Amendment = Omit<Intake, 'summary' | 'demands'> & Partial<Pick<Intake, 'summary' | 'demands'>>;

export function toAmendValues(dispute: DisputeRecord): IntakeValues {
  const { answers } = dispute;
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  return {
    ...NEW_DISPUTE_VALUES,
    danger: yesNo(answers.danger),
    injury: answers.injury,
    weapon: yesNo(answers.weapon),
    violence: yesNo(answers.violence),
    minor: yesNo(answers.minor),
    nature: answers.nature,
    parties: [],
    type: dispute.type,
    addressId: dispute.addressId,
    place: dispute.place,
    level: dispute.level,
    officer: dispute.officer?.id ?? null,
    gridWorker: dispute.gridWorker,
    happenedOn: dispute.happenedOn,
    amount: dispute.amount === null ? '' : String(dispute.amount),
    raisedBy: dispute.raisedBy,
  };
}

/**
 * Only what was changed in the form is changed in the record: everything else goes back as it stands in `onto`.
 * @param began what the form began with
 */
export function toAmendment(values: IntakeValues, began: DisputeRecord, onto: DisputeRecord): Amendment {
  const typed = toIntake(values);
  const before = toIntake(toAmendValues(began));
  const { summary: _summary, demands: _demands, ...stands } = toIntake(toAmendValues(onto));
  const changed = Object.fromEntries(
    Object.entries(typed).filter(
      ([field, value]) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(value),
    ),
  );
  return { ...stands, ...changed };
}

/** True where taking it back leaves nothing half done: nobody else took over and no answer is another. */
export function mayTakeBack(amendment: Amendment, onto: DisputeRecord): boolean {
  return (
    JSON.stringify(amendment.answers) === JSON.stringify(onto.answers) &&
    amendment.officer === (onto.officer?.id ?? null)
  );
}
