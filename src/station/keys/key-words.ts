// What is refused about keys, in words: rotation, renewal, revocation, shares on paper. One entry a word.
export const keyWords = {
  'rotation-underway': {
    exit: 'input',
    zh: '上一次更换还没有结束：各单位都用上新密钥单后先执行 retire',
    en: 'The rotation before is not over; retire the former key first, once every office uses the new keyset',
  },
  'not-echoed': {
    exit: 'input',
    zh: '还有单位没有用上新密钥单，旧密钥不能销毁',
    en: 'Some offices do not use the new keyset yet; the former key cannot be destroyed',
  },
  'bundle-waits': {
    exit: 'input',
    zh: '还有发给旧密钥的文件暂存在本机，旧密钥不能销毁',
    en: 'Files sealed to the former key are still held here; it cannot be destroyed',
  },
  'nothing-to-retire': {
    exit: 'input',
    zh: '没有可销毁的旧密钥',
    en: 'There is no former key to destroy',
  },
  'not-a-renewal': {
    exit: 'input',
    zh: '这是当面登记的文件，须核对数字：不带 --renew',
    en: 'This enrolment bears no word of a former key; compare its digits: enrol without --renew',
  },
  'renewal-revoked': {
    exit: 'forged',
    zh: '原密钥不在用或已停用，不能凭它更换：停止，并电话核实',
    en: 'The former key is not in use or was closed and vouches for nobody: stop, and telephone',
  },
  'already-revoked': {
    exit: 'input',
    zh: '该单位没有在用的密钥',
    en: 'This office has no key in use',
  },
  'needs-no-admission': {
    exit: 'input',
    zh: '此包的密钥有效，照常 receive',
    en: 'The key of this bundle is valid; receive it as usual',
  },
  'share-unreadable': {
    exit: 'input',
    zh: '看不出是密钥分片：要 5 行，每行 5 组数字',
    en: 'This is no share of a key: 5 rows of 5 groups of digits',
  },
  'share-mistyped': {
    exit: 'input',
    zh: '这一行与纸面不符，请重新输入',
    en: 'This row is not as printed; type it again',
  },
  'shares-differ': {
    exit: 'input',
    zh: '两份分片不属于同一密钥的同一次分割',
    en: 'The two shares are not of one key and one split',
  },
  'shares-same': {
    exit: 'input',
    zh: '两次给的是同一份，要两份不同的',
    en: 'This is the same share twice; two different ones are needed',
  },
  'shares-missing': {
    exit: 'input',
    zh: '要两份分片：给出两个文件，或在终端中逐行输入',
    en: 'Two shares are needed: name two files, or type them at a terminal',
  },
} as const;
