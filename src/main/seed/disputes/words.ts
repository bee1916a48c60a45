/** What quarrels are about, kind by kind: each a sentence somebody at the desk would write, naming nobody. */
import type { DisputeType } from '#shared/ledgers/disputes/codes.ts';

export const SUMMARIES: Readonly<Record<DisputeType, readonly string[]>> = {
  neighbour: [
    '楼上夜间拖动家具，楼下多次上门交涉',
    '楼道堆放杂物影响通行',
    '空调外机滴水',
    '两家因车位相互堵车',
  ],
  family: ['兄弟二人因老人赡养费用分担争执', '分家后对老屋归属说法不一', '夫妻因子女抚养费给付争执'],
  damages: ['排队时推搡，一方手机摔坏', '宠物犬抓伤路人衣物', '施工溅水损坏货物'],
  'property-services': ['因电梯停运拒交物业费', '地下车库漏水，物业迟迟不修'],
  consumer: ['购买的电动车电瓶续航不符', '理发店预付卡停业未退'],
  labour: ['装修工人被拖欠工钱', '辞工后押金不退'],
  contract: ['租房押金不退', '装修延期，双方对违约金说法不一', '借款到期未还'],
  'housing-land': ['翻建房屋时滴水檐越界', '宅基地边界说法不一'],
  traffic: ['两车剐蹭后对修理费争执', '电动自行车碰倒行人，医药费协商不成'],
  other: ['广场舞音量过大', '因微信群里争吵见面', '信鸽粪便影响晾晒'],
  'forest-land': ['承包地田埂被占', '竹林采伐越界', '灌溉用水先后争执'],
  expropriation: ['青苗补偿面积说法不一', '拆迁安置房选房顺序争执'],
  medical: ['患者家属对护理收费有异议', '换药后感染，双方对责任说法不一'],
  business: ['相邻摊位占道揽客', '合伙开店散伙，货款分配争执'],
  'village-affairs': ['对集体分红名单有异议', '村道修建出工分摊争执'],
  environment: ['养鸡场气味扰民', '餐馆油烟直排窗口'],
};

export const DEMANDS = ['要求停止并道歉', '要求赔偿损失', '要求恢复原状', '要求书面答复'] as const;
export const OUTDOOR_PLACES = ['青禾镇农贸市场门口', '胜利路公交站旁', '镇卫生院门前', '河堤步道'] as const;
export const GRID_WORKERS = ['网格员周丽', '网格员何勇', '网格员杨梅', '网格员罗军'] as const;
export const REASONS = ['双方反复争执', '涉及人数较多', '前次调解未果'] as const;
export const COURSES = [
  '双方各自陈述经过，调解员宣读相关规定，分别做工作后当面协商。',
  '先分开听取意见，再共同查看现场照片，逐项商定。',
] as const;
export const FACTS = [
  '双方对发生经过无争议，对损失金额经协商一致。',
  '双方因琐事发生争执，均认识到自身不当。',
] as const;
export const TERMS = [
  '一、一方一次性支付另一方约定款项；二、双方互致歉意，今后不再因此事争执。',
  '一、一方于约定日前恢复原状；二、另一方放弃其他要求。',
] as const;
export const MANNERS = ['当面转账，互留凭据', '到场恢复后由网格员查看'] as const;
export const REQUESTS = ['请组织双方调解并回复结果', '请按职责处理并回复'] as const;
export const BODY_ANSWERS = ['已组织双方到场处理', '已上门了解并答复双方'] as const;
