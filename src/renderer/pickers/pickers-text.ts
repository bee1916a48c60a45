/** Words of choosing a person or a place that is already known. */
import type { OutState, Sex } from '#shared/ledgers/population/residents.ts';
import type { Words } from '#renderer/ui/words.ts';

type Word<Code extends string> = Readonly<Record<Code, string>>;

const sexes = { '0': '', '1': '男', '2': '女', '9': '' } as const satisfies Word<Sex>;

const outStates = {
  dead: '已去世',
  missing: '下落不明',
  moved: '已迁出',
  left: '已离开',
} as const satisfies Word<OutState>;

export const zh = {
  sexes,
  outStates,
  age: '{{age}} 岁',
  person: '姓名、首字母或证号后四位',
  address: '青禾苑3栋2单元501，或 3-2-501',
  none: '没有找到“{{typed}}”',
  noAddress: '没有找到“{{typed}}”。可以点“逐级选”，或先去房屋与地址新增。',
  tree: '逐级选',
  treeTitle: '逐级选择住址',
  treeEmpty: '这里还没有下级地址。',
  treeTop: '全部',
  takeHere: '就选{{name}}',
  change: '换一个',
  results: '找到的结果',
  asTyped: '就用“{{typed}}”',
} as const;

export const en: Words<typeof zh> = {
  sexes: { '0': '', '1': 'male', '2': 'female', '9': '' },
  outStates: { dead: 'Died', missing: 'Missing', moved: 'Moved out', left: 'Left' },
  age: '{{age}}',
  person: 'Name, initials or last four of the ID',
  address: 'Compound, building, entrance, room; or 3-2-501',
  none: 'Nothing found for "{{typed}}"',
  noAddress: 'Nothing found for "{{typed}}". Choose step by step, or add it under Addresses first.',
  tree: 'Step by step',
  treeTitle: 'Choose the address step by step',
  treeEmpty: 'There is nothing below this yet.',
  treeTop: 'All',
  takeHere: 'Take {{name}}',
  change: 'Change',
  results: 'Results',
  asTyped: 'Keep "{{typed}}"',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    pickers: typeof zh;
  }
}
