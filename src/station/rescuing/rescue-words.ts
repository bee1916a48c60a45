// What `rescue` refuses, in words.
import type { Exit } from '#terminal/exits.ts';

export const rescueWords = {
  'nothing-held': {
    exit: 'input',
    zh: '本所没有收到过这个单位的任何内容',
    en: 'Nothing was ever received of this office',
  },
  'not-enrolled-anew': {
    exit: 'input',
    zh: '请先当面登记新电脑：enrol … --anew',
    en: 'Enrol the new computer in person first: enrol … --anew',
  },
  'receipt-not-written': {
    exit: 'io',
    zh: '回执没有写成，没有写出任何内容',
    en: 'A receipt could not be written, and nothing was given back',
  },
} as const satisfies Record<string, { readonly exit: Exit; readonly zh: string; readonly en: string }>;
