/** Surnames with their weights in the province, per cent of the people. */
import { byWeight, type Weighted } from '#main/seed/random.ts';

/** From published counts of the province. */
const FREQUENT: readonly Weighted<string>[] = [
  ['李', 8.1],
  ['王', 6.6],
  ['张', 6.2],
  ['刘', 5.6],
  ['陈', 5.2],
  ['杨', 4.6],
  ['罗', 3.1],
  ['周', 2.7],
  ['何', 2.7],
  ['黄', 2.5],
  ['唐', 2.0],
  ['邓', 1.9],
  ['曾', 1.7],
  ['吴', 1.7],
  ['赵', 1.6],
  ['徐', 1.6],
  ['胡', 1.5],
  ['谢', 1.5],
  ['蒋', 1.3],
  ['冯', 1.3],
  ['郑', 1.2],
  ['彭', 1.1],
  ['高', 1.1],
  ['宋', 1.0],
  ['廖', 1.0],
  ['马', 1.0],
  ['袁', 0.9],
  ['钟', 0.9],
  ['龙', 0.8],
  ['文', 0.8],
];

/** The next hundred or so, by falling frequency; among them those that are read otherwise as a surname (单, 仇, 查, 解). */
const OTHERS =
  '孙朱林郭萧田董潘蔡余于杜叶程魏苏吕丁任卢姚沈姜傅崔谭陆范汪石付贾夏韦方邹熊白秦江顾侯邵孟万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶翁' +
  '颜倪严牛温芦季俞章鲁葛伍毛邱毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜路詹凌费瞿苗裴童阳柯简单仇查解曲区朴盖员冼';

const COMPOUND = ['欧阳', '司马', '诸葛', '上官', '慕容', '令狐', '夏侯', '皇甫', '尉迟', '司徒'] as const;

/** Both parents' names as one surname: a name of four characters. */
const DOUBLE = ['张李', '王杨', '刘陈', '罗周', '何唐', '陈林'] as const;

const COMPOUND_WEIGHT = 0.15;
const DOUBLE_WEIGHT = 0.1;

export const SURNAMES: readonly Weighted<string>[] = weighted();

export const drawSurname = byWeight(SURNAMES);

function weighted(): Weighted<string>[] {
  const others = [...OTHERS];
  const known = FREQUENT.reduce((sum, [, weight]) => sum + weight, 0) + COMPOUND_WEIGHT + DOUBLE_WEIGHT;
  // Frequencies of names fall about as their rank rises (Zipf): the rest of the people shared out so.
  const falling = others.map((_, at) => 1 / (at + 10));
  const scale = (100 - known) / falling.reduce((sum, one) => sum + one, 0);
  return [
    ...FREQUENT,
    ...others.map((name, at): Weighted<string> => [name, scale * (falling[at] ?? 0)]),
    ...COMPOUND.map((name): Weighted<string> => [name, COMPOUND_WEIGHT / COMPOUND.length]),
    ...DOUBLE.map((name): Weighted<string> => [name, DOUBLE_WEIGHT / DOUBLE.length]),
  ];
}
