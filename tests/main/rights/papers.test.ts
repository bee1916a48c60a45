/** 查阅答复, 答复书, 同意书, blank 履职单: who may have them, what stands on them, and the line each leaves. */
import { describe, expect, test } from 'vitest';
import type { HeldDataPaper } from '#shared/contract/key-persons/papers.ts';
import type { RightsRequest } from '#shared/ledgers/rights/requests.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { disputePartiesLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { now } from '#tests/support/answers.ts';
import { DISPUTE_SAMPLES } from '#tests/support/dispute-samples.ts';
import { consent, granted, refused, request } from '#tests/support/care-rights-words.ts';
import { openCareRights } from '#tests/support/care-rights.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, numberOf } from '#tests/support/people.ts';
import { enquiry, newDraft, TODAY } from '#tests/support/visits.ts';

type Desk = ReturnType<typeof openCareRights>;
const NUMBER = numberOf('19920401', '123');
const PHONE = '15400007712';
const OWN = { name: '李欣', idType: '111', idNumber: NUMBER, birthDate: '1992-04-01', phone: PHONE } as const;

function answeredWithYes(desk: Desk, residentId: string, changes: Partial<RightsRequest> = {}) {
  return desk.answered(desk.asked({ residentId, ...changes }));
}

function heldFor(desk: Desk, residentId: string): HeldDataPaper {
  const { id } = answeredWithYes(desk, residentId);
  const paper = desk.paper({ name: 'held-data', id });
  if (paper.name !== 'held-data') throw new Error('another paper');
  return paper;
}
const said = (paper: unknown) => JSON.stringify(paper);
const sectionOf = (paper: HeldDataPaper, ledger: string) =>
  paper.sections.find((one) => one.ledger === ledger);

describe('查阅答复 is made', () => {
  const NOT_NOW = { code: 'invalid', issues: [{ field: 'order', rule: 'not-answered-with-yes' }] };

  test('by an officer, for a request to see or to copy that was answered with yes, for thirty days', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person(OWN);
    for (const kind of ['access', 'copy'] as const) {
      const { id } = answeredWithYes(desk, residentId, { kind });
      const order = { name: 'held-data', id } as const;
      expect(desk.paper(order)).toMatchObject({
        name: 'held-data',
        officeName: '胜利社区警务室',
        printedBy: '李建国',
        request: { number: id, person: '李欣', receivedOn: TODAY },
      });
      expect(failureOfWork(() => desk.paper(order, desk.auxiliary))).toEqual({ code: 'forbidden' });
    }
    const { id } = answeredWithYes(desk, residentId);
    desk.clock.forward({ days: 30 });
    desk.paper({ name: 'held-data', id });
    desk.clock.forward({ days: 1 });
    expect(failureOfWork(() => desk.paper({ name: 'held-data', id }))).toEqual(NOT_NOW);
  });

  test('for no request that is open, refused, of another kind, or about nobody here', () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person(OWN);
    const about = { residentId } as const;
    const none = [
      desk.asked(about),
      desk.answered(desk.asked(about), refused),
      desk.answered(desk.asked(about), { ...granted, identity: null, outcome: 'withdrawn' }),
      answeredWithYes(desk, residentId, { kind: 'delete' }),
      desk.answered(desk.asked({ residentId: null })),
    ];
    const before = desk.lines().length;
    for (const { id } of none)
      expect(failureOfWork(() => desk.paper({ name: 'held-data', id }))).toEqual(NOT_NOW);
    expect(failureOfWork(() => desk.paper({ name: 'held-data', id: '07-999999' }))).toEqual({
      code: 'missing',
    });
    expect(desk.lines()).toHaveLength(before);
  });

  test('and leaves its line in the person’s own past, before anybody sees it, on the screen as on paper', async () => {
    const desk = openCareRights();
    const { id: residentId } = desk.person(OWN);
    const { id } = answeredWithYes(desk, residentId);
    const order = { name: 'held-data', id } as const;
    const before = desk.lines().length;
    desk.paper(order);
    await desk.papers.print({ order }, desk.officer, CONTEXT);
    desk.shell.choose('/tmp/held.pdf');
    await desk.papers.savePdf({ order }, desk.officer, CONTEXT);
    const lines = desk.lines().slice(before);
    expect(lines.map((line) => /"op":"(.)"/u.exec(line)?.[1])).toEqual(['V', 'V', 'A', 'V', 'A']);
    for (const line of lines) {
      expect(line).toContain(id);
      for (const hidden of ['李欣', NUMBER, PHONE, 'held.pdf']) expect(line).not.toContain(hidden);
    }
    expect(desk.historyOf(residentId).filter(({ what }) => what === 'seen')).toHaveLength(3);
    expect(desk.drawn).toHaveLength(2);
  });
});

describe('查阅答复 says', () => {
  test('what the population ledger holds, whole, and of everybody else the relation and a shortened name', () => {
    const desk = openCareRights();
    const household = desk.household(desk.doors.door, '880012');
    const lives = { householdId: household.id } as const;
    const guardian = desk.person({ name: '李大山', phone: '15400009999', ...lives, relation: '02' });
    const own = desk.person({
      ...OWN,
      ...lives,
      relation: '30',
      guardianId: guardian.id,
      emergencyContact: '李大山 15400009999',
      emergencyConsent: true,
    });
    const paper = heldFor(desk, own.id);
    for (const whole of [NUMBER, PHONE, '1992-04-01', '880012', '居民身份证', '户口登记条例', '户主李××'])
      expect(said(paper)).toContain(whole);
    for (const others of ['李大山"', '15400009999']) expect(said(paper)).not.toContain(others);
    expect(said(paper)).toContain(maskPhone('15400009999'));
    expect(sectionOf(paper, '户')?.records).toHaveLength(1);
  });

  test('what was entered for each of the records that were joined', () => {
    const desk = openCareRights();
    const [keep, drop] = [desk.person(OWN), desk.person({ name: '李昕', phone: '15400007713' })];
    desk.joined(keep, drop);
    const paper = heldFor(desk, drop.id);
    expect(paper.request.person).toBe('李欣');
    expect(sectionOf(paper, '人口登记')?.records).toHaveLength(2);
    expect(said(paper)).toContain('李昕');
  });

  test('those visits that carry the name and the phone both, and no others', () => {
    const desk = openCareRights();
    const { id } = desk.person(OWN);
    const visits = [
      { name: '李欣', phone: PHONE, summary: '办居住证' },
      { name: '李欣', phone: '15400000000', summary: '同名的人' },
      { name: '李欣', phone: null, summary: '没留电话' },
      { name: '周敏', phone: PHONE, summary: '借他电话' },
    ];
    for (const visit of visits)
      now(
        desk.visitors.register(
          { visit: { ...enquiry, matter: 'help', ...visit }, draft: newDraft() },
          desk.auxiliary,
          CONTEXT,
        ),
      );
    const section = sectionOf(heldFor(desk, id), '来访接待');
    expect(section?.records).toHaveLength(1);
    expect(said(section)).toContain('办居住证');
    expect(section).toMatchObject({ keeps: expect.stringContaining('12 个月') as string });
  });

  test('the matters in which they are a party, the other side shortened, and nothing of what happened', () => {
    const desk = openCareRights();
    const { id } = desk.person(OWN);
    const put = (stage: 'archived' | 'violence') =>
      desk.journal.write(desk.officer, (write) => {
        const matter = write.put(disputesLedger, {
          ...(DISPUTE_SAMPLES.disputes.values() as typeof disputesLedger.table.$inferInsert),
          stage,
        });
        const party =
          DISPUTE_SAMPLES.dispute_parties.values() as typeof disputePartiesLedger.table.$inferInsert;
        const own = { disputeId: matter.id, residentId: id, name: '李欣', phone: null };
        write.put(disputePartiesLedger, { ...party, ...own, side: 'a' });
        write.put(disputePartiesLedger, {
          ...party,
          disputeId: matter.id,
          side: 'b',
          name: '李四光',
          phone: '15400008888',
        });
        return matter;
      });
    const matter = put('archived');
    const violence = put('violence');
    const section = sectionOf(heldFor(desk, id), '矛盾纠纷');
    expect(section?.records).toHaveLength(1);
    expect(said(section)).toContain('乙方李××');
    for (const hidden of ['李四光', '15400008888', matter.summary, matter.demands, violence.id])
      expect(said(section)).not.toContain(hidden);
  });

  test('their consents, and of a withdrawn one nothing', () => {
    const desk = openCareRights();
    const { id } = desk.person(OWN);
    desk.approved(id);
    const section = () => sectionOf(heldFor(desk, id), '关爱服务同意');
    expect(said(section())).toContain('独居老人关照');
    expect(said(section())).not.toContain(consent.contactPhone);
    desk.withdraw(id);
    expect(section()).toBeUndefined();
  });

  test('nothing of 依法登记的事项: with one and without, the paper is the same', () => {
    const [without, withOne] = [false, true].map((has) => {
      const desk = openCareRights();
      const { id } = desk.person(OWN);
      if (has)
        desk.journal.write(desk.officer, (write) =>
          write.put(statutoryMattersLedger, {
            category: 'SM01',
            list: '0000000000000000',
            residentId: id,
            name: OWN.name,
            birthDate: OWN.birthDate,
            issuerKind: 'police',
            issuer: '青禾镇派出所',
            documentNumber: '青公取保字〔2026〕12号',
            documentDate: '2026-11-01',
            startsOn: '2026-11-01',
            endsOn: '2027-06-01',
            everyDays: null,
            leadBody: '',
            leadContact: '',
            leadPhone: '',
            protectedName: '',
            protectedPhone: '',
            renews: null,
            officer: desk.officer.staff,
            enteredBy: desk.officer.staff,
            enteredOn: '2026-11-01',
            state: 'approved',
            decidedOn: '2026-11-05',
            reviewer: '钱所长',
            secondReviewer: '',
            denial: '',
            endedOn: null,
            endHow: null,
            noticeOn: null,
            source: 'desk',
            synthetic: true,
          }),
        );
      return heldFor(desk, id);
    });
    expect(withOne).toEqual(without);
  });
});

describe('the other papers', () => {
  test('答复书 is of an answered request and of whoever may see it, or blank', () => {
    const desk = openCareRights();
    const other = desk.hired('陈刚', 'auxili2', 'auxiliary');
    const open = desk.asked();
    const order = (id: string | null) => ({ name: 'rights-reply', id }) as const;
    expect(failureOfWork(() => desk.paper(order(open.id)))).toEqual({
      code: 'invalid',
      issues: [{ field: 'order', rule: 'not-answered' }],
    });
    desk.answered(open, refused);
    for (const by of [desk.officer, desk.auxiliary])
      expect(desk.paper(order(open.id), by)).toMatchObject({
        reply: {
          number: open.id,
          person: request.name,
          outcome: 'refused',
          ground: 'term-not-over',
          answeredOn: TODAY,
        },
      });
    expect(failureOfWork(() => desk.paper(order(open.id), other))).toEqual({ code: 'missing' });
    expect(desk.paper(order(null), other)).toMatchObject({ reply: null });
    expect(said(desk.paper(order(open.id)))).not.toContain(request.phone);
  });

  test('同意书 is blank at the desk, and filled in for an officer as long as the consent is held', () => {
    const desk = openCareRights();
    const { id } = desk.approved(desk.person({ name: '何平' }).id);
    const order = (of: string | null) => ({ name: 'care-consent', id: of }) as const;
    expect(desk.paper(order(null), desk.auxiliary)).toMatchObject({ care: null });
    expect(failureOfWork(() => desk.paper(order(id), desk.auxiliary))).toEqual({ code: 'forbidden' });
    expect(desk.paper(order(id))).toMatchObject({
      care: { person: '何平', category: 'CA01', help: 'look-in', contactPhone: consent.contactPhone },
    });
    desk.clock.set(`${addDays('2027-11-20', 0)}T01:00:00.000Z`);
    expect(failureOfWork(() => desk.paper(order(id)))).toEqual({ code: 'missing' });
  });

  test('a blank 履职单 belongs to nothing, and each that is printed leaves a line without a name', async () => {
    const desk = openCareRights();
    expect(desk.paper({ name: 'blank-duty-slip' }, desk.auxiliary)).toMatchObject({
      name: 'duty-slip',
      duty: null,
    });
    const before = desk.lines().length;
    await desk.papers.print({ order: { name: 'blank-duty-slip' } }, desk.auxiliary, CONTEXT);
    const { id } = desk.answered(desk.asked());
    await desk.papers.print({ order: { name: 'rights-reply', id } }, desk.auxiliary, CONTEXT);
    const [slip = '', , , reply = ''] = desk.lines().slice(before);
    expect(slip).toContain('"duty-slip"');
    expect(reply).toContain('"rights-reply"');
    expect(slip + reply).not.toContain(request.name);
  });
});
