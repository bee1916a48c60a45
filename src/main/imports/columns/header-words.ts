/** Headers under which communities keep what this ledger has a field for, without spaces and marks. */
import type { ImportField } from '#shared/contract/population/imports.ts';
import { headerForms } from './header-text.ts';

/** Several columns of these make one text: 楼栋, 单元 and 房号 are one door. */
export const JOINED_FIELDS: Partial<Record<ImportField, string>> = {
  phone: '、',
  door: ' ',
  registerAddress: '',
};

const WORDS: Readonly<Record<ImportField, string>> = {
  name:
    '姓名 名字 姓氏名字 人员姓名 居民姓名 成员姓名 住户姓名 本人姓名 人口姓名 户成员姓名 家庭成员姓名 家庭成员 中文姓名 ' +
    '实有人口姓名 租客姓名 承租人姓名 name',
  otherName: '曾用名 别名 又名 原名 曾用姓名 曾用名别名 英文名 外文名 英文姓名 外文姓名 拼音姓名 othername',
  idType:
    '证件类型 证件种类 证件类别 证件名称 身份证件类型 身份证件种类 有效证件类型 其他证件类型 其它证件类型 idtype',
  idNumber:
    '公民身份号码 公民身份证号 公民身份证号码 居民身份证 居民身份证号 居民身份证号码 身份证 身份证号 身份证号码 身份号码 ' +
    '身份证编号 身份证件号 身份证件号码 二代身份证号 二代身份证号码 第二代身份证号码 证件号 证件号码 证件编号 证号 证件 ' +
    '有效证件号码 有效身份证件号码 成员身份证号 成员身份证号码 本人身份证号码 idnumber idno',
  otherIdNumber:
    '护照其他证件号码 护照或其他证件号码 其他证件号码 其它证件号码 其他证件号 其他证件 护照号 护照号码 护照 通行证号 ' +
    '通行证号码 港澳台通行证号码 外籍证件号码 境外证件号码',
  sex: '性别 男女 sex gender',
  birthDate:
    '出生日期 出生年月日 出生时间 出生年月 出生 生日 出生日 公历出生日期 出生日期公历 birthdate birthday dateofbirth',
  phone:
    '联系电话 电话 电话号码 手机 手机号 手机号码 联系方式 联系手机 联系号码 联系手机号 移动电话 本人电话 本人手机 固定电话 ' +
    '座机 固话 家庭电话 备用电话 其他电话 第二电话 联系电话一 联系电话二 常用电话 电话手机 phone mobile tel',
  place:
    '现住小区建筑 现住小区 现住小区名称 小区 小区名称 小区建筑 所在小区 居住小区 所属小区 小区院落 院落 院落名称 小区村组 ' +
    '楼盘 楼盘名称 小区或村 现住建筑 街路巷 街路巷名称 所在街路巷 自然村 自然村名 居住院落',
  door:
    '现住详细门牌 详细门牌 门牌 门牌号 门牌号码 现住门牌 房号 房间号 房间 室号 户室 户室号 房屋号 楼栋房号 楼栋单元室 ' +
    '楼栋单元房号 楼栋门牌 楼栋 楼栋号 楼号 栋号 幢号 栋 幢 单元 单元号 楼门牌号 室 门号 楼栋门户',
  address:
    '现住址 现住地址 现住地 现居住地 现居住地址 现居住址 现居地 现居地址 居住地 居住地址 居住地详址 居住详细地址 居住地详细地址 ' +
    '现住详细地址 现住地址详址 现住地详址 住址 家庭住址 家庭地址 家庭详细地址 家庭详细住址 地址 详细地址 详细住址 实际居住地 ' +
    '实际居住地址 实际住址 实际居住址 常住地址 常住地 常住住址 暂住地址 暂住地 暂住址 房屋地址 房屋坐落 居住处所 标准地址 ' +
    '租住地址 租房地址 address',
  policeGrid: '警格 所属警格 警格号 警格编号 警格名称 警格代码 警务网格 所在警格',
  civilGrid: '网格 所属网格 所在网格 网格号 网格编号 网格名称 网格代码 综治网格 社区网格 基础网格 微网格',
  registerAddress:
    '户籍地址 户籍详细地址 户籍地 户籍所在地 户籍所在地址 户籍地详址 户籍地详细地址 户籍住址 户口所在地 户口地址 户口所在地址 ' +
    '户口详细地址 户籍小区建筑 户籍小区 户籍门牌 户籍详细门牌 身份证地址 身份证住址 户籍所在地详址',
  residenceType:
    '人员类型 人口类型 人口类别 人员类别 居住类型 居住类别 人口性质 人口属性 是否人户分离 人户分离 人户情况 人户状态 ' +
    '户籍类型 户籍性质 户籍状态 户籍人口或流动人口 常住流动 常住或流动 是否流动人口 是否户籍人口',
  housing:
    '居住方式 居住性质 住房性质 住房类型 住房情况 房屋性质 房屋类型 房屋来源 房屋权属 住所类别 住所类型 房屋使用性质 住房来源',
  householdNumber:
    '户号 户编号 户口号 户口编号 户口簿号 户口本号 户口簿编号 户籍号 家庭编号 户序号 家庭户号 户口薄号',
  relation:
    '与户主关系 与户主的关系 户主关系 和户主关系 同户主关系 与户主之关系 家庭关系 成员关系 与其他人员关系 与房主关系 关系 ' +
    '家庭成员关系 与承租人关系',
  stayFrom:
    '来本地日期 来本地时间 入住日期 入住时间 居住开始日期 居住起始日期 暂住日期 暂住开始日期 暂住起始日期 来蓉时间 到达日期 ' +
    '来此时间 来此居住时间 起租日期 租住开始日期 租住起始日期 居住开始时间 何时来本地 何时来此居住',
  stayUntil:
    '拟居住至 拟住至 暂住到期日期 暂住截止日期 暂住到期 居住到期日期 居住截止日期 预计离开日期 预计离开时间 拟离开日期 ' +
    '租住截止日期 租住到期日期 租期至 到期日期 居住结束日期',
  isOut:
    '是否已迁出 是否迁出 已迁出 迁出 迁出标志 是否搬离 是否搬走 是否离开 是否已离开 是否已搬走 是否注销 人员状态 居住状态 ' +
    '人口状态 在住状态 当前状态 状态',
  outOn: '迁出日期 迁出时间 搬离日期 搬走日期 离开日期 离开时间 搬离时间 注销日期 迁出年月日',
  isDead: '是否已死亡 是否死亡 已死亡 死亡标志 是否去世 是否已故 死亡',
  diedOn: '死亡日期 死亡时间 去世日期 去世时间 亡故日期',
};

const BY_WORD: ReadonlyMap<string, ImportField> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field as ImportField] as const),
  ),
);

/** Columns every sheet has and no ledger needs: they tell a header row from a row of data. */
const OTHERS = new Set(
  (
    '序号 编号 行号 备注 说明 备注说明 民族 政治面貌 宗教信仰 婚姻状况 文化程度 学历 职业 工作单位 服务处所 健康状况 籍贯 ' +
    '年龄 血型 是否重点人员 重点类别 兵役状况 唯一标识 户籍迁入日期 迁往地 工作学习情况 户主姓名 户主 社区 村 组 小组 前科 身高'
  ).split(' '),
);

/** Null where no ledger has a field for such a column. */
export function fieldOfHeader(text: string): ImportField | null {
  for (const form of headerForms(text)) {
    const field = BY_WORD.get(form);
    if (field !== undefined) return field;
  }
  return null;
}

/** True for a text that only stands above a column. */
export function isHeaderWord(text: string): boolean {
  return fieldOfHeader(text) !== null || headerForms(text).some((form) => OTHERS.has(form));
}
