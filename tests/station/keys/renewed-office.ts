// An office that has renewed its keys: its renewal as a file, and its next bundles under the new one.
import {
  generateBox,
  generateSigner,
  sealRenewal,
  type AgeBox,
  type Renewal,
  type SealBundleInput,
  type Signer,
} from '#bundle-format';
import type { OfficeKit } from '../office-kit.ts';
import { tempFolder, type StationKit } from '../station-kit.ts';

export interface RenewedOffice {
  readonly signer: Signer;
  readonly box: AgeBox;
  /** The renewal, countersigned by the key of before. */
  readonly file: string;
  /** One more visitor, sealed by the new key into a folder. */
  readonly seal: (folder: string, also?: Partial<SealBundleInput>) => Promise<string>;
}

/** From the next bundle of the office on, unless said otherwise. */
export async function renewedOffice(
  station: StationKit,
  office: OfficeKit,
  also: Partial<Pick<Renewal, 'from' | 'office' | 'former'>> & { readonly by?: Signer } = {},
): Promise<RenewedOffice> {
  const { by: former = office.signer, ...said } = also;
  const [signer, box] = [generateSigner(), await generateBox()];
  const from = said.from ?? { epoch: 1, seq: office.last() + 1 };
  const renewal: Renewal = {
    format: 'jwb-enrol',
    v: 2,
    office: office.code,
    name: office.enrolment.name,
    device: '一号机',
    epoch: from.epoch,
    created: station.clock.now(),
    sign: signer.publicKey,
    box: box.recipient,
    former: former.publicKey,
    from,
    ...said,
  };
  const placed = await sealRenewal({ folder: tempFolder(), signer, former, renewal });
  if (!placed.ok) throw new Error(placed.code);
  return {
    signer,
    box,
    file: placed.path,
    async seal(folder, changes = {}) {
      office.visitors(1);
      return (await office.seal(folder, office.last(), office.last(), { signer, ...changes })).path;
    },
  };
}
