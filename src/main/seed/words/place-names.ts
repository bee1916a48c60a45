/** Names of streets, compounds, communities and villages. None of them ends or begins as a larger place does. */

/** The first ones are those the guides and examples speak of. */
const STEMS =
  '胜利 青禾 和平 光明 建设 文昌 朝阳 桂花 锦绣 翠竹 金桥 望江 红星 新华 人和 长寿 凤凰 莲池 东坡 玉泉 丰收 春晖 银杏 嘉陵 ' +
  '海棠 芙蓉 兴隆 太平 永安 福源 梧桐 云岭 泉水 石桥 双桂 明珠 滨河 碧水 松林 竹园 仁和 顺城 北门 迎春 百花 紫薇 香樟 白鹤';

const VILLAGE_STEMS =
  '青龙 白马 黄桷 大坝 石板 双河 龙潭 高坪 柏树 观音 土门 茶园 清溪 马家 李家 罗家 三合 四方 五里 老鹰 凉水 沙湾 铜鼓 花桥';

const STREET_ENDS = ['路', '街', '巷', '东路', '西街', '南路', '北街', '中路', '横街', '后巷'];
const COMPOUND_ENDS = [
  '苑',
  '小区',
  '花园',
  '家园',
  '公寓',
  '雅居',
  '新村',
  '名都城',
  '佳苑',
  '华庭',
  '阁',
  '大院',
  '雅苑',
  '新苑',
  '丽景苑',
];
const COMMUNITY_ENDS = ['', '东', '西', '南', '北', '新'];

const stems = STEMS.split(' ');
const villageStems = VILLAGE_STEMS.split(' ');

/** A name for each number from 0, none twice; another round puts 上, 下 or a number word before the end. */
function nameOf(at: number, from: readonly string[], ends: readonly string[], offset: number): string {
  const round = Math.floor(at / (from.length * ends.length));
  const inRound = at % (from.length * ends.length);
  // Neighbours differ in both parts; the first of all keeps the first stem and the first end.
  const stem = from[(inRound + offset) % from.length] ?? '';
  const end = ends[(Math.floor(inRound / from.length) + inRound) % ends.length] ?? '';
  return `${stem}${ROUNDS[round] ?? ''}${end}`;
}

const ROUNDS = ['', '上', '下', '里', '外', '前'];

export function streetName(at: number): string {
  return nameOf(at, stems, STREET_ENDS, 0);
}

export function compoundName(at: number): string {
  return nameOf(at, stems, COMPOUND_ENDS, 1);
}

/** Without the word for what it is: 胜利, as in 胜利社区 and the grid 胜利02. */
export function communityName(at: number): string {
  return nameOf(at, stems, COMMUNITY_ENDS, 0);
}

export function villageName(at: number): string {
  return nameOf(at, villageStems, COMMUNITY_ENDS, 0);
}
