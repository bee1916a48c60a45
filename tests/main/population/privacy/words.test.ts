/** Words that must not be there: typed values in what goes wrong, and fields for what rights forbid to know. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { officeEvent } from '#shared/contract/desk.ts';
import { IMPORT_FIELDS } from '#shared/contract/population/imports.ts';
import { EXPORT_COLUMNS } from '#shared/contract/population/residents.ts';
import { failureSchema } from '#shared/kernel/failure.ts';
import { runOffice } from '#main/cli/run.ts';
import { contractCalls } from '#tests/support/contract.ts';
import { loginOf, PASSWORD } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { ask, openPrivacyOffice } from './office.ts';

const NUMBER = numberOf('19880808', '888');
/** What somebody might have typed where it does not belong. */
const TYPED = [
  '泄露之名',
  NUMBER,
  '15499776655',
  `{"name":"泄露之名"}`,
  `泄露之名'; DROP TABLE residents; --`,
  '\u0000泄露之名',
];
const MARKS = ['泄露之名', NUMBER, '15499776655'];

/** The same input with one of its texts replaced, each in turn. */
function spoilt(value: unknown, by: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one, at) => spoilt(one, by).map((bad) => (value as unknown[]).with(at, bad)));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) =>
      spoilt(one, by).map((bad) => ({ ...value, [name]: bad })),
    );
  return [by];
}

describe('what goes wrong', () => {
  test('is told without the value that was typed, and kept in the log without it', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('officer');
    const samples = sampleInputs();
    // They count failures, end the session, or are asked for what was typed: no text of theirs is a person's.
    const calls = contractCalls().filter(
      ({ meta, name }) => meta.roles !== 'anyone' && !name.startsWith('session.'),
    );
    const told: string[] = [];
    for (const { name } of calls)
      for (const typed of [...TYPED, { [TYPED[0] ?? '']: NUMBER }, 5.5])
        for (const input of spoilt(samples[name], typed)) {
          const { failure } = await ask(counter, name, input);
          const said = failure === null ? '' : JSON.stringify(failure);
          if (MARKS.some((mark) => said.includes(mark)) || said.includes('unexpected'))
            told.push(`${name} ${said}`);
        }
    expect(told).toEqual([]);
    const log = join(office.desk.dataDir, 'lamplight.log');
    // The defects of the counter that the samples tell are all there is.
    const kept = existsSync(log) ? readFileSync(log, 'utf8') : '';
    expect(MARKS.filter((mark) => kept.includes(mark))).toEqual([]);
  });

  test('on the command line too: neither a person’s data nor the text of an unforeseen error', async () => {
    const office = await openPrivacyOffice();
    const { dataDir } = office.desk;
    await office.desk.office().close();
    const sheet = join(tempFolder(), 'sheet.csv');
    writeFileSync(sheet, `姓名,身份证号\n泄露之名,${NUMBER}\n`);
    const damaged = join(tempFolder(), 'sheet.xlsx');
    writeFileSync(damaged, `PK\u0003\u0004泄露之名${NUMBER.repeat(40)}`);
    const signed = ['--data', dataDir, '--login', loginOf('officer')];
    const tries: readonly (readonly string[])[] = [
      ['import', ...signed, '--file', sheet],
      ['import', ...signed, '--file', sheet, '--base', NUMBER],
      ['import', ...signed, '--file', sheet, '--sheet', '泄露之名'],
      ['import', ...signed, '--file', damaged],
      ['import', ...signed, '--file', sheet, '泄露之名'],
      ['import', '--data', dataDir, '--login', '泄露之名', '--file', sheet],
      ['seed', ...signed, '--rows', '泄露之名'],
      ['泄露之名'],
    ];
    for (const argv of tries)
      for (const json of [[], ['--json']]) {
        let said = '';
        const exit = await runOffice([...argv, ...json], {
          out: (text) => (said += text),
          err: (text) => (said += text),
          env: { LAMPLIGHT_PASSWORD: PASSWORD },
          clock: office.desk.clock,
          askSecret: () => Promise.resolve(null),
        });
        const quoted = MARKS.filter((mark) => said.includes(mark));
        expect({ argv, quoted, failed: exit !== 0 }).toEqual({ argv, quoted: [], failed: true });
      }
  });

  test('unforeseen, is told by its kind and place: its message may quote what it was given', async () => {
    const office = await openPrivacyOffice();
    const { dataDir } = office.desk;
    await office.desk.office().close();
    let said = '';
    const exit = await runOffice(['stats', '--data', dataDir], {
      out: (text) => (said += text),
      err: (text) => (said += text),
      env: {},
      clock: office.desk.clock,
      askSecret: () => Promise.reject(new TypeError(`泄露之名 ${NUMBER}`)),
    });
    expect(exit).not.toBe(0);
    expect(said).toContain('TypeError');
    expect(said).toContain('run.ts');
    expect(MARKS.filter((mark) => said.includes(mark))).toEqual([]);
  });
});

/**
 * Ethnicity, belief, opinion, petitions, health, offences, scores, labels, likenesses, whereabouts, means: what no ledger,
 * call, sheet or export may have a field for.
 */
const DENIED = new RegExp(
  `^(?:${[
    'ethnic\\w*|nation(?:ality)?|race|racial|minority|religio\\w*|faith|belief\\w*|church',
    'politic\\w*|party|opinion|petition\\w*|complain\\w*|litigant\\w*|journalist|activist',
    'health\\w*|medic\\w*|disease\\w*|illness|diagnos\\w*|disab\\w*|mental|hiv|blood|pregnan\\w*|fertility|drug\\w*|addict\\w*',
    'crim\\w*|convict\\w*|punish\\w*|penalt\\w*|offen[cs]e\\w*|offender\\w*|arrest\\w*|prison\\w*|suspect\\w*|informant|gang|wanted',
    'scor\\w*|risk\\w*|grad(?:e|ing)|rank\\w*|rating|danger\\w*|threat|level|tags?|labels?|watch(?:list)?|blacklist\\w*|focus|remarks?|profile',
    'photo\\w*|portrait|pictures?|images?|faces?|facial|biometric\\w*|finger\\w*|iris|voice\\w*|dna',
    'gps|lat(?:itude)?|lng|lon(?:gitude)?|track\\w*|trajector\\w*|vehicle\\w*|licen[cs]e|imei|mac|wechat',
    'income|wealth|debt\\w*|bank\\w*|salary|occupation|employ\\w*|employer|education|marital|marriage',
  ].join('|')})$`,
  'u',
);

/**
 * Said of a quarrel and of nobody in it: who handles it (化解层级), whether somebody needs help now, and the two sides of it,
 * who are no political party.
 */
const OF_A_DISPUTE: ReadonlySet<string> = new Set([
  'disputes.level',
  'disputes.danger',
  'dispute_levels.level',
  'level',
  'danger',
  'party',
  'partyRows',
  'byLevel',
]);

/** Words of a name: `registerAddress`, `register_address`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/gu, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/u);
}

function denied(names: Iterable<string>): string[] {
  return [...names].filter((name) => wordsOf(name).some((word) => DENIED.test(word)));
}

/** Names of the properties anywhere in a JSON schema. */
function propertiesOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    const own =
      name === 'properties' && typeof value === 'object' && value !== null
        ? Object.keys(value as object)
        : [];
    return [...own, ...propertiesOf(value)];
  });
}

function fieldsOf(schema: unknown, io: 'input' | 'output'): string[] {
  return schema instanceof z.ZodMiniType
    ? propertiesOf(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
    : [];
}

describe('no field for what rights forbid', () => {
  test('the words that are looked for would be found', () => {
    const wrong = [
      'ethnicity',
      'is_party_member',
      'healthState',
      'risk_level',
      'personTags',
      'photo',
      'gps_lat',
    ];
    expect(denied(wrong)).toEqual(wrong);
    expect(denied(['stage', 'registerAddress', 'partyName'])).toEqual(['partyName']);
  });

  test('stands in a table', async () => {
    const office = await openPrivacyOffice();
    await office.signIn('officer');
    const columns = office
      .opened()
      .store.raw.prepare(
        `SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`,
      )
      .pluck()
      .all() as string[];
    expect(columns.length).toBeGreaterThan(200);
    // The short code of the station on a receipt.
    expect(denied(columns).filter((name) => !OF_A_DISPUTE.has(name))).toEqual(['receipts.station_tag']);
  });

  test('stands in a call, a failure, an event, a sheet that is read or one that is written', () => {
    const fields = contractCalls().flatMap(({ input, output }) => [
      ...fieldsOf(input, 'input'),
      ...fieldsOf(output, 'output'),
    ]);
    expect(new Set(fields).size).toBeGreaterThan(250);
    expect(fields).toEqual(expect.arrayContaining(['idMasked', 'guardianId', 'phonesMasked', 'smallPlace']));
    const others = [...fieldsOf(failureSchema, 'output'), ...fieldsOf(officeEvent, 'output')];
    // What a folder is called that was chosen for a backup or a bundle.
    const found = new Set(denied([...fields, ...others]));
    expect([...found].filter((name) => !OF_A_DISPUTE.has(name))).toEqual(['label']);
    expect(denied([...IMPORT_FIELDS, ...EXPORT_COLUMNS])).toEqual([]);
  });
});
