/** Synthetic names and phones. No number here can ring: see docs/guides/synthetic-data.md. */
import type { Random } from './random.ts';

/** Surnames with their weights in the province, per cent; the rest shares what is left. */
const SURNAMES = [
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
  ['单', 0.3],
  ['仇', 0.2],
  ['欧阳', 0.15],
  ['诸葛', 0.05],
] as const;

const GIVEN = [
  '秀英',
  '桂兰',
  '玉珍',
  '素华',
  '明德',
  '国光',
  '建国',
  '建军',
  '国强',
  '志明',
  '德华',
  '丽华',
  '淑芬',
  '玉琼',
  '伟',
  '勇',
  '强',
  '军',
  '涛',
  '芳',
  '静',
  '敏',
  '燕',
  '丽',
  '娟',
  '超',
  '鹏',
  '雨欣',
  '婷',
  '佳',
  '宇',
  '杰',
  '俊杰',
  '思雨',
  '子涵',
  '宇轩',
  '浩然',
  '一诺',
  '欣怡',
  '沐宸',
] as const;

/** Names that break careless software: a long name with its dots, rare characters of other planes, one character alone. */
const HARD_NAMES = ['阿卜杜热合曼·买买提江·吐尔逊', '𬭎㛃', '龙𬜯', '王', '买买提·艾力', '司马相如'] as const;

export function syntheticName(random: Random): string {
  if (random.chance(0.02)) return random.pick(HARD_NAMES);
  return random.weighted(SURNAMES) + random.pick(GIVEN);
}

/** 154 0… passes the usual form of a mobile number and is not handed out. */
export function syntheticPhone(random: Random): string {
  return `1540${String(random.below(10_000_000)).padStart(7, '0')}`;
}
