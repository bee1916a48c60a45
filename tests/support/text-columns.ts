/**
 * What every text column of every ledger may hold, decided one by one: no note becomes a list of people through the back door.
 * A column that somebody types names the rule that reads it; the house test feeds it a word that labels people.
 */
import { keptWords } from '#shared/contract/shapes.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { LABEL_RULE } from '#shared/kernel/person-labels.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { careIssues, type Care } from '#shared/ledgers/care/care.ts';
import { intakeIssues, type Intake } from '#shared/ledgers/disputes/intake.ts';
import { partyIssues, type Party } from '#shared/ledgers/disputes/parties.ts';
import {
  agreementIssues,
  followUpIssues,
  referralAnswerIssues,
  referralIssues,
  sessionIssues,
} from '#shared/ledgers/disputes/records.ts';
import { addressIssues, type AddressInput } from '#shared/ledgers/population/addresses.ts';
import { dwellingIssues, type DwellingInput } from '#shared/ledgers/population/dwellings.ts';
import { gridIssues, type GridInput } from '#shared/ledgers/population/grids.ts';
import { householdIssues } from '#shared/ledgers/population/households.ts';
import { residentIssues, type ResidentInput } from '#shared/ledgers/population/residents.ts';
import {
  unitCheckIssues,
  unitIssues,
  type UnitCheckInput,
  type UnitInput,
} from '#shared/ledgers/population/units.ts';
import { answerIssues, requestIssues, type RightsRequest } from '#shared/ledgers/rights/requests.ts';
import { feedbackIssues } from '#shared/ledgers/sent/orders.ts';
import { sentWordIssues } from '#shared/ledgers/sent/sent-words.ts';
import { doneIssues } from '#shared/ledgers/statutory/duties.ts';
import { entryIssues, type Entry } from '#shared/ledgers/statutory/entry.ts';
import { visitIssues, type VisitInput } from '#shared/ledgers/visitors.ts';
import { officeIssues } from '#main/office/service.ts';
import { consent, granted, request } from './care-rights-words.ts';
import { agreement, intake, partyA, reached, referral, session } from './dispute-words.ts';
import { personAt } from './people.ts';
import { elementIn, OWN_HOME } from './places.ts';
import { BEGUN, entryOf } from './statutory-entries.ts';
import { enquiry, TODAY } from './visits.ts';

/** The rules of the field, asked about one text in an entry that is right otherwise. */
type Guard = (text: string) => readonly FieldIssue[];

export type TextColumn =
  /** Written by the office itself: a number of a record, a day that a rule or the contract reads, a text that follows from others. */
  | { readonly held: 'id' | 'day' | 'office' }
  /** A person's name: letters only, and no word that labels people. */
  | { readonly held: 'person'; readonly guard: Guard }
  /** A number of any kind: digits and the signs around them. */
  | { readonly held: 'number'; readonly guard: Guard }
  /** Typed freely: refused with `label`. */
  | { readonly held: 'words'; readonly guard: Guard }
  /** The name of a body or the number of its document: a measure of the law may stand in it, no label of a person. */
  | { readonly held: 'body'; readonly guard: Guard }
  /** What was said, as it was said: let through, and why. */
  | { readonly held: 'narrative'; readonly guard: Guard; readonly why: string }
  /** Not typed in this office, or not about the people it serves: why nothing is asked. */
  | { readonly held: 'free'; readonly why: string };

const id = { held: 'id' } as const;
const day = { held: 'day' } as const;
const office = { held: 'office' } as const;
const person = (guard: Guard) => ({ held: 'person', guard }) as const;
const number = (guard: Guard) => ({ held: 'number', guard }) as const;
const words = (guard: Guard) => ({ held: 'words', guard }) as const;
const body = (guard: Guard) => ({ held: 'body', guard }) as const;

/** Of a call that takes the words by themselves. */
const given = (max: number) =>
  words((text) => (keptWords(max).safeParse(text).success ? [] : [{ field: '', rule: LABEL_RULE }]));

/** Written at the station: what it signs is held against the same list before anything of it is kept. */
const sent = (field: string) => words((text) => sentWordIssues({ [field]: text }));

const inVisit = (field: keyof VisitInput) => (text: string) =>
  visitIssues({ ...enquiry, [field]: text }, TODAY);
const inGrid = (field: keyof GridInput) => (text: string) =>
  gridIssues({
    kind: 'civil',
    code: '胜利02',
    name: '胜利网格',
    policeGrid: null,
    keeper: '',
    [field]: text,
  });
const inAddress = (field: keyof AddressInput) => (text: string) =>
  addressIssues(elementIn(null, 'community', '胜利社区', { [field]: text }));
const inDwelling = (field: keyof DwellingInput) => (text: string) =>
  dwellingIssues({ ...OWN_HOME, addressId: '07-000001', use: 'let', landlordName: '周明', [field]: text });
const inResident = (field: keyof ResidentInput) => (text: string) =>
  residentIssues(personAt('07-000001', { [field]: text }), TODAY);

const shop: UnitInput = {
  name: '演示便利店',
  creditCode: null,
  type: 'shop',
  addressId: '07-000001',
  keeperName: null,
  keeperPhone: null,
  securityName: null,
  securityPhone: null,
  hours: '',
  staffBand: null,
  smallPlace: null,
  keySince: null,
  keyDecision: null,
};
const inUnit = (field: keyof UnitInput) => (text: string) =>
  unitIssues(
    { ...shop, ...(field === 'keyDecision' ? { keySince: '2026-01-05' } : {}), [field]: text },
    TODAY,
  );

const check: UnitCheckInput = {
  unitId: '07-000001',
  checkedOn: TODAY,
  officer: '07-000002',
  companion: null,
  guardDuty: 'fine',
  keyPositions: 'fine',
  fireExits: 'fine',
  extinguishers: 'fine',
  wiring: 'fine',
  gas: 'fine',
  hotelBook: 'fine',
  finding: '',
  fixedOnSite: false,
  noticeNo: null,
  deadline: null,
};
const inCheck = (field: keyof UnitCheckInput) => (text: string) =>
  unitCheckIssues({ ...check, [field]: text }, TODAY);

const inIntake = (field: keyof Intake) => (text: string) => intakeIssues({ ...intake, [field]: text }, TODAY);
const inParty = (field: keyof Party) => (text: string) =>
  partyIssues(
    { ...partyA, representative: 'agent', representativeName: '周明', [field]: text },
    { violence: false },
  );
const inSession = (field: keyof typeof session) => (text: string) =>
  sessionIssues({ ...session, [field]: text }, false);
const inAgreement = (field: keyof typeof agreement) => (text: string) =>
  agreementIssues({ ...agreement, [field]: text }, 'police-mediation', TODAY);
const inReferral = (field: keyof typeof referral) => (text: string) =>
  referralIssues({ ...referral, [field]: text }, TODAY);

const inEntry = (field: keyof Entry) => (text: string) =>
  entryIssues(entryOf('SM08', { [field]: text }), TODAY);
const inCare = (field: keyof Care) => (text: string) =>
  careIssues(
    { ...consent, consentBy: 'guardian', guardianName: '何敏', [field]: text },
    { today: TODAY, birthDate: null, offered: ['CA01'] },
  );
const inRequest = (field: keyof RightsRequest) => (text: string) =>
  requestIssues({ ...request, [field]: text }, TODAY);

const COLLEAGUE = 'about a colleague, entered by the administrator';
const profile = {
  name: '',
  stationName: '',
  gridRange: '',
  address: '',
  hours: '',
  phone: '',
  stationPhone: '',
  leaderPhone: '',
  supervisionPhone: '',
};
const inOffice = (field: keyof typeof profile) =>
  words((text) => officeIssues({ ...profile, [field]: text }));
const QUOTED =
  'a record says truthfully what was said (程序规定 184), and an insult may be the very matter; read by officers for a reason only';

export const TEXT_COLUMNS: Readonly<Record<LedgerName, Readonly<Record<string, TextColumn>>>> = {
  office: {
    code: office,
    name: inOffice('name'),
    stationName: inOffice('stationName'),
    gridRange: inOffice('gridRange'),
    address: inOffice('address'),
    hours: inOffice('hours'),
    phone: inOffice('phone'),
    stationPhone: inOffice('stationPhone'),
    leaderPhone: inOffice('leaderPhone'),
    supervisionPhone: inOffice('supervisionPhone'),
    backupFolder: office,
  },
  staff: {
    name: { held: 'free', why: COLLEAGUE },
    login: { held: 'free', why: COLLEAGUE },
    badgeNo: { held: 'free', why: COLLEAGUE },
    phone: { held: 'free', why: COLLEAGUE },
  },
  visitors: {
    arrivedAt: day,
    leftAt: day,
    name: words(inVisit('name')),
    phone: number(inVisit('phone')),
    summary: words(inVisit('summary')),
    handledBy: id,
    promisedOn: day,
    repliedOn: day,
    legalBasis: office,
    retainUntil: day,
    disputeId: id,
  },
  grids: {
    code: words(inGrid('code')),
    name: words(inGrid('name')),
    policeGrid: words(inGrid('policeGrid')),
    keeper: words(inGrid('keeper')),
  },
  addresses: {
    parentId: id,
    name: words(inAddress('name')),
    line: office,
    aliases: words(inAddress('aliases')),
    division: number(inAddress('division')),
    communityCode: number(inAddress('communityCode')),
    policeGrid: words(inAddress('policeGrid')),
    civilGrid: words(inAddress('civilGrid')),
    bestTime: words(inAddress('bestTime')),
    mergedInto: id,
    batchId: id,
  },
  dwellings: {
    addressId: id,
    ownerName: person(inDwelling('ownerName')),
    ownerPhone: number(inDwelling('ownerPhone')),
    landlordName: person(inDwelling('landlordName')),
    landlordPhone: number(inDwelling('landlordPhone')),
    agentName: person(inDwelling('agentName')),
    agentPhone: number(inDwelling('agentPhone')),
    letFrom: day,
    letTo: day,
    pledgeOn: day,
    safetyCheckedOn: day,
    verifiedOn: day,
    verifiedBy: id,
    batchId: id,
  },
  households: {
    addressId: id,
    number: words((text) => householdIssues({ addressId: '07-000001', kind: 'family', number: text })),
    batchId: id,
  },
  residents: {
    name: person(inResident('name')),
    otherName: person(inResident('otherName')),
    idNumber: number((text) =>
      residentIssues(personAt('07-000001', { idType: '111', idNumber: text }), TODAY),
    ),
    birthDate: day,
    phone: number(inResident('phone')),
    phone2: number(inResident('phone2')),
    phone3: number(inResident('phone3')),
    addressId: id,
    registerAddress: words(inResident('registerAddress')),
    registerDivision: number(inResident('registerDivision')),
    householdId: id,
    stayFrom: day,
    stayUntil: day,
    guardianId: id,
    emergencyContact: words(inResident('emergencyContact')),
    noticeGivenOn: day,
    outOn: day,
    verifiedOn: day,
    verifiedBy: id,
    retainUntil: day,
    mergedInto: id,
    batchId: id,
  },
  home_visits: { addressId: id, visitedAt: day, companion: id, nextDueOn: day, retainUntil: day },
  units: {
    name: body(inUnit('name')),
    creditCode: number(inUnit('creditCode')),
    addressId: id,
    keeperName: person(inUnit('keeperName')),
    keeperPhone: number(inUnit('keeperPhone')),
    securityName: person(inUnit('securityName')),
    securityPhone: number(inUnit('securityPhone')),
    hours: words(inUnit('hours')),
    keySince: day,
    keyDecision: words(inUnit('keyDecision')),
  },
  unit_checks: {
    unitId: id,
    checkedOn: day,
    officer: id,
    companion: id,
    finding: words(inCheck('finding')),
    noticeNo: words(inCheck('noticeNo')),
    deadline: day,
    recheckedOn: day,
    retainUntil: day,
  },
  disputes: {
    receivedAt: day,
    registeredBy: id,
    addressId: id,
    place: words(inIntake('place')),
    policeGrid: office,
    happenedOn: day,
    summary: words(inIntake('summary')),
    demands: words(inIntake('demands')),
    owner: id,
    officer: id,
    gridWorker: words(inIntake('gridWorker')),
    dueOn: day,
    receipt: given(50),
    toldOn: day,
    archivedOn: day,
    retainUntil: day,
  },
  dispute_parties: {
    disputeId: id,
    residentId: id,
    name: person(inParty('name')),
    phone: number(inParty('phone')),
    address: words(inParty('address')),
    representativeName: person(inParty('representativeName')),
    representativePhone: number(inParty('representativePhone')),
    retainUntil: day,
  },
  dispute_sessions: {
    disputeId: id,
    heldOn: day,
    from: day,
    to: day,
    host: id,
    place: words(inSession('place')),
    present: words(inSession('present')),
    course: { held: 'narrative', guard: inSession('course'), why: QUOTED },
    recording: words(inSession('recording')),
    retainUntil: day,
  },
  dispute_agreements: {
    disputeId: id,
    agreedOn: day,
    facts: { held: 'narrative', guard: inAgreement('facts'), why: QUOTED },
    terms: words(inAgreement('terms')),
    performBy: day,
    manner: words(inAgreement('manner')),
    confirmUntil: day,
    performedOn: day,
    breachedOn: day,
    recognisedOn: day,
    retainUntil: day,
  },
  dispute_levels: { disputeId: id, since: day, reason: given(100), movedBy: id, retainUntil: day },
  dispute_referrals: {
    disputeId: id,
    bodyName: body(inReferral('bodyName')),
    request: words(inReferral('request')),
    dueOn: day,
    sentOn: day,
    sentBy: id,
    answeredOn: day,
    answer: words((answer) =>
      referralAnswerIssues({ answeredOn: TODAY, outcome: 'settled', answer }, TODAY, TODAY),
    ),
    retainUntil: day,
  },
  dispute_follow_ups: {
    disputeId: id,
    dueOn: day,
    doneOn: day,
    note: words((note) => followUpIssues({ ...reached, note }, TODAY, TODAY)),
    doneBy: id,
    retainUntil: day,
  },
  statutory_matters: {
    list: office,
    residentId: id,
    name: person(inEntry('name')),
    birthDate: day,
    issuer: body(inEntry('issuer')),
    documentNumber: body(inEntry('documentNumber')),
    documentDate: day,
    startsOn: day,
    endsOn: day,
    leadBody: body(inEntry('leadBody')),
    leadContact: person(inEntry('leadContact')),
    leadPhone: number(inEntry('leadPhone')),
    protectedName: person(inEntry('protectedName')),
    protectedPhone: number(inEntry('protectedPhone')),
    renews: id,
    officer: id,
    enteredBy: id,
    enteredOn: day,
    decidedOn: day,
    reviewer: { held: 'free', why: 'the reviewer’s name, signed by the station' },
    secondReviewer: { held: 'free', why: 'the reviewer’s name, signed by the station' },
    denial: { held: 'free', why: 'the station’s reason, shown to whoever entered it, gone within 14 days' },
    endedOn: day,
    noticeOn: day,
  },
  statutory_duties: {
    matterId: id,
    dueOn: day,
    doneOn: day,
    recordNumber: body((recordNumber) =>
      doneIssues({ doneOn: TODAY, result: 'done', recordNumber }, BEGUN, TODAY),
    ),
    doneBy: id,
  },
  care_consents: {
    residentId: id,
    guardianName: person(inCare('guardianName')),
    signedOn: day,
    endsOn: day,
    contactName: person(inCare('contactName')),
    contactPhone: number(inCare('contactPhone')),
    enteredBy: id,
    approvedBy: id,
    withdrawnOn: day,
  },
  rights_requests: {
    residentId: id,
    name: person(inRequest('name')),
    phone: number(inRequest('phone')),
    receivedOn: day,
    dueOn: day,
    asks: words(inRequest('asks')),
    registeredBy: id,
    answeredOn: day,
    answeredBy: id,
    answer: words((answer) => answerIssues({ ...granted, answer })),
    retainUntil: day,
  },
  orders: {
    sentId: id,
    number: id,
    title: sent('title'),
    text: sent('text'),
    dueOn: day,
    sender: sent('sender'),
    sentOn: day,
    acknowledgedBy: id,
    acknowledgedOn: day,
    doneBy: id,
    doneOn: day,
    feedback: words(feedbackIssues),
    withdrawnOn: day,
    retainUntil: day,
  },
  notices: {
    code: office,
    sentId: id,
    title: sent('title'),
    text: sent('text'),
    until: day,
    sender: sent('sender'),
    sentAt: day,
  },
  sealed_records: {
    number: id,
    category: office,
    startsOn: day,
    endsOn: day,
    sealedOn: day,
    digest: office,
    envelope: office,
    retainUntil: day,
  },
};
