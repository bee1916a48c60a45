/** Codes and rules of a matter → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type {
  BodyOutcome,
  BodyPart,
  DisputeBody,
  DisputeResult,
  DisputeSource,
  DisputeType,
  Level,
  Route,
} from '#shared/ledgers/disputes/codes.ts';
import type { NextStep, Stage } from '#shared/ledgers/disputes/stages.ts';
import { zh, type DisputeField, type PartyField } from './disputes-text.ts';
import { issueWord } from './issue-word.ts';

export interface DisputeWords {
  field(name: DisputeField): string;
  partyField(name: PartyField): string;
  type(code: DisputeType): string;
  source(code: DisputeSource): string;
  level(code: Level): string;
  /** Null: not chosen yet. */
  route(code: Route | null): string;
  result(code: DisputeResult | null): string;
  stage(code: Stage): string;
  step(code: NextStep): string;
  body(code: DisputeBody): string;
  part(code: BodyPart): string;
  outcome(code: BodyOutcome): string;
  /** The body by its own name where it has one. */
  bodyNamed(body: { readonly body: DisputeBody; readonly bodyName: string }): string;
  /** 张三、李四 / 王五 */
  parties(row: Pick<DisputeRow, 'parties'>): string;
  /** How to repair a field, for every rule of the ledger. */
  issue(issue: FieldIssue): string;
}

export function useDisputeWords(): DisputeWords {
  const { t } = useTranslation(['disputes', 'disputeIssues']);
  return useMemo(() => {
    const body = (code: DisputeBody) => t(`bodies.${code}`);
    return {
      field: (name) => t(`fields.${name}`),
      partyField: (name) => t(`partyFields.${name}`),
      type: (code) => t(`types.${code}`),
      source: (code) => t(`sources.${code}`),
      level: (code) => t(`levels.${code}`),
      route: (code) => (code === null ? t('none') : t(`routes.${code}`)),
      result: (code) => (code === null ? t('none') : t(`results.${code}`)),
      stage: (code) => t(`stages.${code}`),
      step: (code) => t(`steps.${code}`),
      body,
      part: (code) => t(`parts.${code}`),
      outcome: (code) => t(`outcomes.${code}`),
      bodyNamed: ({ body: code, bodyName }) => (bodyName === '' ? body(code) : bodyName),
      parties: ({ parties }) => namesBySide(parties, t('comma')),
      issue: (issue) => {
        const word = issueWord(issue);
        return word.kind === 'flaw'
          ? t(`disputeIssues:flaws.${word.flaw}`)
          : t(`disputeIssues:issues.${word.word}`);
      },
    };
  }, [t]);
}

export function isDisputeField(name: string): name is DisputeField {
  return name in zh.fields;
}

export function isPartyField(name: string): name is PartyField {
  return name in zh.partyFields;
}

function namesBySide(parties: DisputeRow['parties'], comma: string): string {
  const sides = [...new Set(parties.map(({ side }) => side))].toSorted();
  return sides
    .map((side) =>
      parties
        .filter((party) => party.side === side)
        .map(({ name }) => name)
        .join(comma),
    )
    .join(' / ');
}
