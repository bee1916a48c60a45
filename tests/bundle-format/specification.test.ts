import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, limits, parseChange } from '#bundle-format';
import { decisionsPart } from '#bundle-format/receipts/decisions.ts';
import { ordersPart } from '#bundle-format/receipts/orders.ts';
import { textsPart } from '#bundle-format/receipts/texts.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/format/bundle-v1.md'), 'utf8');

test('the table of codes in the specification is the table the program uses', () => {
  const rows = [
    ...text.matchAll(/^\| ([EWI][0-9]{3}) +\| `([a-z-]+)` +\| (\w+) +\| (\w+) +\| (.+?) +\| (.+?) +\|$/gm),
  ].map(
    ([, code = '', word, disposition, exit, zh, en]) => [code, { word, disposition, exit, zh, en }] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(codes);
});

test('every code stands in the order of checks or beside it', () => {
  const checks =
    text.slice(text.indexOf('## 13.'), text.indexOf('### Codes')) + text.slice(text.indexOf('## 12.'));
  const prose = checks.replace(/^\| [EWI][0-9]{3} +\| `.*$/gm, '');
  const ofDisks = new Set(['E901', 'E902', 'E904', 'E905']);
  for (const code of Object.keys(codes)) expect(ofDisks.has(code) || prose.includes(code), code).toBe(true);
});

test('the change lines printed in the specification are such', () => {
  const printed = (beginning: string) => text.split('\n').find((line) => line.startsWith(beginning));
  expect(parseChange(`${printed('{"n":10412,"t"')}\n`).n).toBe(10412);
  expect(parseChange(`${printed('{"n":12031,"t"')}\n`)).toMatchObject({ op: 'F', b: 5, v: 5 });
});

test('the decisions printed in the specification are such, but for the leaf that stands for any', () => {
  const printed = text.split('\n').find((line) => line.startsWith('{"format":"jwb-decisions"')) ?? '';
  const bytes = Buffer.from(`${printed.replace('<64 hex>', 'ab'.repeat(32))}\n`);
  expect(decisionsPart.parse(bytes)).toHaveLength(1);
});

test('the orders and texts printed in the specification are such', () => {
  const printed = (beginning: string) =>
    Buffer.from(`${text.split('\n').find((line) => line.startsWith(beginning)) ?? ''}\n`);
  expect(ordersPart.parse(printed('{"format":"jwb-dispatch"'))).toHaveLength(1);
  expect(textsPart.parse(printed('{"format":"jwb-texts"'))).toHaveLength(1);
});

test('the limits in the specification are those of the program', () => {
  expect(text).toContain(`(${limits.file.toLocaleString('en')} bytes)`);
  expect(text).toContain(`(${limits.partRaw.toLocaleString('en')} bytes)`);
  expect(text).toContain(`at most ${limits.line.toLocaleString('en')} bytes with its LF`);
  expect(text).toContain(`At most ${limits.members} members`);
  expect(text).toContain(`at most ${limits.statement} bytes`);
  expect(text).toContain(limits.decisions.toLocaleString('en'));
  expect(text).toContain(`At least one, at most ${limits.orders}, in the order of \`id\``);
  expect(text).toContain(limits.textsPart.toLocaleString('en'));
  expect(text).toContain(`At least one, at most ${limits.texts}, in the order of \`code\``);
});
