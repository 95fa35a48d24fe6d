import { type Bytes, concat } from "./bytes";

export async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));
}

/** HMAC with a key that isn't empty. */
export async function hmac(hash: "SHA-256" | "SHA-512", key: Bytes, message: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

/** HKDF with SHA-256 (RFC 5869). */
export async function hkdf(input: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", input, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 8 * length));
}

/** HKDF-Extract; an empty salt is one block of zeros (RFC 5869 §2.2), because WebCrypto refuses an empty key. */
export function extract(salt: Bytes, input: Bytes): Promise<Bytes> {
  return hmac("SHA-256", salt.length > 0 ? salt : new Uint8Array(32), input);
}

/** HKDF-Expand (RFC 5869 §2.3): WebCrypto has it only together with the extraction. */
export async function expand(hash: "SHA-256" | "SHA-512", key: Bytes, info: Bytes, length: number): Promise<Bytes> {
  let output: Bytes = new Uint8Array();
  let block: Bytes = new Uint8Array();
  for (let number = 1; output.length < length; number++) {
    block = await hmac(hash, key, concat(block, info, Uint8Array.of(number)));
    output = concat(output, block);
  }
  return output.slice(0, length);
}
