// admit: one bundle that a key closed since had sealed in time. Two people answer for it, by name and for a reason.
import { basename } from 'node:path';
import { verifyBundle } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { reasonOf, twoPeopleOf } from '#station/deciding/answers.ts';
import type { StationIo } from '#station/io.ts';
import { readerOf } from '#station/keys/keysets.ts';
import { cellsOf, exitOf, headings, rowOf, worstOf } from '#station/receiving/outcome.ts';
import { receiveFiles } from '#station/receiving/receive.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { withEscrow, withStation } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { codeOf } from '#station/verbs/verify.ts';

export async function admit(request: Request, io: StationIo): Promise<Report> {
  const [file = ''] = request.words;
  const { reviewer, second } = twoPeopleOf(request);
  const reason = reasonOf(request);
  return withStation(io, request.need('home'), async (opened) => {
    const station = await withEscrow(opened, request);
    const at = io.clock.now();
    let needsIt = false;
    // Everything else about it has to be right before anybody may answer for it.
    const found = await verifyBundle(file, readerOf(station.keys, station.keysets, station), {
      isAdmitted: () => (needsIt = true),
    });
    if (!found.ok) return refuseAs(found);
    if (!needsIt) refuse('needs-no-admission', basename(file));
    const { manifestSha256, manifest } = found;
    const { office, sealed_epoch: sealedEpoch, seq } = manifest;
    const look = { verb: 'admit', office, ledger: 'bundles', record: `${sealedEpoch}/${seq}` };
    await station.store.noteLooks([{ ...look, account: io.account, reviewer, reason }], at);
    const answer = { reviewer, second, reason, account: io.account };
    await station.store.addAdmission({ manifestSha256, office, sealedEpoch, seq, ...answer }, at);
    const name = basename(file);
    const { rows } = await receiveFiles(station, [{ path: file, shown: name, name, code: null }], at);
    const worst = worstOf(rows);
    return {
      exit: worst === null ? 'done' : exitOf(worst),
      body: { ...codeOf(worst), office, reviewer, second, reason, files: rows.map(rowOf) },
      text: tableText([headings, ...rows.map(cellsOf)]),
    };
  });
}
