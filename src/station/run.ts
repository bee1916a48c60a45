// One run of the tool: words in, one verb, one outcome out. Tests call it as the command line does.
import { parseRequest, usageText, type Request } from './arguments.ts';
import type { StationIo } from './io.ts';
import { asRefusal, StationRefusal } from './refusal.ts';
import type { Verb } from './verb-forms.ts';
import { traceOf } from '#shared/kernel/places.ts';
import { DEFECT, exits } from '#terminal/exits.ts';
import { answer } from '#station/verbs/answer.ts';
import { card } from '#station/verbs/card.ts';
import { approve, deny } from '#station/verbs/decide.ts';
import { enrol } from '#station/verbs/enrol.ts';
import { extract } from '#station/verbs/extract.ts';
import { keygen } from '#station/verbs/keygen.ts';
import { admit } from '#station/verbs/keys/admit.ts';
import { recover } from '#station/verbs/keys/recover.ts';
import { retire } from '#station/verbs/keys/retire.ts';
import { revoke } from '#station/verbs/keys/revoke.ts';
import { rotate } from '#station/verbs/keys/rotate.ts';
import { shares } from '#station/verbs/keys/shares.ts';
import { offices } from '#station/verbs/offices.ts';
import { pending } from '#station/verbs/pending.ts';
import { receive } from '#station/verbs/receive.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { report } from '#station/verbs/report.ts';
import { rescue } from '#station/verbs/rescue.ts';
import { roles } from '#station/verbs/roles.ts';
import { correct, corrections } from '#station/verbs/sending/correct.ts';
import { order, orders } from '#station/verbs/sending/order.ts';
import { text, texts } from '#station/verbs/sending/text.ts';
import { stick } from '#station/verbs/stick.ts';
import { unseal } from '#station/verbs/unseal.ts';
import { verify } from '#station/verbs/verify.ts';

const verbs: Readonly<Record<Verb, (request: Request, io: StationIo) => Promise<Report>>> = {
  keygen,
  card,
  enrol,
  verify,
  receive,
  pending,
  approve,
  deny,
  answer,
  rescue,
  unseal,
  stick,
  rotate,
  retire,
  recover,
  revoke,
  admit,
  shares,
  report,
  extract,
  roles,
  offices,
  order,
  orders,
  text,
  texts,
  correct,
  corrections,
};

/** The exit status. Never throws. */
export async function runStation(argv: readonly string[], io: StationIo): Promise<number> {
  const json = argv.includes('--json');
  try {
    const request = parseRequest(argv);
    if (request === null) {
      (json ? io.err : io.out)(usageText(argv[0] ?? ''));
      if (json) io.out(`${JSON.stringify({ ok: true, code: 'help' })}\n`);
      return exits.done;
    }
    const { exit, body, text } = await verbs[request.verb](request, withStore(request, io));
    (json ? io.err : io.out)(text);
    if (json) io.out(`${JSON.stringify({ ok: exit === 'done', ...body })}\n`);
    return exits[exit];
  } catch (error) {
    return sayWhy(asRefusal(error), argv, io, json);
  }
}

/** --store says for this run what STATION_STORE says for all of them. */
function withStore(request: Request, io: StationIo): StationIo {
  const url = request.option('store');
  return url === null ? io : { ...io, env: { ...io.env, STATION_STORE: url } };
}

function sayWhy(error: unknown, argv: readonly string[], io: StationIo, json: boolean): number {
  if (!(error instanceof StationRefusal)) {
    io.err(`${traceOf(error)}\n`);
    if (json) io.out(`${JSON.stringify({ ok: false, code: 'unexpected' })}\n`);
    return DEFECT;
  }
  const { word, check, exit, zh, en, detail } = error;
  io.err(`${zh} · ${en}${detail === '' ? '' : ` (${detail})`}${check === null ? '' : ` [${check}]`}\n`);
  if (exit === 'usage') io.err(usageText(argv[0] ?? ''));
  const facts = { ok: false, code: word, ...(check === null ? {} : { check }), zh, en, detail };
  if (json) io.out(`${JSON.stringify(facts)}\n`);
  return exits[exit];
}
