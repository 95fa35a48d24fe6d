import type { Bytes } from "./bytes";

export const tagSize = 16;
export const nonceSize = 12;

export function importAesKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Ciphertext ‖ tag. */
export async function encrypt(key: CryptoKey, nonce: Bytes, plain: Bytes, associated: Bytes = new Uint8Array()): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: associated }, key, plain));
}

/** The plain text, or null when key, nonce, associated data and ciphertext don't go together. */
export async function decrypt(key: CryptoKey, nonce: Bytes, cipher: Bytes, associated: Bytes = new Uint8Array()): Promise<Bytes | null> {
  if (cipher.length < tagSize) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: associated }, key, cipher));
  } catch (error) {
    // WebCrypto says "OperationError" and nothing else for a tag that doesn't fit; anything else is an error of ours.
    if (error instanceof Error && error.name === "OperationError") return null;
    throw error;
  }
}

/** The nonce of a message of a sequence: its number, big-endian, over the base. */
export function nonceOf(base: Bytes, number: number): Bytes {
  const nonce = base.slice();
  const view = new DataView(nonce.buffer);
  view.setBigUint64(nonceSize - 8, view.getBigUint64(nonceSize - 8) ^ BigInt(number));
  return nonce;
}
