/** Codes, ages and rules of a resident → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { HouseholdKind } from '#shared/ledgers/population/households.ts';
import { RELATIONS, type RelationCode } from '#shared/ledgers/population/relations.ts';
import type {
  HousingCode,
  IdType,
  OutState,
  ResidenceType,
  Sex,
} from '#shared/ledgers/population/residents.ts';
import type { Freshness, VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { PersonField } from './people-text.ts';
import { zh } from './people-text.ts';
import { issueWord } from './issue-word.ts';

export interface PeopleWords {
  field(name: PersonField): string;
  sex(code: Sex): string;
  idType(code: IdType): string;
  residence(code: ResidenceType): string;
  housing(code: HousingCode): string;
  out(code: OutState): string;
  freshness(code: Freshness): string;
  how(code: VerifiedHow): string;
  kind(code: HouseholdKind): string;
  relation(code: RelationCode): string;
  /** Empty where the birthday is not known. */
  age(age: number | null): string;
  /** 女 34 岁 */
  sexAge(person: Pick<ResidentRow, 'sex' | 'age'>): string;
  /** How to repair a field, or what to look at again, for every rule of the ledger. */
  issue(issue: FieldIssue): string;
}

export function usePeopleWords(): PeopleWords {
  const { t, i18n } = useTranslation('people');
  const chinese = i18n.language.startsWith('zh');
  return useMemo(() => {
    const age = (years: number | null) =>
      years === null ? '' : years < 1 ? t('months') : t('age', { age: years });
    return {
      field: (name) => t(`fields.${name}`),
      sex: (code) => t(`sexes.${code}`),
      idType: (code) => t(`idTypes.${code}`),
      residence: (code) => t(`residence.${code}`),
      housing: (code) => t(`housing.${code}`),
      out: (code) => t(`outStates.${code}`),
      freshness: (code) => t(`freshness.${code}`),
      how: (code) => t(`how.${code}`),
      kind: (code) => t(`kinds.${code}`),
      relation: (code) => relationWords(code, chinese),
      age,
      sexAge: (person) => [t(`sexes.${person.sex}`), age(person.age)].filter(Boolean).join(' '),
      issue: (issue) => t(`issues.${issueWord(issue)}`),
    };
  }, [t, chinese]);
}

export function isPersonField(name: string): name is PersonField {
  return name in zh.fields;
}

/** Chinese fonts draw the curly apostrophe a whole character wide. */
function relationWords(code: RelationCode, chinese: boolean): string {
  const relation = RELATIONS.find((one) => one.code === code);
  if (relation === undefined) return code;
  return chinese ? relation.zh : relation.en.replaceAll('’', "'");
}
