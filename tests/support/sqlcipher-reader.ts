/**
 * Reads a SQLCipher 4 file with nothing but a hash and a block cipher: proof that the data does not depend on the library
 * that wrote it. Format: zetetic.net/sqlcipher/design, raw key, 4096-byte pages, 80 reserved bytes (IV and HMAC-SHA512).
 */
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

const PAGE = 4096;
const IV = 16;
const HMAC = 64;
const SALT = 16;
const CONTENT = PAGE - IV - HMAC;

/** The plain SQLite file. Throws where a page's HMAC does not hold. The write-ahead log must be settled before. */
export function decryptSqlcipher(file: Buffer, key: Buffer): Buffer {
  const salt = file.subarray(0, SALT);
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a));
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512');
  const pages: Buffer[] = [];
  for (let n = 1; n * PAGE <= file.length; n += 1) {
    const page = file.subarray((n - 1) * PAGE, n * PAGE);
    const from = n === 1 ? SALT : 0;
    const iv = page.subarray(CONTENT, CONTENT + IV);
    const number = Buffer.alloc(4);
    number.writeUInt32LE(n);
    const mac = createHmac('sha512', macKey)
      .update(page.subarray(from, CONTENT + IV))
      .update(number)
      .digest();
    if (!timingSafeEqual(mac, page.subarray(CONTENT + IV)))
      throw new Error(`page ${n}: wrong key or changed`);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(page.subarray(from, CONTENT)), decipher.final()]);
    const head = n === 1 ? Buffer.from('SQLite format 3\0') : Buffer.alloc(0);
    pages.push(Buffer.concat([head, plain, Buffer.alloc(IV + HMAC)]));
  }
  return Buffer.concat(pages);
}
