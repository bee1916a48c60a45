// The closed list by name, as a reviewer reads it. What each category is: src/shared/ledgers/statutory/categories.ts.
import type { CategoryCode } from '#shared/ledgers/statutory/categories.ts';

export const categoryNames: Readonly<Record<CategoryCode, string>> = {
  SM01: '取保候审',
  SM02: '监视居住',
  SM03: '剥夺政治权利',
  SM04: '社区矫正协助请求',
  SM05: '社区戒毒',
  SM06: '社区康复',
  SM07: '家庭暴力告诫后查访',
  SM08: '人身安全保护令协助执行',
};
