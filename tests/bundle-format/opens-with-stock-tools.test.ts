import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allowedSignersLine, sealBundle, sealEnrolment, sealKeyset, sealSnapshot } from '#bundle-format';
import {
  box,
  bundleInput,
  keyset,
  linesOf,
  must,
  office,
  officeSigner,
  op,
  rootSigner,
  stationSigner,
} from './office-and-station.ts';
import { sealedRescue, snapshotInput } from './snapshot-and-rescue.ts';
import { tempFolder } from './temp-folder.ts';
import { run, runAll } from './stock-tools.ts';

function stationDesk(): string {
  const desk = tempFolder();
  writeFileSync(join(desk, 'station.key'), `${op.identity}\n`, { mode: 0o600 });
  const signers = [
    allowedSignersLine(`office-${office}`, officeSigner.publicKey),
    allowedSignersLine('station-root', rootSigner.publicKey),
  ];
  writeFileSync(join(desk, 'allowed_signers'), `${signers.join('\n')}\n`);
  mkdirSync(join(desk, 'in'));
  return desk;
}

test('every tool the specification names is on this machine', () => {
  for (const tool of ['age', 'jq', 'ssh-keygen', 'tar', 'zstd', 'sha256sum'] as const) {
    expect(run(tool, tool === 'ssh-keygen' ? ['-?'] : ['--version']).status, tool).not.toBe(127);
  }
});

test('a bundle opens with tar, ssh-keygen, sha256sum, age, jq and zstd alone', async () => {
  const desk = stationDesk();
  const lines = linesOf(1, 500);
  const sealed = must(await sealBundle(bundleInput(desk, { lines, live: { visitors: 500 } })));
  const who = `office-${office}`;
  const out = runAll(
    `
      test "$(sha256sum ${sealed.name} | cut -c1-32).jwb" = ${sealed.name}
      tar -xf ${sealed.name}
      ssh-keygen -Y verify -f allowed_signers -I ${who} -n jwb-bundle-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
      sha256sum -c --strict SHA256SUMS
      age -d -i station.key body.age | tar -xf - -C in
      ssh-keygen -Y verify -f allowed_signers -I ${who} -n jwb-manifest-v1@jwb -s in/manifest.json.sig < in/manifest.json
      jq -r '.files[]|"\\(.sha256)  \\(.name)"' in/manifest.json | (cd in && sha256sum -c --strict -)
      zstd -q -d in/*.zst
      cat in/*.ndjson | wc -l
    `,
    desk,
  );
  expect(out).toContain('Good "jwb-bundle-v1@jwb" signature for office-519901-07');
  expect(out).toContain('Good "jwb-manifest-v1@jwb" signature for office-519901-07');
  expect(out).toContain('changes-000001.ndjson.zst: OK');
  expect(out.trimEnd().endsWith('500')).toBe(true);
  expect(readFileSync(join(desk, 'in/changes-000001.ndjson'), 'utf8')).toBe(lines.join(''));
  expect(JSON.parse(readFileSync(join(desk, 'in/manifest.json'), 'utf8'))).toEqual(sealed.manifest);
});

test('a snapshot opens with the same tools, and its state is the sum of its rows', async () => {
  const desk = stationDesk();
  const sealed = must(await sealSnapshot(snapshotInput(desk)));
  const who = `office-${office}`;
  const out = runAll(
    `
      tar -xf ${sealed.name}
      ssh-keygen -Y verify -f allowed_signers -I ${who} -n jwb-snapshot-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
      sha256sum -c --strict SHA256SUMS
      age -d -i station.key body.age | tar -xf - -C in
      ssh-keygen -Y verify -f allowed_signers -I ${who} -n jwb-manifest-v1@jwb -s in/manifest.json.sig < in/manifest.json
      jq -r '.files[]|"\\(.sha256)  \\(.name)"' in/manifest.json | (cd in && sha256sum -c --strict -)
      zstd -q -d in/*.zst
      cat in/*.ndjson | sha256sum | cut -c1-64
      jq -r .state in/manifest.json
    `,
    desk,
  );
  expect(out).toContain('Good "jwb-snapshot-v1@jwb" signature');
  expect(out).toContain('snapshot-000001.ndjson.zst: OK');
  const { state } = sealed.manifest;
  expect(out.trimEnd().endsWith(`${state}\n${state}`)).toBe(true);
});

test('a rescue opens with the same tools and the key of the office', async () => {
  const desk = stationDesk();
  const [sealed] = await sealedRescue(desk);
  if (sealed === undefined) throw new Error('nothing was sealed');
  writeFileSync(join(desk, 'office.key'), `${box.identity}\n`, { mode: 0o600 });
  writeFileSync(join(desk, 'station_signers'), `${allowedSignersLine('station', stationSigner.publicKey)}\n`);
  const out = runAll(
    `
      tar -xf ${sealed.name}
      ssh-keygen -Y verify -f station_signers -I station -n jwb-restore-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
      sha256sum -c --strict SHA256SUMS
      age -d -i office.key body.age | tar -xf - -C in
      ssh-keygen -Y verify -f station_signers -I station -n jwb-manifest-v1@jwb -s in/manifest.json.sig < in/manifest.json
      zstd -q -d in/*.zst
      cat in/*.ndjson | wc -l
    `,
    desk,
  );
  expect(out).toContain('Good "jwb-restore-v1@jwb" signature for station');
  expect(out.trimEnd().endsWith('40')).toBe(true);
});

test('the chain of a bundle can be computed with sha256sum and sh', async () => {
  const desk = stationDesk();
  const sealed = must(await sealBundle(bundleInput(desk, { lines: linesOf(1, 6) })));
  const out = runAll(
    `
      tar -xf ${sealed.name} && age -d -i station.key body.age | tar -xf - -C in && zstd -q -d in/*.zst
      hex() { sha256sum | cut -c1-64; }
      bytes() { printf "$(printf %s "$1" | sed 's/../\\\\x&/g')"; }
      h=$(printf 'jwb-chain-v1\\n%s\\n%s\\n' ${office} 1 | hex)
      while IFS= read -r line; do
        leaf=$(printf '%s\\n' "$line" | hex)
        h=$(printf '%s%s' "$h" "$leaf" | sed 's/../\\\\\\\\x&/g' | xargs env printf | hex)
      done < in/changes-000001.ndjson
      echo $h
    `,
    desk,
  );
  expect(out.trim()).toBe(sealed.manifest.chain);
});

test('keyset and enrolment open with tar and ssh-keygen alone', async () => {
  const desk = stationDesk();
  const placed = must(await sealKeyset({ folder: desk, root: rootSigner, keyset }));
  const out = runAll(
    `
      tar -xf ${placed.name}
      ssh-keygen -Y verify -f allowed_signers -I station-root -n jwb-keyset-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
      sha256sum -c --strict SHA256SUMS
      tar -xf body.tar -C in
      jq -r .name in/keyset.json
    `,
    desk,
  );
  expect(out).toContain('Good "jwb-keyset-v1@jwb" signature');
  expect(out).toContain('示例派出所');

  const enrolment = {
    format: 'jwb-enrol',
    v: 1,
    office,
    name: '示例社区警务室',
    device: '前台电脑',
    epoch: 1,
    created: '2026-11-23T08:00:00.000Z',
    sign: officeSigner.publicKey,
    box: box.recipient,
  } as const;
  const card = must(await sealEnrolment({ folder: desk, signer: officeSigner, enrolment }));
  const said = runAll(
    `
      tar -xf ${card.name}
      ssh-keygen -Y verify -f allowed_signers -I office-${office} -n jwb-enrol-v1@jwb -s SHA256SUMS.sig < SHA256SUMS
      tar -xf body.tar -C in && jq -r .box in/enrol.json
    `,
    desk,
  );
  expect(said).toContain(box.recipient);
});
