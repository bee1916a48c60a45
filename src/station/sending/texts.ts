// Rules and notices as this station sent them, and which version the office's lines show.
import type { RuleText } from '#bundle-format';
import { isNewer, type NoticeVersion } from '#shared/ledgers/sent/notices.ts';
import type { FoldedRecord } from '#station/store/fold.ts';
import type { Sending, StationStore } from '#station/store/port.ts';
import { ledgerStates, textField } from './ledger-states.ts';

export interface GivenText {
  readonly text: RuleText;
  /** What the office has under this code; null while no line shows any. */
  readonly has: (NoticeVersion & { readonly refused: boolean }) | null;
}

type Facts = Pick<RuleText, 'code' | 'version' | 'until' | 'sender'>;
type Words = Pick<RuleText, 'title' | 'text'>;

export function textFacts({ code, version, until, sender }: RuleText): string {
  return JSON.stringify({ code, version, until, sender } satisfies Facts);
}

export function textWords({ title, text }: RuleText): string {
  return JSON.stringify({ title, text } satisfies Words);
}

/** The newest version of each code, by code. */
export async function givenTexts(store: StationStore, office: string): Promise<readonly GivenText[]> {
  const states = await ledgerStates(store, office, 'notices');
  const has = new Map(states.map((record) => [textField(record, 'code'), versionOf(record)]));
  const newest = new Map<string, RuleText>();
  for (const text of (await store.sendings(office, 'text')).map(textOf)) {
    const held = newest.get(text.code);
    if (held === undefined || isNewer(at(text), at(held))) newest.set(text.code, text);
  }
  return [...newest.values()]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((text) => ({ text, has: has.get(text.code) ?? null }));
}

export function isTextToSend({ text, has }: GivenText): boolean {
  return has === null || isNewer(at(text), has);
}

/** Above whatever was sent, and above what the office has: a restored store does not know what it sent. */
export function nextVersion(given: readonly GivenText[], code: string): number {
  return given
    .filter(({ text }) => text.code === code)
    .reduce((most, { text, has }) => Math.max(most, text.version + 1, (has?.version ?? 0) + 1), 1);
}

const at = ({ version, at: sentAt }: RuleText): NoticeVersion => ({ version, sentAt });

function textOf({ id, facts, words, at: sentAt }: Sending): RuleText {
  const { code, version, until, sender } = JSON.parse(facts) as Facts;
  const { title, text } = JSON.parse(words) as Words;
  return { code, version, id, title, text, until, sender, at: sentAt };
}

function versionOf(record: FoldedRecord): NonNullable<GivenText['has']> {
  const version = record.fields['version'];
  return {
    version: typeof version === 'number' ? version : 0,
    sentAt: textField(record, 'sentAt'),
    refused: record.fields['refused'] === true,
  };
}
