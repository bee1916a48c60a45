/**
 * What the papers of disputes say of the law, as data: every statement with its articles, in one place, so that a lawyer can
 * read and correct it without reading code. The wording is to be confirmed by the bureau's lawyer before a release.
 */
import type { Statement } from '#renderer/print/document/pieces.ts';

const PROCEDURE = '《公安机关办理行政案件程序规定》';
const PEACE = '《治安管理处罚法》';
const MEDIATION = '《人民调解法》';
const VIOLENCE = '《反家庭暴力法》';

/** 权利义务告知. */
export const RIGHTS_AND_DUTIES = {
  rights: [
    {
      text: '调解以自愿为前提。你可以接受调解，也可以拒绝调解，或者在调解中随时要求终止。',
      articles: `${MEDIATION}第三条、第二十三条；${PROCEDURE}第一百八十条`,
    },
    {
      text: '自主表达意愿，自愿达成协议。任何人不得强迫你接受协议。',
      articles: `${MEDIATION}第二十三条`,
    },
    {
      text: '申请人民调解的，可以选择或者接受人民调解员，可以要求调解公开进行或者不公开进行。',
      articles: `${MEDIATION}第二十三条`,
    },
    {
      text: '办理人员与本纠纷有利害关系，可能影响公正处理的，可以申请其回避。',
      articles: `${PROCEDURE}第十七条`,
    },
    {
      text: '不因参加调解而失去仲裁、行政处理和诉讼的途径，可以依法向人民法院起诉。',
      articles: `${MEDIATION}第三条`,
    },
    {
      text: '未成年人参加调解，应当通知父母或者其他监护人到场。',
      articles: `${PROCEDURE}第一百八十一条`,
    },
    {
      text: '了解本室记录了你的哪些个人信息，要求查阅、更正；记录到期后删除。',
      articles: '《个人信息保护法》第四十四条至第四十七条',
    },
  ],
  duties: [
    { text: '如实陈述纠纷事实，不作虚假陈述。', articles: `${MEDIATION}第二十四条` },
    {
      text: '遵守现场秩序，尊重办理人员，尊重对方行使权利，不采取过激行为。',
      articles: `${MEDIATION}第二十四条`,
    },
    { text: '达成协议的，按照约定履行。', articles: `${MEDIATION}第三十一条；${PROCEDURE}第一百八十四条` },
  ],
  fee: { text: '办理纠纷不收取任何费用。', articles: `${MEDIATION}第四条` },
} as const satisfies Record<string, Statement | readonly Statement[]>;

/** 告知起诉、申请人民调解. */
export const OTHER_WAYS = {
  civil: {
    text: '本纠纷属于民事纠纷，不构成违反治安管理的行为，公安机关不作调解处理，现依法告知你们可以通过下列途径解决：',
    articles: `${PROCEDURE}第一百七十八条`,
  },
  afterMediation: {
    text: '本案经调解未达成协议，或者达成协议后没有履行。违反治安管理的行为由公安机关依法处理；民事争议可以通过下列途径解决：',
    articles: `${PEACE}第九条；${PROCEDURE}第一百八十五条`,
  },
  ways: [
    {
      text: '向人民调解委员会申请调解。人民调解不收取任何费用。',
      articles: `${MEDIATION}第四条、第十八条`,
    },
    {
      text: '经人民调解达成协议的，双方可以自协议生效之日起三十日内共同向人民法院申请司法确认；经确认有效的协议，一方不履行的，可以申请强制执行。',
      articles: `${MEDIATION}第三十三条`,
    },
    {
      text: '向有管辖权的人民法院提起民事诉讼。请求保护民事权利的诉讼时效期间一般为三年，自知道或者应当知道权利受到损害以及义务人之日起计算。',
      articles: '《民法典》第一百八十八条',
    },
    {
      text: '经济困难、符合法律援助条件的，可以向法律援助机构申请法律援助，电话 12348。',
      articles: '《法律援助法》第三十一条',
    },
  ],
  labour: {
    text: '劳动争议先向劳动争议仲裁委员会申请仲裁，申请仲裁的时效期间为一年。',
    articles: '《劳动争议调解仲裁法》第五条、第二十七条',
  },
  calm: { text: '解决期间请保持克制。发生人身危险时请立即拨打 110。', articles: '' },
} as const satisfies Record<string, Statement | readonly Statement[]>;

/** 治安调解协议, after its contents. */
export const AGREEMENT_EFFECT = {
  text: '双方自愿达成上述协议，已经阅读并理解全部内容，按期履行。达成协议并履行的，依法不予处罚；不履行的，公安机关依法对违反治安管理的行为作出处理，民事争议可以依法向人民法院提起民事诉讼。',
  articles: `${PEACE}第九条；${PROCEDURE}第一百八十四条、第一百八十五条`,
} as const satisfies Statement;

/** 认可和解共同申请. */
export const RECOGNITION = {
  text: '现共同书面申请公安机关对上述和解予以认可，依法不予治安管理处罚。以上内容属实，系双方真实意思表示，没有受到强迫或者欺骗。',
  articles: `${PEACE}第九条第四款；${PROCEDURE}第一百八十六条`,
} as const satisfies Statement;

/** 家庭暴力受害人权利告知. */
export const VICTIM_RIGHTS = [
  {
    text: '报警求助。公安机关接到报案后应当及时出警，制止家庭暴力，按照有关规定调查取证，协助就医、鉴定伤情。请保留伤情照片、病历、聊天记录、录音录像等材料。',
    articles: `${VIOLENCE}第十三条、第十五条、第二十条`,
  },
  {
    text: '告诫书。情节较轻、依法不给予治安管理处罚的，由公安机关对加害人给予批评教育或者出具告诫书，送交加害人、受害人，并通知居（村）民委员会；派出所和居（村）民委员会应当查访，监督加害人不再实施家庭暴力。',
    articles: `${VIOLENCE}第十六条、第十七条`,
  },
  {
    text: '人身安全保护令。遭受家庭暴力或者面临家庭暴力的现实危险，可以向人民法院申请；因受到强制、威吓等原因无法申请的，近亲属、公安机关、妇女联合会、居（村）民委员会、救助管理机构可以代为申请。人民法院应当在七十二小时内作出决定，情况紧急的在二十四小时内作出。',
    articles: `${VIOLENCE}第二十三条、第二十八条`,
  },
  {
    text: '保护令可以禁止加害人实施家庭暴力，禁止骚扰、跟踪、接触，责令其迁出住所；有效期不超过六个月，失效前可以申请撤销、变更或者延长。违反保护令的，由人民法院给予训诫、罚款、拘留；构成犯罪的，依法追究刑事责任。',
    articles: `${VIOLENCE}第二十九条、第三十条、第三十四条`,
  },
  {
    text: '临时庇护。可以请求进入政府设立的临时庇护场所，获得临时生活帮助。',
    articles: `${VIOLENCE}第十八条`,
  },
  {
    text: '法律援助。可以向法律援助机构申请法律援助，电话 12348；诉讼费用可以申请缓收、减收或者免收。',
    articles: `${VIOLENCE}第十九条`,
  },
  {
    text: '其他求助。可以向所在单位、居（村）民委员会、妇女联合会投诉、反映或者求助，妇女维权热线 12338。',
    articles: `${VIOLENCE}第十三条`,
  },
] as const satisfies readonly Statement[];

/** What stands framed above a paper that is near a statutory form. */
export const OWN_DRAFT = '本件为警务室工作用稿，非法定文书式样';
