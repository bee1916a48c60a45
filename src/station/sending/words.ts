// What the tool refuses of what somebody wants to send to an office, in words.
export const sendingWords = {
  'label-in-words': {
    exit: 'input',
    zh: '文字中有把人归类的词，不得下发',
    en: 'The words make somebody a kind of person; this is not sent',
  },
  'matter-in-words': {
    exit: 'input',
    zh: '派单、通知、更正不得写依法登记的事项：窗口人员都能看到',
    en: 'Orders, texts and corrections name no matter of law: everybody at the desk reads them',
  },
  'number-in-words': {
    exit: 'input',
    zh: '文字中有身份证号，不得下发',
    en: 'The words hold an identity number; this is not sent',
  },
  'too-many-open': {
    exit: 'input',
    zh: '该单位未收到的已到上限，请等其带回',
    en: 'As many as one receipt carries wait for this office already',
  },
  'unknown-order': { exit: 'input', zh: '没有这个编号的派单', en: 'There is no order of this number' },
  'order-closed': {
    exit: 'input',
    zh: '派单已办结或已撤回',
    en: 'The order is done, or was taken back before',
  },
  'day-past': { exit: 'input', zh: '日期已过', en: 'The day is over' },
  'not-correctable': {
    exit: 'input',
    zh: '这类记录不由派出所建议更正：只有人口、房屋、单位可以',
    en: 'Records of this kind are not corrected from here: residents, dwellings and units alone are',
  },
  'field-unfit': {
    exit: 'input',
    zh: '登记表中没有这一项，或不能这样填',
    en: 'The form has no such field, or it does not take this value',
  },
  'says-so-already': {
    exit: 'input',
    zh: '记录已经是这样',
    en: 'The record says so already',
  },
} as const;
