/** An exported table in words: headings and codes as the office's own forms write them. */
import type { ExportColumn } from '#shared/contract/population/residents.ts';
import { RELATIONS, type RelationCode } from '#shared/ledgers/population/relations.ts';
import type {
  HousingCode,
  IdType,
  OutState,
  ResidenceType,
  Sex,
} from '#shared/ledgers/population/residents.ts';

export const HEADINGS: Readonly<Record<ExportColumn, string>> = {
  name: '姓名',
  sex: '性别',
  age: '年龄',
  idType: '证件种类',
  idNumber: '证件号码',
  phone: '联系电话',
  address: '现住址',
  policeGrid: '警格',
  residenceType: '居住情况',
  housing: '居住方式',
  household: '户号',
  relation: '与户主关系',
  registerAddress: '户籍地址',
  stayFrom: '暂住起始',
  stayUntil: '预计离开',
  verifiedOn: '核对日期',
  outState: '去向',
  outOn: '离开日期',
};

export const SEX_WORDS: Readonly<Record<Sex, string>> = { '0': '未知', '1': '男', '2': '女', '9': '未说明' };

export const ID_TYPE_WORDS: Readonly<Record<IdType, string>> = {
  '111': '居民身份证',
  '114': '军官证',
  '115': '警官证',
  '414': '护照',
  '511': '台湾居民来往大陆通行证',
  '516': '港澳居民来往内地通行证',
  '554': '外国人居留证',
  'hmt-permit': '港澳台居民居住证',
  'foreign-card': '外国人永久居留身份证',
  'temporary-card': '临时居民身份证',
  'household-book': '户口簿',
  'birth-certificate': '出生医学证明',
  none: '无证件',
};

export const RESIDENCE_WORDS: Readonly<Record<ResidenceType, string>> = {
  registered: '户籍在册常住',
  mismatch: '人户分离',
  temporary: '暂住',
  overseas: '境外',
  empty: '空挂',
};

export const HOUSING_WORDS: Readonly<Record<HousingCode, string>> = {
  '01': '自购',
  '02': '租赁',
  '03': '寄居',
  '04': '借住',
  '05': '单位宿舍',
  '06': '临时性宿舍',
  '07': '农民工公寓',
  '99': '其他',
};

export const OUT_WORDS: Readonly<Record<OutState, string>> = {
  dead: '死亡',
  missing: '失踪',
  moved: '迁出',
  left: '离开',
};

export function relationWord(code: RelationCode): string {
  return RELATIONS.find((relation) => relation.code === code)?.zh ?? code;
}
