import { decrypt, encrypt, importAesKey, nonceOf, nonceSize, tagSize } from "./aes-gcm";
import { type Bytes, concat, equal, utf8 } from "./bytes";
import { expand } from "./digest";

/** Where plain or sealed octets come from, piece by piece: a file, a blob, memory. */
export interface ByteSource {
  readonly size: number;
  read(start: number, end: number): Promise<Bytes>;
}

export const saltSize = 24;

const commitmentSize = 32;
const headSize = saltSize + commitmentSize;
const chunkSize = 16 * 1024;

/** So many chunks are encrypted at once: WebCrypto's threads work while the next ones are read. */
const chunksAtOnce = 16;

export function sealedSizeOf(plain: number): number {
  return headSize + plain + (Math.floor(plain / chunkSize) + 1) * tagSize;
}

/**
 * c2sp.org/chunked-encryption with SHA-512 and AES-256-GCM: salt (24) ‖ commitment (32) ‖ chunks of 16 KiB, the last one shorter. Gives
 * the message part by part, with memory for sixteen chunks. A salt is never used twice with one key.
 */
export async function* encryptChunks(key: Bytes, salt: Bytes, context: Bytes, plain: ByteSource): AsyncGenerator<Bytes, void> {
  const keys = await keysOf(key, salt, context);
  yield concat(salt, keys.commitment);
  const chunks = Math.floor(plain.size / chunkSize) + 1;
  for (let number = 0; number < chunks; number += chunksAtOnce) {
    const start = number * chunkSize;
    const read = await plain.read(start, Math.min(start + chunksAtOnce * chunkSize, plain.size));
    const count = Math.min(chunksAtOnce, chunks - number);
    yield* await Promise.all(
      Array.from({ length: count }, (_, at) =>
        encrypt(keys.aead, nonceOf(keys.nonce, number + at), read.subarray(at * chunkSize, (at + 1) * chunkSize)),
      ),
    );
  }
}

/**
 * The plain text part by part; ends with false when the bytes are not a whole message of this key and context, and then what came
 * before is worth nothing.
 */
export async function* decryptChunks(key: Bytes, context: Bytes, cipher: ByteSource): AsyncGenerator<Bytes, boolean> {
  if (cipher.size < headSize + tagSize) return false;
  const head = await cipher.read(0, headSize);
  const keys = await keysOf(key, head.slice(0, saltSize), context);
  if (!equal(keys.commitment, head.subarray(saltSize))) return false;
  const whole = chunkSize + tagSize;
  const chunks = Math.floor((cipher.size - headSize) / whole) + 1;
  for (let number = 0; number < chunks; number += chunksAtOnce) {
    const start = headSize + number * whole;
    const read = await cipher.read(start, Math.min(start + chunksAtOnce * whole, cipher.size));
    const count = Math.min(chunksAtOnce, chunks - number);
    const opened = await Promise.all(
      Array.from({ length: count }, (_, at) => decrypt(keys.aead, nonceOf(keys.nonce, number + at), read.subarray(at * whole, (at + 1) * whole))),
    );
    for (const part of opened) {
      if (!part) return false;
      yield part;
    }
  }
  return true;
}

async function keysOf(key: Bytes, salt: Bytes, context: Bytes): Promise<{ aead: CryptoKey; nonce: Bytes; commitment: Bytes }> {
  const info = concat(utf8("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"), salt, context);
  const output = await expand("SHA-512", key, info, 32 + nonceSize + commitmentSize);
  return {
    aead: await importAesKey(output.slice(0, 32)),
    nonce: output.slice(32, 32 + nonceSize),
    commitment: output.slice(32 + nonceSize),
  };
}
