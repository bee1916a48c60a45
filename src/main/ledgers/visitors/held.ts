/** What is held of a person's visits to the desk: those under their name and their phone both. */
import { asc } from 'drizzle-orm';
import {
  RETENTION_MONTHS,
  type BodyCode,
  type MatterCode,
  type ResultCode,
  type SATISFACTION,
} from '#shared/ledgers/visitors.ts';
import {
  BOOKKEEPING,
  carries,
  COLLEAGUE,
  heldRecord,
  heldSection,
  leftLedger,
  momentText,
  yesNo,
  type HeldOf,
} from '#main/desk/held.ts';
import { visitors } from './table.ts';

const MATTER_WORDS: Readonly<Record<MatterCode, string>> = {
  'household-papers': '户籍证件咨询',
  residence: '居住登记',
  help: '求助',
  dispute: '纠纷求助',
  hazard: '隐患反映',
  emergency: '报警（转110）',
  fraud: '反诈咨询',
  feedback: '表扬建议投诉',
  tip: '举报线索（只转交）',
  other: '其他',
  'exit-entry': '出入境咨询',
  traffic: '交通咨询',
};
const RESULT_WORDS: Readonly<Record<ResultCode, string>> = {
  settled: '当场办结',
  appointment: '预约再办',
  'to-station': '转派出所',
  'to-department': '转其他部门',
  'to-dispute': '转矛盾纠纷',
  'to-hazard': '转安全隐患',
  'not-police': '不属公安职责',
};
const BODY_WORDS: Readonly<Record<BodyCode, string>> = {
  station: '派出所',
  'hotline-110': '110 报警台',
  'mediation-committee': '人民调解委员会',
  court: '人民法院',
  town: '乡镇政府（街道）',
  'urban-management': '城管',
  'market-regulation': '市场监管',
  'property-company': '物业公司',
  'emergency-management': '应急管理',
  'civil-affairs': '民政',
  health: '卫生健康',
  'petition-office': '信访部门',
  other: '其他单位',
};
const SATISFIED_WORDS: Readonly<Record<(typeof SATISFACTION)[number], string>> = {
  'not-asked': '未询问',
  yes: '满意',
  no: '不满意',
};

export const visitorsHeld: HeldOf<typeof visitors> = {
  table: visitors,
  leavesOut: {
    handledBy: COLLEAGUE,
    state: '由处理结果和答复日期得出',
    disputeId: '写在“矛盾纠纷”一栏；家庭暴力处置另行答复',
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, person) =>
    heldSection(
      {
        ledger: '来访接待',
        basis: '《人民警察法》第3、21条；每次来访的依据见各条',
        keeps: `来访后 ${RETENTION_MONTHS} 个月，到期删除姓名、电话和内容`,
      },
      db
        .select()
        .from(visitors)
        .where(carries(person, visitors.name, visitors.phone))
        .orderBy(asc(visitors.arrivedAt), asc(visitors.id))
        .all()
        .map((row) =>
          heldRecord({
            编号: row.id,
            来访时间: momentText(row.arrivedAt),
            离开时间: momentText(row.leftAt),
            姓名: row.name,
            联系电话: row.phone,
            同来人数: row.people,
            事由: MATTER_WORDS[row.matter],
            摘要: row.summary,
            核验证件: yesNo(row.papersChecked),
            处理结果: row.result === null ? null : RESULT_WORDS[row.result],
            转往: row.referredTo === null ? null : BODY_WORDS[row.referredTo],
            承诺答复: row.promisedOn,
            答复日期: row.repliedOn,
            是否满意: SATISFIED_WORDS[row.satisfied],
            法律依据: row.legalBasis,
            保存到: row.retainUntil,
            说明: leftLedger(row),
          }),
        ),
    ),
};
