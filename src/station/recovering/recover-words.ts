// What is refused of a recovery, in words. One entry a word.
export const recoverWords = {
  'keys-at-hand': {
    exit: 'input',
    zh: '本机的密钥打得开，不需要找回；要更换密钥请用 rotate',
    en: 'The keys here open; there is nothing to recover. To change keys: rotate',
  },
} as const;
