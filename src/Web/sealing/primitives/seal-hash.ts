import { type Bytes, concat, utf8 } from "./bytes";
import { hkdf, sha256 } from "./digest";

export const hashSize = 32;

/** KDF of the seal: HKDF-SHA-256 with `"bid-seal/1 " ‖ label ‖ 0 ‖ context` as its info. */
export function derive(input: Bytes, salt: Bytes, label: string, context: Uint8Array = new Uint8Array(), length = hashSize): Promise<Bytes> {
  return hkdf(input, salt, prefixed(label, context), length);
}

/** H of the seal: SHA-256 of `"bid-seal/1 " ‖ label ‖ 0` and the parts, one after the other. */
export function sealHash(label: string, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return sha256(prefixed(label), ...parts);
}

function prefixed(label: string, context: Uint8Array = new Uint8Array()): Bytes {
  return concat(utf8(`bid-seal/1 ${label}\0`), context);
}
