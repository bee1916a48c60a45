// The one table of everything a reader or writer of bundles can say: code, word, disposition, text.

/** What happens to a file: nothing is ever deleted by the reader. */
export type Disposition = 'apply' | 'duplicate' | 'hold' | 'quarantine' | 'refuse';

/** Which class of exit status a command line gives: done 0, input 3, key 4, forged (or damaged) 5, io 6. */
export type ExitClass = 'done' | 'input' | 'forged' | 'key' | 'io';

interface CodeEntry {
  readonly word: string;
  readonly disposition: Disposition;
  readonly exit: ExitClass;
  readonly zh: string;
  readonly en: string;
}

const apply = (word: string, zh: string, en: string) =>
  ({ word, disposition: 'apply', exit: 'done', zh, en }) as const;
const hold = (exit: ExitClass, word: string, zh: string, en: string) =>
  ({ word, disposition: 'hold', exit, zh, en }) as const;
const refuse = (exit: ExitClass, word: string, zh: string, en: string) =>
  ({ word, disposition: 'refuse', exit, zh, en }) as const;
const quarantine = (exit: ExitClass, word: string, zh: string, en: string) =>
  ({ word, disposition: 'quarantine', exit, zh, en }) as const;

/** docs/format/bundle-v1.md, "Checks": a code once given keeps its meaning for ever. */
export const codes = {
  E101: refuse('input', 'stick-not-found', '未找到U盘', 'No USB stick was found'),
  E102: refuse(
    'input',
    'stick-foreign',
    '这不是本系统的U盘',
    'This USB stick does not belong to this system',
  ),
  E103: refuse(
    'io',
    'read-failed',
    '读取出错，请重试或换U盘',
    'Reading failed; try again or use another stick',
  ),
  E104: refuse(
    'input',
    'file-unfinished',
    '未写完的文件，请回社区重新导出',
    'An unfinished file; export it again at the office',
  ),
  E105: refuse('input', 'file-unknown', '不认识的文件（未处理）', 'An unknown file (not processed)'),
  W106: apply(
    'name-differs',
    '文件名与内容不符（可能被改名或损坏）',
    'The file name does not match the content (renamed or damaged)',
  ),

  E201: refuse('forged', 'bundle-truncated', '文件不完整（被截断）', 'The file is incomplete (cut short)'),
  E202: refuse('forged', 'bundle-malformed', '文件格式不对', 'The file is not in the right format'),
  E203: hold(
    'input',
    'bundle-newer',
    '文件版本较新，请先升级本软件',
    'The file is of a newer version; upgrade this software first',
  ),
  E204: refuse('input', 'bundle-kind', '文件类型不对', 'The file is of another kind'),

  E301: quarantine('forged', 'signature-malformed', '签名格式不对', 'The signature is malformed'),
  E302: quarantine(
    'forged',
    'signature-purpose',
    '签名用途不对',
    'The signature was made for another purpose',
  ),
  E303: quarantine('forged', 'signer-unknown', '签名者未登记', 'The signer is not enrolled'),
  E304: quarantine(
    'forged',
    'key-retired',
    '该密钥对此序号无效（未启用或已停用）',
    'This key is not valid for this bundle number (not yet or no longer in use)',
  ),
  E305: quarantine(
    'forged',
    'bundle-forged',
    '签名无效：内容被改动',
    'The signature is invalid: the content was changed',
  ),
  E306: refuse(
    'forged',
    'bundle-damaged',
    '内容损坏，签名本身有效，请重新拷贝',
    'The content is damaged though the signature is valid; copy the file again',
  ),
  E307: hold(
    'input',
    'key-announced',
    '签名密钥正在更换，登记后自动接收',
    'Signed by a key whose renewal waits; received by itself once that is enrolled',
  ),

  E401: refuse('input', 'not-for-us', '不是发给本所的', 'Not addressed to this station'),
  E402: hold(
    'key',
    'keyset-retired',
    '使用了旧密钥，需用备用密钥打开',
    'Sealed to a retired key; open it with the escrow key',
  ),
  E403: quarantine('key', 'decrypt-failed', '解密失败', 'Decryption failed'),
  E404: quarantine('forged', 'inner-malformed', '内部结构不对', 'The inner structure is wrong'),
  E405: quarantine('forged', 'parts-differ', '缺少或多出文件', 'A part is missing, added or changed'),
  E406: quarantine('forged', 'inner-forged', '内层签名无效', 'The inner signature is invalid'),
  E407: quarantine('forged', 'signers-differ', '内外签名者不同', 'The inner and outer signers differ'),
  E408: quarantine('forged', 'manifest-invalid', '清单无效', 'The manifest is invalid'),
  E409: quarantine('forged', 'recipient-wrong', '收件人不是本所', 'The manifest names another recipient'),

  E501: quarantine('forged', 'office-key-mismatch', '单位与密钥不符', 'The office does not match its key'),
  I502: {
    word: 'already-received',
    disposition: 'duplicate',
    exit: 'done',
    zh: '已收过，无变化',
    en: 'Already received; nothing changed',
  },
  E503: hold(
    'input',
    'range-missing',
    '前面缺少记录，已暂存，等待补交',
    'Earlier records are missing; kept until they arrive',
  ),
  E504: quarantine(
    'forged',
    'chain-forked',
    '与已收内容矛盾（分叉）',
    'Contradicts what was received before (fork)',
  ),
  E505: hold(
    'input',
    'epoch-base-unknown',
    '单位数据曾恢复，基点对不上',
    'The office was restored and its base point is not known here',
  ),
  E506: quarantine(
    'forged',
    'seq-conflict',
    '同一序号出现两份不同内容',
    'Two different bundles carry the same number',
  ),
  W509: apply('empty-bundle-missing', '缺一个空包', 'An empty bundle is missing'),
  W510: apply('clock-doubtful', '时间可疑', 'The clock of the office is doubtful'),
  W511: apply('office-silent', '单位多日未交', 'The office has been silent for many days'),

  E601: quarantine('forged', 'part-malformed', '解压失败', 'A part cannot be decompressed'),
  E602: quarantine('forged', 'part-differs', '解压后内容不符', 'A part does not match after decompression'),
  E603: quarantine('forged', 'line-invalid', '记录行格式错误', 'A change line is invalid'),
  E604: quarantine(
    'forged',
    'line-numbers-broken',
    '记录序号不连续',
    'The numbers of the lines are not consecutive',
  ),
  E605: quarantine('forged', 'chain-broken', '链不一致', 'The chain does not match'),
  E606: quarantine('forged', 'counts-differ', '条数不一致', 'The counts do not match'),
  E607: hold(
    'input',
    'schema-newer',
    '单位软件较新，请升级本所软件（数据已保存）',
    'The office runs newer software; upgrade the station (the data is kept)',
  ),
  E609: hold('input', 'attachment-missing', '缺附件', 'An attachment is missing'),
  E610: quarantine('forged', 'limit-exceeded', '超出限制', 'A limit is exceeded'),
  E611: quarantine('forged', 'snapshot-differs', '全量核对不一致', 'The snapshot does not match'),
  E612: quarantine(
    'forged',
    'record-version-broken',
    '记录版本不连续',
    'The versions of a record are not consecutive',
  ),
  E620: hold('io', 'store-failed', '入库失败，未写入任何内容', 'Storing failed; nothing was written'),

  E701: refuse('input', 'receipt-replayed', '回执已过期或重复', 'The receipt is old or was read before'),
  E702: refuse(
    'input',
    'receipt-of-another-office',
    '回执不是发给本室的',
    'The receipt is for another office',
  ),
  E703: quarantine(
    'forged',
    'receipt-signer-unknown',
    '回执签名者不是本所',
    'The receipt is not signed by our station',
  ),
  E704: hold(
    'input',
    'receipt-ahead',
    '派出所已收到的多于本机现有，本机数据可能恢复过',
    'The station holds more than this office has; this office may have been restored',
  ),
  I705: apply(
    'station-restored',
    '派出所数据曾恢复，将按回执补交',
    'The station was restored; what it lacks will be sent again',
  ),
  E706: quarantine(
    'forged',
    'receipt-chain-differs',
    '回执与本机记录不一致',
    'The receipt contradicts the records of this office',
  ),
  E707: quarantine(
    'forged',
    'station-twins',
    '出现两个派出所副本，请停止并电话核实',
    'Two copies of the station answer; stop and phone them',
  ),
  E708: quarantine('forged', 'receipt-invalid', '回执内容无效', 'The receipt is invalid'),

  E711: quarantine(
    'forged',
    'rescue-signer-unknown',
    '取回文件不是由认定的派出所签发',
    'The rescue file is not signed by our station',
  ),
  E712: refuse(
    'input',
    'rescue-of-another-office',
    '取回文件不是发给本室的',
    'The rescue file is for another office',
  ),
  E713: quarantine('forged', 'rescue-invalid', '取回文件内容无效', 'The rescue file is invalid'),
  E714: hold(
    'input',
    'rescue-incomplete',
    '取回文件不全，请把同一次写出的文件都带来',
    'The rescue is not complete; bring every file that was written with it',
  ),
  E715: quarantine(
    'forged',
    'rescue-differs',
    '重建的数据与派出所的不一致',
    'What was built from the rescue is not what the station holds',
  ),
  E716: refuse(
    'input',
    'rescue-not-empty',
    '本机已有登记，只有新设的警务室能取回',
    'This office holds records; only a new one can take back what the station holds',
  ),
  E717: refuse(
    'input',
    'rescue-not-found',
    '没有找到派出所写给本机的取回文件',
    'No rescue file for this office was found',
  ),

  E801: quarantine(
    'forged',
    'keyset-signer-unknown',
    '密钥单不是由已核对的根密钥签发',
    'The keyset is not signed by the root key that was compared',
  ),
  E802: quarantine(
    'forged',
    'keyset-downgraded',
    '密钥单版本倒退或同版本内容不同',
    'The keyset goes back in version, or differs at the same version',
  ),
  E803: quarantine('forged', 'keyset-invalid', '密钥单内容无效', 'The keyset is invalid'),
  E804: quarantine('forged', 'enrol-invalid', '登记文件内容无效', 'The enrolment file is invalid'),
  E805: quarantine(
    'forged',
    'enrol-signer-differs',
    '登记文件不是由其自身密钥签名',
    'The enrolment file is not signed by its own key',
  ),
  I806: {
    word: 'keyset-held',
    disposition: 'duplicate',
    exit: 'done',
    zh: '密钥单已有，无变化',
    en: 'This keyset is already held; nothing changed',
  },
  E807: hold(
    'input',
    'renewal-waits',
    '更换密钥的登记，等待用根密钥登记',
    'A renewal of an office key; it waits to be enrolled with the root key',
  ),
  I808: {
    word: 'renewal-known',
    disposition: 'duplicate',
    exit: 'done',
    zh: '更换密钥的登记此前已办，无变化',
    en: 'This renewal was enrolled before; nothing changed',
  },
  E809: quarantine(
    'forged',
    'renewal-not-countersigned',
    '更换密钥的登记没有原密钥的有效签名',
    'The renewal bears no valid signature of the former key',
  ),

  E901: refuse('io', 'no-space', '空间不足', 'No space left'),
  E902: refuse('io', 'read-only', '无法写入（只读或无权限）', 'Cannot write (read-only or not permitted)'),
  E903: refuse('io', 'file-exists', '同名文件已存在且内容不同', 'A different file of this name exists'),
  E904: refuse('io', 'write-failed', '写入出错', 'Writing failed'),
  E905: refuse(
    'io',
    'read-back-differs',
    '回读内容与写入不符',
    'What was read back differs from what was written',
  ),
  E906: refuse(
    'input',
    'too-large-to-seal',
    '超出单个文件的上限，请分批导出',
    'Too large for one file; export a shorter range',
  ),
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
export type CodeWord = (typeof codes)[Code]['word'];

/** The text for people, Chinese first. */
export function textOf(code: Code): { readonly zh: string; readonly en: string } {
  const { zh, en } = codes[code];
  return { zh, en };
}
