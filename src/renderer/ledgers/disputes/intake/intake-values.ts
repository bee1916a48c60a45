/** What stands in the form of a new matter, and the way to what the office takes. Rules are the ledger's own. */
import * as z from 'zod/mini';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import { DISPUTE_SOURCES, DISPUTE_TYPE_CODES, LEVELS } from '#shared/ledgers/disputes/codes.ts';
import { AMOUNT_MAX, cleanIntake, intakeIssues, type Intake } from '#shared/ledgers/disputes/intake.ts';
import { partiesIssues, partyIssues, type Party } from '#shared/ledgers/disputes/parties.ts';
import { INJURIES, NATURES, type Answers, type Question } from '#shared/ledgers/disputes/questions.ts';
import { emptyParty, partyValues, toParty } from '#renderer/ledgers/disputes/party/party-values.ts';

const answer = z.nullable(z.enum(['yes', 'no']));

const intakeValues = z.object({
  danger: answer,
  injury: z.nullable(z.enum(INJURIES)),
  weapon: answer,
  violence: answer,
  minor: answer,
  nature: z.nullable(z.enum(NATURES)),
  parties: z.readonly(z.array(partyValues)),
  type: z.nullable(z.enum(DISPUTE_TYPE_CODES)),
  addressId: z.nullable(z.string()),
  place: z.string(),
  summary: z.string(),
  level: z.enum(LEVELS),
  officer: z.nullable(z.string()),
  gridWorker: z.string(),
  happenedOn: z.nullable(z.string()),
  demands: z.string(),
  /** As typed: whole yuan. */
  amount: z.string(),
  raisedBy: z.enum(DISPUTE_SOURCES),
});
export type IntakeValues = z.infer<typeof intakeValues>;

export const NEW_DISPUTE_VALUES: IntakeValues = {
  danger: null,
  injury: null,
  weapon: null,
  violence: null,
  minor: null,
  nature: null,
  parties: [emptyParty('a'), emptyParty('b')],
  type: null,
  addressId: null,
  place: '',
  summary: '',
  level: 'grid',
  officer: null,
  gridWorker: '',
  happenedOn: null,
  demands: '',
  amount: '',
  raisedBy: 'party',
};

type Asked = Pick<IntakeValues, Question>;

/** Violence is no question of kinds, and who was hurt or threatened is not in a civil matter: nobody has to choose then. */
export function asksNature({ violence, injury, weapon }: Asked): boolean {
  return violence !== 'yes' && (injury === null || injury === 'none') && weapon !== 'yes';
}

/** Null until every question is answered. */
export function answersOf(values: Asked): Answers | null {
  const { danger, injury, weapon, violence, minor } = values;
  const nature = asksNature(values) ? values.nature : 'public-order';
  // What comes before everything is known at once, whatever is still open.
  if (violence === 'yes' || danger === 'yes')
    return {
      danger: danger === 'yes',
      injury: injury ?? 'none',
      weapon: weapon === 'yes',
      violence: violence === 'yes',
      minor: minor === 'yes',
      nature: nature ?? 'public-order',
    };
  if (danger === null || injury === null || weapon === null || violence === null || nature === null)
    return null;
  return { danger: false, injury, weapon: weapon === 'yes', violence: false, minor: minor === 'yes', nature };
}

/** As the office takes it; what is not answered yet counts as the harmless answer, which the form does not save. */
export function toIntake(values: IntakeValues): Intake {
  const nature = asksNature(values) ? (values.nature ?? 'civil') : 'public-order';
  return cleanIntake({
    type: values.type ?? 'other',
    raisedBy: values.raisedBy,
    addressId: values.addressId,
    place: values.place,
    happenedOn: values.happenedOn,
    summary: values.summary,
    demands: values.demands,
    amount: amountOf(values.amount),
    level: values.level,
    officer: values.officer,
    gridWorker: values.gridWorker,
    answers: {
      danger: values.danger === 'yes',
      injury: values.injury ?? 'none',
      weapon: values.weapon === 'yes',
      violence: values.violence === 'yes',
      minor: values.minor === 'yes',
      nature,
    },
  });
}

/** Who is written down: an empty row beyond the first is nobody. */
export function toParties({ parties, violence }: IntakeValues): Party[] {
  const least = violence === 'yes' ? 1 : 2;
  return parties.filter((party, index) => index < least || party.name.trim() !== '').map(toParty);
}

export function requiredFields(values: IntakeValues): (keyof IntakeValues)[] {
  const questions: (keyof IntakeValues)[] = ['danger', 'injury', 'weapon', 'violence', 'minor'];
  return [...questions, ...(asksNature(values) ? (['nature'] as const) : []), 'type', 'place', 'summary'];
}

export function checkIntake(values: IntakeValues, today: CalendarDay): FieldIssue[] {
  const intake = toIntake(values);
  const { minor, violence } = intake.answers;
  const parties = toParties(values);
  const issues = parties.flatMap((party, index) =>
    partyIssues(party, { violence }).map(({ field, rule }) => ({ field: `parties.${index}.${field}`, rule })),
  );
  if (amountOf(values.amount) === null && values.amount.trim() !== '')
    issues.push({ field: 'amount', rule: 'not-an-amount' });
  // Two empty names are told at the names; that there are too few is then said already.
  const together = partiesIssues(parties, { minor, violence });
  return [...issues, ...intakeIssues(intake, today), ...(issues.length > 0 ? [] : together)];
}

/** Null also where what stands there is no amount. */
export function amountOf(typed: string): number | null {
  const digits = cleanNumber(typed).replaceAll(/[,，元]/gu, '');
  if (!/^\d{1,9}$/u.test(digits)) return null;
  const amount = Number(digits);
  return amount > AMOUNT_MAX ? null : amount;
}

/** A draft of before; null where it cannot be read. */
export function readDraft(content: string): IntakeValues | null {
  try {
    const kept = intakeValues.safeParse(JSON.parse(content));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
