// enrol --renew: new keys of an office that the key in use has agreed to. Nobody meets and no digits are compared.
import { openEnrolment } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { readRoot } from '#station/keys/key-ring.ts';
import { addKeyset } from '#station/keys/keysets.ts';
import { keyOf, withRenewal } from '#station/keys/office-intervals.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { officeName } from './office-name.ts';

export async function renew(request: Request, io: StationIo): Promise<Report> {
  const [file = ''] = request.words;
  const opened = await openEnrolment(file);
  if (!opened.ok) refuseAs(opened);
  const { enrolment, renews, digits } = opened;
  if (renews === null) return refuse('not-a-renewal');
  const { office, sign } = enrolment;
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase, store } = station;
    const { current } = keysets;
    const known = current.offices.find((key) => key.sign === sign);
    if (known !== undefined && (known.office !== office || known.to !== null))
      refuse('enrolment-conflict', office);
    const isNew = known === undefined;
    const open = keyOf(current, office);
    // A closed key, as that of a stolen computer is, vouches for nobody.
    if (isNew && open?.sign !== renews.former) refuse('renewal-revoked', office);
    const name = officeName(request) ?? open?.name ?? enrolment.name;
    if (isNew && open !== null) {
      const root = await readRoot(request.option('root') ?? home.rootKey, keys, passphrase);
      const change = { open, from: renews.from, lastApplied: await store.lastApplied(office) };
      const next = withRenewal(current, { ...enrolment, name }, change, io.clock.now());
      await store.setKeysetVersion((await addKeyset(home, root, next)).current.version);
    }
    const version = isNew ? current.version + 1 : current.version;
    const { from } = renews;
    return {
      exit: 'done',
      body: { office, officeName: name, isNew, keyset: version, from, officeDigits: digits },
      text: isNew
        ? `已更换：${name}（${office}），自第 ${from.epoch}/${from.seq} 包起用新密钥 · renewed, from bundle ${from.epoch}/${from.seq} on\n` +
          `密钥单第 ${version} 版随下一份回执带回；暂存的包下次接收时自动处理\n` +
          `the next receipt carries keyset ${version}; what was held comes in with the next receive\n`
        : `此前已更换，无变化 · renewed before; nothing changed: ${name}（${office}）\n`,
    };
  });
}
