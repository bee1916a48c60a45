/** Words that every screen of the residents needs: codes, fields, rules, choosing a place or a person. */
import type { HouseholdKind } from '#shared/ledgers/population/households.ts';
import type {
  HousingCode,
  IdType,
  OutState,
  ResidenceType,
  ResidentInput,
  Sex,
} from '#shared/ledgers/population/residents.ts';
import type { Freshness, VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { Words } from '#renderer/ui/words.ts';

type Word<Code extends string> = Readonly<Record<Code, string>>;

/** Everything of a resident that a person is shown by its name. */
export type PersonField =
  | keyof ResidentInput
  | 'outState'
  | 'outOn'
  | 'verifiedOn'
  | 'verifiedHow'
  | 'verifiedBy'
  | 'retainUntil'
  | 'updatedAt'
  | 'age'
  | 'policeGrid'
  | 'household'
  | 'address'
  | 'freshness'
  | 'mergedInto';

const sexes = { '0': '性别未知', '1': '男', '2': '女', '9': '未说明性别' } as const satisfies Word<Sex>;

const idTypes = {
  '111': '居民身份证',
  '114': '军官证',
  '115': '警官证',
  '414': '普通护照',
  '511': '台湾居民来往大陆通行证',
  '516': '港澳居民来往内地通行证',
  '554': '外国人居留证件',
  'hmt-permit': '港澳台居民居住证',
  'foreign-card': '外国人永久居留身份证',
  'temporary-card': '临时居民身份证',
  'household-book': '户口簿',
  'birth-certificate': '出生医学证明',
  none: '没有证件',
} as const satisfies Word<IdType>;

const residence = {
  registered: '户籍在册',
  mismatch: '人户分离',
  temporary: '暂住',
  overseas: '境外人员',
  empty: '空挂户',
} as const satisfies Word<ResidenceType>;

const housing = {
  '01': '自有',
  '02': '租住',
  '03': '寄住',
  '04': '借住',
  '05': '集体宿舍',
  '06': '工地宿舍',
  '07': '流动人口公寓',
  '99': '其他',
} as const satisfies Word<HousingCode>;

const outStates = {
  dead: '已去世',
  missing: '下落不明',
  moved: '已迁出',
  left: '已离开',
} as const satisfies Word<OutState>;

const freshness = {
  fresh: '已核对',
  due: '该核对',
  stale: '三年未核对',
  never: '从未核对',
} as const satisfies Word<Freshness>;

const how = {
  visit: '上门',
  counter: '窗口',
  sheet: '社区名单',
} as const satisfies Word<VerifiedHow>;

const kinds = { family: '家庭户', collective: '集体户' } as const satisfies Word<HouseholdKind>;

const fields = {
  name: '姓名',
  otherName: '其他写法或曾用名',
  idType: '证件种类',
  idNumber: '证件号码',
  sex: '性别',
  birthDate: '出生日期',
  age: '年龄',
  phone: '电话',
  phone2: '电话二',
  phone3: '电话三',
  address: '住址',
  addressId: '住址',
  policeGrid: '警格',
  registerAddress: '户籍地址',
  registerDivision: '户籍地区划代码',
  residenceType: '类型',
  housing: '居住方式',
  household: '户',
  householdId: '户',
  relation: '与户主关系',
  stayFrom: '暂住起',
  stayUntil: '预计到',
  guardianId: '监护人',
  emergencyContact: '紧急联系人',
  emergencyConsent: '本人同意留紧急联系人',
  noticeGivenOn: '告知书交付日',
  outState: '去向',
  outOn: '离开日期',
  verifiedOn: '上次核对',
  verifiedHow: '核对方式',
  verifiedBy: '核对人',
  freshness: '核对情况',
  retainUntil: '保存到',
  updatedAt: '最近修改',
  mergedInto: '并入',
} as const satisfies Word<PersonField>;

export const zh = {
  title: '人口',
  ledger: '人口台账',
  sexes,
  idTypes,
  residence,
  housing,
  outStates,
  freshness,
  how,
  kinds,
  fields,
  age: '{{age}} 岁',
  months: '不满 1 岁',
  back: '返回',
  commands: {
    add: '新增人口',
    refresh: '刷新列表',
    doubles: '查重',
    text: '在本表中查',
  },
  issues: {
    name: '请填姓名',
    nameLong: '姓名最多 50 个字',
    nameCharacters: '姓名里只能有汉字、字母、间隔号和连字符',
    idNumber: '请填证件号码；没有证件就把证件种类选成“没有证件”',
    idCharacters: '证件号码只能有字母和数字',
    idLength: '位数不对：身份证号是 18 位，老证是 15 位',
    idBirth: '号码里的出生日期不存在，请对照证件再看一遍',
    idScientific: '这是表格软件改坏的号码，请照证件重新录入',
    idExists: '已有同号记录：请打开右边那一条，或去查重合并',
    peopleChanged: '符合的人数刚有变化，请看清人数再核对',
    registeredAnew: '此人已重新登记为在住：请到查重把两条合并',
    checkDigit: '身份证号第 18 位与前 17 位不符，请对照证件再看一遍。可以保存，会标成“再看”',
    rounded: '末尾三个 0 像是表格软件抹掉的，请对照证件。可以保存，会标成“再看”',
    oldNumber: '15 位老号码，可以保存；有新证时请补录 18 位',
    birthDiffers: '与证号里的出生日期不同，请对照证件。可以保存',
    sexDiffers: '与证号里的性别不同，请对照证件。可以保存',
    birthFuture: '出生日期不能晚于今天',
    noticeFuture: '交付日不能晚于今天',
    phone: '号码不对。手机 11 位，座机带或不带区号都可以',
    division: '区划代码是 6 位数字',
    guardianNeeded: '不满 14 岁，请指明监护人。可以先保存，以后补',
    guardianWrong: '监护人要是已登记的另一位成年人',
    stayStart: '暂住请填起始日期。可以先保存，以后补',
    stayOver: '预计离开的日期已过，请问一下是否还住这里',
    stayOrder: '不能早于暂住起始日',
    secondHead: '这一户已有户主，请改选别的关系',
    household: '这一户不在这个住址，请重新选',
    address: '请选择住址',
    addressGone: '请选到户；已撤掉的地址不能用',
    outFuture: '离开日期不能晚于今天',
    unread: '看不懂这个日期。请写成 1991-04-12，或 19910412',
    required: '这一项要填',
    label: '写事，不给人贴标签；依法登记的事项由民警另行办理',
    notAccepted: '这一项没有被接受，请改一下再保存',
  },
  flags: {
    short: '证号再看',
    fix: '改证号',
  },
  verify: {
    title: '核对无变化：{{name}}',
    why: '住址、电话、同户都与登记的一样。写明是怎样知道的。',
    button: '核对无变化',
    done: '{{name}} 已核对',
    askAgain: '{{day}} 前不必再问',
    due: '该核对了，上次是 {{day}}',
    never: '还没有核对过',
  },
  picker: {
    noHousehold: '不归户',
    newHousehold: '立为新户',
    householdOf: '{{head}}户，{{count}} 人',
    householdNumber: '户号 {{number}}，{{count}} 人',
    householdEmpty: '空户',
    householdHint: '先选住址，再选这一户',
  },
} as const;

export const en: Words<typeof zh> = {
  title: 'Residents',
  ledger: 'Ledger of residents',
  sexes: { '0': 'sex unknown', '1': 'male', '2': 'female', '9': 'sex not said' },
  idTypes: {
    '111': 'Identity card',
    '114': 'Army officer card',
    '115': 'Police officer card',
    '414': 'Passport',
    '511': 'Mainland pass, Taiwan',
    '516': 'Mainland pass, HK and Macao',
    '554': 'Foreigner residence paper',
    'hmt-permit': 'Residence permit, HK, Macao, Taiwan',
    'foreign-card': 'Permanent residence card',
    'temporary-card': 'Temporary identity card',
    'household-book': 'Household book',
    'birth-certificate': 'Birth certificate',
    none: 'No papers',
  },
  residence: {
    registered: 'Registered here',
    mismatch: 'Registered elsewhere',
    temporary: 'Temporary',
    overseas: 'From abroad',
    empty: 'Registered, not living here',
  },
  housing: {
    '01': 'Own home',
    '02': 'Rented',
    '03': 'Lodging',
    '04': 'Borrowed',
    '05': 'Dormitory',
    '06': 'Site dormitory',
    '07': 'Migrant flat',
    '99': 'Other',
  },
  outStates: { dead: 'Died', missing: 'Missing', moved: 'Moved out', left: 'Left' },
  freshness: { fresh: 'Verified', due: 'Due', stale: 'Not for 3 years', never: 'Never verified' },
  how: { visit: 'At the door', counter: 'At the counter', sheet: "Community's list" },
  kinds: { family: 'Family', collective: 'Collective' },
  fields: {
    name: 'Name',
    otherName: 'Other or former name',
    idType: 'Kind of paper',
    idNumber: 'ID number',
    sex: 'Sex',
    birthDate: 'Born',
    age: 'Age',
    phone: 'Phone',
    phone2: 'Phone 2',
    phone3: 'Phone 3',
    address: 'Address',
    addressId: 'Address',
    policeGrid: 'Police grid',
    registerAddress: 'Registered address',
    registerDivision: 'Division code',
    residenceType: 'Kind',
    housing: 'Housing',
    household: 'Household',
    householdId: 'Household',
    relation: 'To the head',
    stayFrom: 'Stays from',
    stayUntil: 'Expected until',
    guardianId: 'Guardian',
    emergencyContact: 'Emergency contact',
    emergencyConsent: 'Agreed to an emergency contact',
    noticeGivenOn: 'Notice given on',
    outState: 'Gone',
    outOn: 'Gone on',
    verifiedOn: 'Verified',
    verifiedHow: 'Verified how',
    verifiedBy: 'Verified by',
    freshness: 'Freshness',
    retainUntil: 'Kept until',
    updatedAt: 'Last change',
    mergedInto: 'Joined into',
  },
  age: '{{age}} y',
  months: 'under 1 y',
  back: 'Back',
  commands: {
    add: 'Register a resident',
    refresh: 'Refresh the list',
    doubles: 'Find doubles',
    text: 'Search this list',
  },
  issues: {
    name: 'Fill in the name',
    nameLong: 'A name has at most 50 characters',
    nameCharacters: 'A name holds characters, letters, the middle dot and hyphens only',
    idNumber: 'Fill in the number, or choose "No papers"',
    idCharacters: 'A number holds letters and digits only',
    idLength: 'Wrong length: 18 digits, or 15 on an old paper',
    idBirth: 'The birthday inside this number does not exist; compare with the paper',
    idScientific: 'A spreadsheet broke this number; type it from the paper',
    idExists: 'This number is registered: open that record, or join the two under doubles',
    peopleChanged: 'Not as many match as before: look at the number again',
    registeredAnew: 'Registered anew since: join the two records under doubles',
    checkDigit: 'The check digit does not match; compare with the paper. It may be saved and is then flagged',
    rounded:
      'The last 000 look like a spreadsheet; compare with the paper. It may be saved and is then flagged',
    oldNumber: 'An old number of 15 digits; it may be saved. Add the new one when there is one',
    birthDiffers: 'Differs from the birthday in the number; compare with the paper. It may be saved',
    sexDiffers: 'Differs from the sex in the number; compare with the paper. It may be saved',
    birthFuture: 'Nobody is born after today',
    noticeFuture: 'That day is still to come',
    phone: 'Not a phone number. Mobiles have 11 digits; landlines with or without area code',
    division: 'A division code has 6 digits',
    guardianNeeded: 'Under 14: name a guardian. It may be saved now and added later',
    guardianWrong: 'A guardian is another registered adult',
    stayStart: 'A temporary stay has a first day. It may be saved now and added later',
    stayOver: 'The expected day is over; ask whether they still live here',
    stayOrder: 'Not before the first day of the stay',
    secondHead: 'This household has a head; choose another relation',
    household: 'This household is not at this address; choose again',
    address: 'Choose the address',
    addressGone: 'Choose a door; one that was taken out cannot be used',
    outFuture: 'That day is still to come',
    unread: 'Not a date. Write 1991-04-12 or 19910412',
    required: 'This has to be filled in',
    label:
      "Write what happened, not what kind of person; what the law registers is an officer's to enter elsewhere",
    notAccepted: 'This was not accepted; change it and save again',
  },
  flags: {
    short: 'Look again',
    fix: 'Change the number',
  },
  verify: {
    title: 'Verified, no change: {{name}}',
    why: 'Address, phone and household are as registered. Say how this is known.',
    button: 'Verified, no change',
    done: '{{name}} is verified',
    askAgain: 'Need not be asked before {{day}}',
    due: 'Due; last on {{day}}',
    never: 'Never verified',
  },
  picker: {
    noHousehold: 'No household',
    newHousehold: 'A new household',
    householdOf: '{{head}}, {{count}} people',
    householdNumber: 'No. {{number}}, {{count}} people',
    householdEmpty: 'Empty household',
    householdHint: 'Choose the address first, then the household',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    people: typeof zh;
  }
}
