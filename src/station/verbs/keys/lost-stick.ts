// stick --lost: a stick that is gone is put down here, with the reason. Nothing on it can be read; the offices write the weeks again.
import { isStickSerial } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { reasonOf } from '#station/deciding/answers.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';

export async function loseStick(request: Request, io: StationIo, serial: string): Promise<Report> {
  if (!isStickSerial(serial)) refuse('usage', '--lost: 1 to 16 characters, no spaces');
  const reason = reasonOf(request);
  return withStation(io, request.need('home'), async ({ store }) => {
    await store.addLostStick({ serial, reason, account: io.account }, io.clock.now());
    return {
      exit: 'done',
      body: { stick: serial, reason, lost: (await store.lostSticks()).map((stick) => stick.serial) },
      text:
        `已记下：上报盘 ${serial} 丢失 · noted as lost: ${serial}\n` +
        '盘上的包没有本所密钥打不开，盘上的回执没有该警务室的密钥打不开\n' +
        'without the keys of the station, and of the office for receipts, nothing on it can be read\n' +
        '请通知警务室：导出上报 → U盘丢了，换一个盘再写 · tell the office to write its weeks to another stick\n',
    };
  });
}
