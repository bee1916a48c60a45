import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedSignersLine, fingerprintOf, generateSigner, signerFromSeed } from '#bundle-format';
import { parseSsh, signSsh, verifySsh } from '#bundle-format/sshsig.ts';
import { rawPublicKey } from '#bundle-format/ssh-key.ts';
import { officeSigner } from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';
import { run } from './stock-tools.ts';

const namespace = 'jwb-bundle-v1@jwb';
const message = Buffer.from('一二三\n');

test('ssh-keygen accepts our signature under its namespace, and under no other', () => {
  const desk = tempFolder();
  writeFileSync(join(desk, 'signers'), `${allowedSignersLine('office', officeSigner.publicKey)}\n`);
  writeFileSync(join(desk, 'sig'), signSsh(officeSigner, namespace, message));
  const verify = (name: string, input: Uint8Array) =>
    run('ssh-keygen', ['-Y', 'verify', '-f', 'signers', '-I', 'office', '-n', name, '-s', 'sig'], {
      cwd: desk,
      input,
    });
  expect(verify(namespace, message).status).toBe(0);
  expect(verify('jwb-manifest-v1@jwb', message).status).not.toBe(0);
  expect(verify(namespace, Buffer.from('一二四\n')).status).not.toBe(0);
});

test('we accept the signature of ssh-keygen, and it is byte for byte the one we would have made', () => {
  const desk = tempFolder();
  expect(
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', 'key'], { cwd: desk }).status,
  ).toBe(0);
  writeFileSync(join(desk, 'text'), message);
  expect(run('ssh-keygen', ['-Y', 'sign', '-f', 'key', '-n', namespace, 'text'], { cwd: desk }).status).toBe(
    0,
  );
  const publicKey = readFileSync(join(desk, 'key.pub'), 'utf8').trim();
  const theirs = readFileSync(join(desk, 'text.sig'));
  const signature = parseSsh(theirs);
  expect(signature?.publicKey).toBe(publicKey);
  expect(signature?.namespace).toBe(namespace);
  expect(signature !== null && verifySsh(signature, message)).toBe(true);
  const listed = run('ssh-keygen', ['-l', '-f', 'key.pub'], { cwd: desk }).stdout.toString();
  expect(listed).toContain(fingerprintOf(publicKey));

  // The private file ends with seed, public key, an empty comment and padding: RFC 8032 makes signatures repeatable.
  const file = readFileSync(join(desk, 'key'), 'utf8').replace(/-----[^-]+-----|\n/g, '');
  const raw = rawPublicKey(publicKey);
  const bytes = Buffer.from(file, 'base64');
  const seedAt = bytes.lastIndexOf(raw ?? Buffer.alloc(0)) - 32;
  const signer = signerFromSeed(bytes.subarray(seedAt, seedAt + 32));
  expect(signer.publicKey).toBe(publicKey);
  expect(signSsh(signer, namespace, message)).toBe(theirs.toString());
});

test('no byte of an armored signature can be changed without being noticed', () => {
  const armored = Buffer.from(signSsh(officeSigner, namespace, message));
  for (let at = 0; at < armored.length; at += 1) {
    const changed = Buffer.from(armored);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    const signature = parseSsh(changed);
    const accepted =
      signature !== null &&
      signature.namespace === namespace &&
      signature.publicKey === officeSigner.publicKey &&
      verifySsh(signature, message);
    expect(accepted, `byte ${at}`).toBe(false);
  }
});

test('one signature has one spelling', () => {
  const armored = signSsh(officeSigner, namespace, message);
  const respelled = [
    armored.trimEnd(),
    `${armored}\n`,
    armored.replaceAll('\n', '\r\n'),
    armored.replace('\nU1', '\n U1'),
    armored.replace(/\n(.{70})\n(.)/, '\n$1$2\n'),
    armored.replace('SIGNATURE-----\n', 'SIGNATURE-----\n\n'),
  ];
  for (const text of respelled) {
    expect(text).not.toBe(armored);
    expect(parseSsh(Buffer.from(text))).toBeNull();
  }
});

test('any message signed under any name reads back with its key and its name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.stringMatching(/^[a-z@-]{1,40}$/), (bytes, name) => {
      const signer = generateSigner();
      const signature = parseSsh(Buffer.from(signSsh(signer, name, bytes)));
      expect(signature?.namespace).toBe(name);
      expect(signature?.publicKey).toBe(signer.publicKey);
      expect(signature !== null && verifySsh(signature, bytes)).toBe(true);
    }),
    { numRuns: 50 },
  );
});
