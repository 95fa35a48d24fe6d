import { decrypt, encrypt, importAesKey, nonceOf, nonceSize, tagSize } from "./aes-gcm";
import { type Bytes, concat, utf8 } from "./bytes";
import { expand, extract } from "./digest";
import { hashSize } from "./seal-hash";
import { SealKey, pointSize } from "./seal-key";

/** What sealing adds to a message: the encapsulated point and one tag. */
export const hpkeOverhead = pointSize + tagSize;

const none: Bytes = new Uint8Array();
const kemSuite = concat(utf8("KEM"), Uint8Array.of(0x00, 0x10));
const suite = concat(utf8("HPKE"), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02));

/** DeriveKeyPair (RFC 9180 §7.1.3) for P-256: rejection over a counter, at most 256 tries. */
export async function deriveKeyPair(input: Bytes): Promise<SealKey> {
  const prk = await labeledExtract(kemSuite, none, "dkp_prk", input);
  for (let counter = 0; counter < 256; counter++) {
    const pair = SealKey.fromScalar(await labeledExpand(kemSuite, prk, "candidate", Uint8Array.of(counter), 32));
    if (pair) return pair;
  }
  throw new Error("No key pair can be derived from this input.");
}

/** One direction of an exchange (RFC 9180 §5.2): messages in order, each under the next nonce, and exported keys. */
export class HpkeContext {
  private sequence = 0;

  constructor(
    readonly encapsulated: Bytes,
    private readonly key: CryptoKey,
    private readonly baseNonce: Bytes,
    private readonly exporterSecret: Bytes,
  ) {}

  /** Ciphertext ‖ tag of the next message. */
  seal(associated: Bytes, message: Bytes): Promise<Bytes> {
    return encrypt(this.key, nonceOf(this.baseNonce, this.sequence++), message, associated);
  }

  /** The next message, or null when the bytes are not it; a refused message doesn't count. */
  async open(associated: Bytes, cipher: Bytes): Promise<Bytes | null> {
    const message = await decrypt(this.key, nonceOf(this.baseNonce, this.sequence), cipher, associated);
    if (message) this.sequence++;
    return message;
  }

  /** A secret of both sides (RFC 9180 §5.3). */
  export(context: Bytes, length: number): Promise<Bytes> {
    return labeledExpand(suite, this.exporterSecret, "sec", context, length);
  }
}

/** SetupBaseS with the given ephemeral pair: the encapsulated point is the pair's. */
export async function toSend(recipient: Bytes, ephemeral: SealKey, info: Bytes): Promise<HpkeContext> {
  const agreed = await ephemeral.agree(recipient);
  if (!agreed) throw new Error("The recipient's key is no point of the curve.");
  return schedule(await sharedSecret(agreed, ephemeral.point, recipient), ephemeral.point, info);
}

/** SetupBaseR; null when the encapsulated bytes are no point of the curve. */
export async function toReceive(encapsulated: Bytes, recipient: SealKey, info: Bytes): Promise<HpkeContext | null> {
  const agreed = await recipient.agree(encapsulated);
  return agreed && schedule(await sharedSecret(agreed, encapsulated, recipient.point), encapsulated, info);
}

/** One message: encapsulated point ‖ ciphertext ‖ tag. */
export async function sealOnce(recipient: Bytes, ephemeral: SealKey, info: Bytes, message: Bytes): Promise<Bytes> {
  const context = await toSend(recipient, ephemeral, info);
  return concat(ephemeral.point, await context.seal(none, message));
}

/** The message, or null when this key doesn't open these bytes. */
export async function openOnce(recipient: SealKey, info: Bytes, sealed: Bytes): Promise<Bytes | null> {
  if (sealed.length < hpkeOverhead) return null;
  const context = await toReceive(sealed.slice(0, pointSize), recipient, info);
  return context && context.open(none, sealed.slice(pointSize));
}

async function sharedSecret(agreed: Bytes, encapsulated: Bytes, recipient: Bytes): Promise<Bytes> {
  const prk = await labeledExtract(kemSuite, none, "eae_prk", agreed);
  return labeledExpand(kemSuite, prk, "shared_secret", concat(encapsulated, recipient), hashSize);
}

async function schedule(shared: Bytes, encapsulated: Bytes, info: Bytes): Promise<HpkeContext> {
  const context = concat(
    Uint8Array.of(0),
    await labeledExtract(suite, none, "psk_id_hash", none),
    await labeledExtract(suite, none, "info_hash", info),
  );
  const secret = await labeledExtract(suite, shared, "secret", none);
  return new HpkeContext(
    encapsulated,
    await importAesKey(await labeledExpand(suite, secret, "key", context, 32)),
    await labeledExpand(suite, secret, "base_nonce", context, nonceSize),
    await labeledExpand(suite, secret, "exp", context, hashSize),
  );
}

function labeledExtract(id: Bytes, salt: Bytes, label: string, input: Bytes): Promise<Bytes> {
  return extract(salt, concat(utf8("HPKE-v1"), id, utf8(label), input));
}

function labeledExpand(id: Bytes, prk: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const size = Uint8Array.of(length >> 8, length & 0xff);
  return expand("SHA-256", prk, concat(size, utf8("HPKE-v1"), id, utf8(label), info), length);
}
