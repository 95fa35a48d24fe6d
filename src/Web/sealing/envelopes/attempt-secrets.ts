import { type Bytes, concat } from "../primitives/bytes";
import { saltSize } from "../primitives/chunked-encryption";
import { deriveKeyPair } from "../primitives/hpke";
import { derive, sealHash } from "../primitives/seal-hash";
import type { SealKey } from "../primitives/seal-key";
import { WireWriter } from "../wire/wire-writer";
import { type SectionId, sectionBytes } from "./section";

export const attemptNonceSize = 16;

/** The slot key: the bidder's pseudonym in this tender. */
export async function slotOf(root: Bytes, noticeHash: Bytes): Promise<SealKey> {
  return deriveKeyPair(await derive(root, noticeHash, "slot"));
}

/** The reference under which the deposit goes to the custodian. */
export function depositReferenceOf(root: Bytes, noticeHash: Bytes): Promise<Bytes> {
  return derive(root, noticeHash, "deposit", undefined, 16);
}

export function baseOf(noticeHash: Bytes, slotPoint: Bytes, sequence: number, nonce: Bytes): Promise<Bytes> {
  return sealHash("base", noticeHash, slotPoint, new WireWriter().int(sequence).toBytes(), nonce);
}

/** Everything a bidder derives from its root `r` for one sealing attempt; nothing of another attempt follows from it. */
export class AttemptSecrets {
  private constructor(
    private readonly root: Bytes,
    readonly slot: SealKey,
    readonly base: Bytes,
    /** `s_id`. */
    readonly identity: Bytes,
  ) {}

  /** From `r` (32 random bytes per tender and bidder) and the nonce of the attempt (16 random bytes). */
  static async of(root: Bytes, noticeHash: Bytes, sequence: number, nonce: Bytes): Promise<AttemptSecrets> {
    const slot = await slotOf(root, noticeHash);
    const base = await baseOf(noticeHash, slot.point, sequence, nonce);
    return new AttemptSecrets(root, slot, base, await derive(root, base, "id"));
  }

  /** `s_{l,p}`. */
  section(section: SectionId): Promise<Bytes> {
    return derive(this.root, this.base, "sec", sectionBytes(section));
  }
}

/** The commitment to `s_h`, which three holders' keys give. */
export function commitHolder(base: Bytes, secret: Bytes): Promise<Bytes> {
  return sealHash("c", Uint8Array.of(0, 0, 0, 0), base, secret);
}

export function commitIdentity(base: Bytes, secret: Bytes): Promise<Bytes> {
  return sealHash("c", Uint8Array.of(1, 0, 0, 0), base, secret);
}

export function commitSection(base: Bytes, section: SectionId, secret: Bytes): Promise<Bytes> {
  return sealHash("c", concat(Uint8Array.of(2), sectionBytes(section)), base, secret);
}

/** Key and salt of a section's content, from both locks. */
export async function contentKeyOf(base: Bytes, section: SectionId, own: Bytes, holders: Bytes): Promise<{ key: Bytes; salt: Bytes }> {
  const [both, name] = [concat(own, holders), sectionBytes(section)];
  return { key: await derive(both, base, "content", name), salt: await derive(both, base, "salt", name, saltSize) };
}

export function sheetKeyOf(base: Bytes, identity: Bytes): Promise<Bytes> {
  return derive(identity, base, "sheet");
}
