/** Papers of disputes: what stands on them for whom, what never does, and the line each leaves. */
import { describe, expect, test } from 'vitest';
import {
  disputePaper,
  type DisputePaper,
  type DisputePaperOrder,
  type WholePaperOrder,
} from '#shared/contract/disputes/papers.ts';
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { DISPUTE_PAPERS, papersOf, type DisputePaperName } from '#shared/ledgers/disputes/papers.ts';
import type { Party } from '#shared/ledgers/disputes/parties.ts';
import { openImprint, openTimedImprint } from '#main/desk/imprint.ts';
import { openPaperPress } from '#main/desk/paper-press.ts';
import { disputePapersService } from '#main/ledgers/disputes/papers/service.ts';
import { officeLedger } from '#main/office/table.ts';
import { staffNames } from '#main/staff/service.ts';
import { now } from '#tests/support/answers.ts';
import { CIVIL, PUBLIC_ORDER, VIOLENCE } from '#tests/support/dispute-ways.ts';
import {
  agreement,
  intake,
  partyA,
  partyB,
  reached,
  referral,
  SECRET,
  session,
} from '#tests/support/dispute-words.ts';
import { openDisputes } from '#tests/support/disputes.ts';
import { failureOfCall, failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { scriptedShell } from '#tests/support/shell.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const PROFILE = {
  code: OFFICE_CODE,
  name: '胜利社区警务室',
  stationName: '青禾镇派出所',
  language: 'zh',
  gridRange: '',
  address: '示例市演示区胜利路12号',
  hours: '8:30—17:30',
  phone: '0833-0123456',
  stationPhone: '',
  leaderPhone: '',
  supervisionPhone: '',
  idleMinutes: 5,
  backupFolder: '',
} as const;

const PHONES = ['15400015678', '15400015679', '15400015680'] as const;
const CHILD: Party = {
  ...partyB,
  name: '阿卜杜热合曼',
  age: 15,
  minor: true,
  phone: PHONES[1],
  representative: 'guardian',
  representativeName: '买买提江',
  representativePhone: PHONES[2],
};
const WITH_CHILD = [partyA, CHILD];

function openPapers() {
  const desk = openDisputes();
  desk.journal.write(desk.officer, (write) => write.put(officeLedger, PROFILE));
  const shell = scriptedShell();
  const drawn: Paper[] = [];
  const draw = (paper: Paper) => {
    drawn.push(paper);
    return Promise.resolve({ pages: 1 });
  };
  const nameOf = staffNames(desk.store.read);
  const papers = disputePapersService({
    db: desk.store.read,
    raw: desk.store.raw,
    clock: desk.clock,
    press: openPaperPress(desk.journal, { ...shell, pdf: draw, print: draw }),
    imprintOf: openTimedImprint(openImprint(desk.store.read, desk.clock, nameOf), desk.clock),
    nameOf,
  });
  const order = (name: DisputePaperName, dispute: string | null): DisputePaperOrder => ({
    name,
    dispute,
    part: null,
  });
  const whole = (name: DisputePaperName, dispute: string): WholePaperOrder => ({
    name,
    dispute,
    part: null,
    reason: 'paper',
    note: '',
  });
  return {
    ...desk,
    shell,
    drawn,
    papers,
    order,
    whole,
    plainly: (name: DisputePaperName, dispute: string | null, caller: Caller): DisputePaper =>
      disputePaper.parse(now(papers.preview({ order: order(name, dispute) }, caller, CONTEXT))),
    wholly: (name: DisputePaperName, dispute: string, caller: Caller = desk.officer): DisputePaper =>
      disputePaper.parse(now(papers.previewWhole(whole(name, dispute), caller, CONTEXT))),
    /** A case of public order, agreed before an officer, with a follow-up and another body at the table. */
    mediated(): string {
      const { disputes, officer, at } = desk;
      const id = desk.taken(officer, { answers: { ...PUBLIC_ORDER, minor: true } }, WITH_CHILD);
      disputes.beginMediation({ ...at(id), heldOn: TODAY, exclusions: [] }, officer, CONTEXT);
      disputes.invite({ ...at(id), referral: { ...referral, part: 'joint' } }, officer, CONTEXT);
      disputes.holdSession(
        { ...at(id), session: { ...session, guardianPresent: true }, agreement },
        officer,
        CONTEXT,
      );
      disputes.confirmPerformance({ ...at(id), performedOn: TODAY }, officer, CONTEXT);
      disputes.tell({ ...at(id), how: 'phone', satisfied: 'yes' }, officer, CONTEXT);
      const followUpId = desk.matter(id).followUps[0]?.id ?? '';
      const note = SECRET;
      disputes.followUp({ ...at(id), followUpId, followUp: { ...reached, note } }, officer, CONTEXT);
      return id;
    },
  };
}

const said = (paper: DisputePaper) => JSON.stringify(paper);

describe('a paper without a reason', () => {
  test('has no word of what happened and no phone, whichever it is and whoever prints it', () => {
    const desk = openPapers();
    const civil = desk.taken(desk.auxiliary, { answers: { ...CIVIL, minor: true } }, WITH_CHILD);
    const { disputes, auxiliary, officer } = desk;
    disputes.refer({ ...desk.at(civil), referral }, auxiliary, CONTEXT);
    const mediated = desk.mediated();
    let seen = 0;
    for (const [id, caller] of [
      [civil, auxiliary],
      [civil, officer],
      [mediated, officer],
    ] as const) {
      const record = now(disputes.open({ id }, caller, CONTEXT));
      for (const { name, forms } of papersOf(record, caller.role)) {
        if (!forms.includes('plain')) continue;
        seen += 1;
        const paper = said(desk.plainly(name, id, caller));
        expect(paper, name).toContain('"form":"plain"');
        for (const hidden of [SECRET, ...PHONES, CHILD.name]) expect(paper, name).not.toContain(hidden);
      }
    }
    expect(seen).toBeGreaterThanOrEqual(10);
  });

  test('tells another body what is asked of it and whose matter it is, and nothing else', () => {
    const desk = openPapers();
    const id = desk.taken(desk.auxiliary);
    desk.disputes.refer({ ...desk.at(id), referral }, desk.auxiliary, CONTEXT);
    expect(desk.plainly('dispute-referral', id, desk.auxiliary)).toMatchObject({
      officeName: PROFILE.name,
      printedBy: '王芳',
      matter: {
        id,
        parties: [
          { side: 'a', name: partyA.name },
          { side: 'b', name: partyB.name },
        ],
        body: 'mediation-committee',
        request: referral.request,
        dueOn: referral.dueOn,
      },
    });
  });
});

describe('a whole paper', () => {
  test('has what was said, agreed and found, for the reason that stands at its foot', () => {
    const desk = openPapers();
    const id = desk.mediated();
    const offers = papersOf(now(desk.disputes.open({ id }, desk.officer, CONTEXT)), 'officer');
    const names = offers.filter(({ forms }) => forms.includes('whole')).map(({ name }) => name);
    expect(names).toEqual([
      'dispute-acceptance',
      'dispute-mediation-record',
      'dispute-agreement',
      'dispute-follow-up',
    ]);
    for (const name of names) {
      const paper = desk.wholly(name, id);
      expect(paper).toMatchObject({ form: 'whole', reason: { code: 'paper', note: '' } });
      for (const shown of [SECRET, ...PHONES]) expect(said(paper), name).toContain(shown);
    }
  });

  test('has a minor’s whole name on the agreement alone', () => {
    const desk = openPapers();
    const id = desk.mediated();
    for (const name of ['dispute-acceptance', 'dispute-mediation-record', 'dispute-follow-up'] as const) {
      expect(said(desk.wholly(name, id))).toContain('阿××');
      expect(said(desk.wholly(name, id))).not.toContain(CHILD.name);
    }
    expect(said(desk.wholly('dispute-agreement', id))).toContain(CHILD.name);
  });

  test('is refused without a reason that says something', () => {
    const desk = openPapers();
    const id = desk.mediated();
    const short = { ...desk.whole('dispute-agreement', id), reason: 'other' as const, note: '签字' };
    expect(failureOfWork(() => desk.papers.previewWhole(short, desk.officer, CONTEXT))).toEqual({
      code: 'reason-needed',
    });
  });
});

describe('a paper that does not fit', () => {
  test('is refused: not at this stage, not this person, not of what they may not see', async () => {
    const desk = openPapers();
    const { officer, auxiliary, other } = desk;
    const notNow = { code: 'invalid', issues: [{ field: 'paper', rule: 'not-now' }] };
    const civil = desk.taken(auxiliary);
    expect(failureOfWork(() => desk.wholly('dispute-agreement', civil))).toEqual(notNow);
    expect(failureOfWork(() => desk.plainly('dispute-referral', civil, auxiliary))).toEqual(notNow);
    expect(failureOfWork(() => desk.plainly('dispute-follow-up', civil, auxiliary))).toEqual({
      code: 'forbidden',
    });
    const order = desk.taken(officer, { answers: PUBLIC_ORDER });
    desk.disputes.beginMediation({ ...desk.at(order), heldOn: TODAY, exclusions: [] }, officer, CONTEXT);
    expect(failureOfWork(() => desk.plainly('dispute-acceptance', order, other))).toEqual({
      code: 'missing',
    });
    const before = desk.lines().length;
    const asked = { order: desk.order('dispute-acceptance', order) };
    expect(await failureOfLater(async () => desk.papers.print(asked, other, CONTEXT))).toEqual({
      code: 'missing',
    });
    expect(desk.lines()).toHaveLength(before);
    expect(desk.drawn).toEqual([]);
  });

  test('of domestic violence is every one but what the victim is told, on which nobody stands', () => {
    const desk = openPapers();
    const { officer, auxiliary } = desk;
    const id = desk.taken(officer, { answers: VIOLENCE });
    for (const name of DISPUTE_PAPERS) {
      if (name === 'violence-rights') continue;
      expect(() => desk.plainly(name, id, officer), name).toThrow();
      expect(() => desk.wholly(name, id), name).toThrow();
    }
    const told = said(desk.plainly('violence-rights', id, officer));
    for (const hidden of [id, partyA.name, partyB.name, SECRET]) expect(told).not.toContain(hidden);
    for (const dispute of [id, null])
      expect(failureOfWork(() => desk.plainly('violence-rights', dispute, auxiliary))).toEqual({
        code: 'forbidden',
      });
  });
});

test('every paper an auxiliary may need in a power cut is there blank, without a matter', () => {
  const desk = openPapers();
  desk.mediated();
  for (const name of DISPUTE_PAPERS.filter((one) => one !== 'violence-rights')) {
    const paper = desk.plainly(name, null, desk.auxiliary);
    expect(paper).toMatchObject({ form: 'blank', reason: null, matter: null });
    for (const hidden of [SECRET, partyA.name, ...PHONES]) expect(said(paper)).not.toContain(hidden);
  }
});

test('the sheet of figures has the numbers of the screen, and is an officer’s', () => {
  const desk = openPapers();
  desk.mediated();
  const span = { from: '2026-01-01', to: '2026-11-30', audience: 'public' } as const;
  const order = { name: 'dispute-figures', ...span } as const;
  const paper = disputePaper.parse(now(desk.papers.preview({ order }, desk.officer, CONTEXT)));
  expect(paper).toMatchObject({ figures: now(desk.disputes.figures(span, desk.officer, CONTEXT)) });
  expect(failureOfWork(() => desk.papers.preview({ order }, desk.auxiliary, CONTEXT))).toEqual({
    code: 'forbidden',
  });
});

test('the line a paper leaves says which paper of which matter and why, and nobody on it', async () => {
  const desk = openPapers();
  const id = desk.mediated();
  const before = desk.lines().length;
  desk.plainly('dispute-acceptance', id, desk.officer);
  expect(desk.lines()).toHaveLength(before);
  await desk.papers.print({ order: desk.order('dispute-acceptance', id) }, desk.officer, CONTEXT);
  desk.shell.choose('/tmp/agreement.pdf');
  await desk.papers.savePdfWhole(desk.whole('dispute-agreement', id), desk.officer, CONTEXT);
  await desk.papers.print({ order: desk.order('dispute-rights', null) }, desk.auxiliary, CONTEXT);
  const [plain = '', whole = '', blank = ''] = desk.lines().slice(before);
  expect(plain).toContain('"dispute-acceptance"');
  expect(plain).toContain(id);
  expect(whole).toContain('"dispute-agreement"');
  expect(whole).toContain('"saved-as-pdf"');
  expect(whole).toContain('"paper"');
  expect(blank).toContain('"blank"');
  expect(blank).not.toContain(id);
  for (const line of [plain, whole, blank])
    for (const hidden of [partyA.name, CHILD.name, '阿××', SECRET, ...PHONES, 'agreement.pdf'])
      expect(line).not.toContain(hidden);
  expect(desk.drawn).toHaveLength(3);
});

test('a whole paper leaves its line before it is shown, and no auxiliary has one', async () => {
  const office = await openTestOffice({ staffed: true });
  try {
    const reason = { reason: 'paper', note: '送交双方' } as const;
    await office.signIn('auxiliary');
    const { id } = await office.counter.disputes.register({
      intake,
      parties: [partyA, partyB],
      visit: null,
      draft: newDraft(),
    });
    const asked = { name: 'dispute-acceptance', dispute: id, part: null, ...reason } as const;
    for (const call of ['previewWhole', 'savePdfWhole', 'printWhole'] as const)
      expect(await failureOfCall(office.counter.disputePapers[call](asked))).toEqual({ code: 'forbidden' });
    await office.signIn('officer');
    expect(await office.counter.disputePapers.previewWhole(asked)).toMatchObject({ form: 'whole' });
    await office.signIn('auditor');
    const { rows } = await office.counter.journal.page({ after: null, rows: 20, ops: ['V'] });
    expect(rows).toMatchObject([{ op: 'V', ledger: 'disputes', record: id, reason: 'paper: 送交双方' }]);
  } finally {
    await office.dispose();
  }
});
