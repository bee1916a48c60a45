/** A practice office on disk: synthetic people only, made once and kept. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './tool-run.ts';

/** Of every account of a practice office. It guards nothing: the people in it do not exist. */
export const PRACTICE_PASSWORD = 'the lamp stays lit 24';

export const PRACTICE = {
  code: '519901-07',
  name: '胜利社区警务室（演示）',
  station: '青禾镇派出所',
  administrator: '陈所长',
} as const;

export interface PracticeWanted {
  /** 实有人口, with the place they live in; 0 for none. */
  readonly residents: number;
  readonly visitors: number;
  readonly language?: 'zh' | 'en';
}

/** @returns false when the office was already there */
export async function makePracticeOffice(
  dataDir: string,
  { residents, visitors, language = 'zh' }: PracticeWanted,
): Promise<boolean> {
  if (existsSync(join(dataDir, 'vault.json'))) return false;
  const secrets = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };
  const { code, name, station, administrator } = PRACTICE;
  const facts = [
    '--code',
    code,
    '--name',
    name,
    '--station',
    station,
    '--admin',
    administrator,
    '--login',
    'admin',
  ];
  await runTool('office', ['init', '--data', dataDir, ...facts, '--language', language], secrets);
  const people = ['--rows', String(residents), '--visitors', String(visitors)];
  await runTool('office', ['seed', '--data', dataDir, ...people, '--seed', '7'], secrets);
  return true;
}
