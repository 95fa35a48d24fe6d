import { type Bytes, concat, equal, utf8 } from "../primitives/bytes";
import { deriveKeyPair, hpkeOverhead, openOnce, sealOnce } from "../primitives/hpke";
import { derive, hashSize } from "../primitives/seal-hash";
import type { SealKey } from "../primitives/seal-key";
import { type SharePoint, interpolate, shareOf } from "../primitives/shamir";
import type { Holder, HolderRole, Notice } from "../notices/notice";

/** Which secret a share is of: content (any three holders) or identity (all four). */
export enum ShareKind {
  Content = 1,
  Identity = 2,
}

export const shareSize = hashSize + hpkeOverhead;

export function thresholdOf(kind: ShareKind): number {
  return kind === ShareKind.Content ? 3 : 4;
}

/** The four ciphertexts in the order of the roles. Coefficients and ephemeral keys follow from the secret: who knows it makes them again. */
export async function dealShares(notice: Notice, kind: ShareKind, base: Bytes, secret: Bytes): Promise<Bytes[]> {
  const coefficients = await derive(secret, base, "coef", undefined, hashSize * (thresholdOf(kind) - 1));
  return Promise.all(
    notice.holders.map(async (holder) =>
      sealOnce(
        pointOf(holder, kind),
        await deriveKeyPair(await derive(secret, base, "eph", markOf(kind, holder.role))),
        infoOf(kind, holder.role, base),
        shareOf(secret, coefficients, holder.role),
      ),
    ),
  );
}

/** A holder's share, or null when its key doesn't open the ciphertext. */
export async function openShare(key: SealKey, kind: ShareKind, role: HolderRole, base: Bytes, cipher: Bytes): Promise<Bytes | null> {
  const share = await openOnce(key, infoOf(kind, role, base), cipher);
  return share?.length === hashSize ? share : null;
}

/** The secret that the holders' keys give, in the order given, or null when a ciphertext doesn't open or keys are missing. */
export async function joinShares(
  keys: readonly { role: HolderRole; key: SealKey }[],
  kind: ShareKind,
  base: Bytes,
  ciphers: readonly Bytes[],
): Promise<Bytes | null> {
  const points: SharePoint[] = [];
  for (const { role, key } of keys.slice(0, thresholdOf(kind))) {
    const share = await openShare(key, kind, role, base, ciphers[role - 1]!);
    if (!share) return null;
    points.push({ x: role, y: share });
  }
  return points.length === thresholdOf(kind) ? interpolate(points) : null;
}

/** True when the ciphertexts are the four that this secret gives, byte for byte. */
export async function areDealt(notice: Notice, kind: ShareKind, base: Bytes, secret: Bytes, ciphers: readonly Bytes[]): Promise<boolean> {
  const dealt = await dealShares(notice, kind, base, secret);
  return dealt.every((cipher, at) => equal(cipher, ciphers[at]!));
}

function pointOf(holder: Holder, kind: ShareKind): Bytes {
  return kind === ShareKind.Content ? holder.contentPoint : holder.identityPoint;
}

function markOf(kind: ShareKind, role: HolderRole): Bytes {
  return Uint8Array.of(kind, role);
}

function infoOf(kind: ShareKind, role: HolderRole, base: Bytes): Bytes {
  return concat(utf8("share"), markOf(kind, role), base);
}
