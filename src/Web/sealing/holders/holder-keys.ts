import { type Bytes, concat, utf8 } from "../primitives/bytes";
import { deriveKeyPair } from "../primitives/hpke";
import { derive, sealHash } from "../primitives/seal-hash";
import type { SealKey } from "../primitives/seal-key";
import { WireWriter } from "../wire/wire-writer";
import type { HolderRole } from "../notices/notice";

/** A holder's keys of one tender, all from one root of 32 bytes that its file keeps under a passphrase. */
export class HolderKeys {
  private constructor(
    private readonly tender: string,
    readonly role: HolderRole,
    private readonly root: Bytes,
    readonly signing: SealKey,
    readonly content: SealKey,
    readonly identity: SealKey,
  ) {}

  static async of(tender: string, role: HolderRole, root: Bytes): Promise<HolderKeys> {
    const pair = async (label: string) => deriveKeyPair(await derive(root, utf8(tender), `holder-${label}`));
    return new HolderKeys(tender, role, root, await pair("signing"), await pair("content"), await pair("identity"));
  }

  /** What the file of a holder is bound to, as a bidder's is to the notice: the tender and the role. */
  static fileOf(tender: string, role: HolderRole): Promise<Bytes> {
    return sealHash("holder-file", utf8(tender), Uint8Array.of(role));
  }

  /** What the holder says of its keys before there is a notice: role, certificate (none), three points, two commitments, its signature. */
  async enrolment(): Promise<Bytes> {
    const said = new WireWriter()
      .byte(this.role)
      .block(new Uint8Array())
      .fixed(this.signing.point)
      .fixed(this.content.point)
      .fixed(this.identity.point)
      .fixed(await sealHash("dummy", await this.seed("dummies")))
      .fixed(await sealHash("draw-seed", Uint8Array.of(this.role), await this.seed("draw")))
      .toBytes();
    return concat(said, await this.signing.sign(await sealHash("holder", utf8(this.tender), said)));
  }

  private seed(label: string): Promise<Bytes> {
    return derive(this.root, utf8(this.tender), `holder-${label}`);
  }
}
