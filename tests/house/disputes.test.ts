import { expect, test } from 'vitest';
import { zh as deedWords } from '#renderer/ledgers/disputes/deeds/deeds-text.ts';
import { zh as words } from '#renderer/ledgers/disputes/disputes-text.ts';
import { DEED_NAMES, DEED_RULES, type DeedName, type DeedRule } from '#shared/ledgers/disputes/deeds.ts';
import { FORK_REASONS, forkOf } from '#shared/ledgers/disputes/questions.ts';
import { isViolence, STAGE_RULES, STAGES, type Stage } from '#shared/ledgers/disputes/stages.ts';
import { EVERY_ANSWER, everyWay, newMatters } from '#tests/support/dispute-ways.ts';
import { withBlocks } from './page-blocks.ts';

const PAGE = '../../docs/disputes.md';

/** A changed row is a change of who may do what to a matter, or until when: think of the law first, then write with `-u`. */
test('the tables and the drawing of the handbook are what the rules of disputes say', async () => {
  const blocks = { fork: forkTable(), stages: stageTable(), deeds: deedTable(), ways: drawing() };
  await expect(withBlocks(PAGE, blocks)).toMatchFileSnapshot(PAGE);
});

function forkTable(): string[] {
  const rows = FORK_REASONS.map((reason) => {
    const fork = EVERY_ANSWER.map(forkOf).find((one) => one.reason === reason);
    if (fork === undefined) throw new Error(`no answer leads to ${reason}`);
    const routes = fork.routes.map((route) => `${words.routes[route]} \`${route}\``).join(' · ');
    return `| \`${reason}\` | ${routes} | ${fork.atOnce ? '●' : ''} |`;
  });
  return ['| what was answered | ways that are open | at once |', '|---|---|:-:|', ...rows];
}

function stageTable(): string[] {
  const rows = STAGES.map((stage) => {
    const { ownedBy, next, step, dueDays } = STAGE_RULES[stage];
    const owner = ownedBy === null ? '' : ownedBy === 'officer' ? '民警' : '辅警或民警';
    const due = ownedBy === null ? '' : dueDays === null ? 'the day that the deed names' : dayWord(dueDays);
    const then = next === null ? '' : `${words.steps[next]} \`${next}\``;
    return `| ${words.stages[stage]} \`${stage}\` | ${owner} | ${then} | ${due} | \`${step}\` |`;
  });
  return ['| stage | owner | next step | due | loop step |', '|---|---|---|---|---|', ...rows];
}

function dayWord(days: number): string {
  return days === 0 ? 'the same day' : days === 1 ? 'the next day' : `in ${days} days`;
}

function deedTable(): string[] {
  const rows = DEED_NAMES.map((name) => {
    const { from, to, roles }: DeedRule = DEED_RULES[name];
    const who = roles.length > 1 ? '辅警、民警' : '民警';
    return `| ${deedWords.deeds[name].button} \`${name}\` | ${codes(from)} | ${codes(to)} | ${who} |`;
  });
  return ['| deed | from | to | who |', '|---|---|---|---|', ...rows];
}

function codes(stages: readonly Stage[]): string {
  return stages.map((stage) => `\`${stage}\``).join(' ');
}

/** Every arrow is a step that can really be made; only that violence may be said anywhere is drawn once. */
function drawing(): string[] {
  const arrows = new Map<string, Set<DeedName>>();
  for (const { from, deed, to } of everyWay({ from: newMatters() }).steps) {
    if (deed.name === 'reportViolence') continue;
    const arrow = `${nodeOf(from.stage)} --> ${nodeOf(to.stage)}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set<DeedName>()).add(deed.name));
  }
  const order = (names: ReadonlySet<DeedName>) => DEED_NAMES.filter((name) => names.has(name)).join(', ');
  const drawn = [...arrows].map(([arrow, names]) => `  ${arrow}: ${order(names)}`).sort();
  const ends = STAGES.filter((stage) => STAGE_RULES[stage].ownedBy === null);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...STAGES.map((stage) => `  state "${words.stages[stage]} ${stage}" as ${nodeOf(stage)}`),
    '  state "归档前任何阶段 any stage before the archive" as any_stage',
    `  [*] --> ${nodeOf('received')}`,
    `  [*] --> ${nodeOf('violence')}: violence at intake`,
    ...drawn,
    `  any_stage --> ${nodeOf('violence')}: reportViolence`,
    ...ends.map((stage) => `  ${nodeOf(stage)} --> [*]`),
    '```',
  ];
}

function nodeOf(stage: Stage): string {
  return stage.replaceAll('-', '_');
}

test('violence may be reported at every stage that the drawing leaves out', () => {
  const open = STAGES.filter((stage) => STAGE_RULES[stage].ownedBy !== null && !isViolence(stage));
  expect([...DEED_RULES.reportViolence.from]).toEqual(open);
});
