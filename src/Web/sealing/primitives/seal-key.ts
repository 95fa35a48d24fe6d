import { p256 } from "@noble/curves/nist.js";
import { type Bytes, base64Url } from "./bytes";

export const pointSize = 65;
export const scalarSize = 32;
export const signatureSize = 64;

const signing: EcdsaParams = { name: "ECDSA", hash: "SHA-256" };

/**
 * A P-256 key pair of the seal: a bare scalar and its point (uncompressed SEC 1). WebCrypto signs and agrees; only the point of a scalar,
 * which it can't compute in every browser, comes from a library.
 */
export class SealKey {
  private constructor(
    readonly scalar: Bytes,
    readonly point: Bytes,
  ) {}

  /** The pair of a scalar, or null when it is zero, not below the order, or not 32 bytes. */
  static fromScalar(scalar: Bytes): SealKey | null {
    if (scalar.length !== scalarSize || !p256.utils.isValidSecretKey(scalar)) return null;
    return new SealKey(scalar, Uint8Array.from(p256.getPublicKey(scalar, false)));
  }

  /** ECDSA with SHA-256 over the data, r ‖ s. */
  async sign(data: Bytes): Promise<Bytes> {
    return signWith(await this.signingKey(), data);
  }

  /** The key as one that signs and that nobody can read. */
  signingKey(): Promise<CryptoKey> {
    return this.import({ name: "ECDSA", namedCurve: "P-256" }, ["sign"]);
  }

  /** The x coordinate of scalar × point: ECDH as DHKEM uses it (RFC 9180 §7.1); null when the point isn't on the curve. */
  async agree(point: Bytes): Promise<Bytes | null> {
    if (!isPoint(point)) return null;
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const mine = await this.import(curve, ["deriveBits"]);
    const theirs = await crypto.subtle.importKey("raw", point, curve, false, []);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 8 * scalarSize));
  }

  private import(curve: EcKeyImportParams, usages: KeyUsage[]): Promise<CryptoKey> {
    const [d, x, y] = [this.scalar, this.point.subarray(1, 33), this.point.subarray(33)].map(base64Url);
    return crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", d: d!, x: x!, y: y! }, curve, false, usages);
  }
}

export async function signWith(key: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(signing, key, data));
}

/** True when the key of the point made the signature; a point or signature that makes no sense is false. */
export async function verifies(point: Bytes, data: Bytes, signature: Bytes): Promise<boolean> {
  if (signature.length !== signatureSize || !isPoint(point)) return false;
  const key = await crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  return crypto.subtle.verify(signing, key, signature, data);
}

/** True for 65 bytes that name a point of the curve. */
export function isPoint(point: Bytes): boolean {
  if (point.length !== pointSize || point[0] !== 4) return false;
  try {
    p256.Point.fromBytes(point).assertValidity();
    return true;
  } catch {
    // The library's only answer to bytes that are no point.
    return false;
  }
}

/** r ‖ s as the DER sequence that X.509 and its relatives use (X9.62). */
export function derSignature(signature: Bytes): Bytes {
  const parts = [signature.subarray(0, scalarSize), signature.subarray(scalarSize)].map(derInteger);
  const content = parts.flatMap((part) => [...part]);
  return Uint8Array.of(0x30, content.length, ...content);
}

function derInteger(value: Uint8Array): number[] {
  const from = value.findIndex((byte) => byte !== 0);
  const digits = from < 0 ? [0] : [...value.subarray(from)];
  const padded = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
  return [0x02, padded.length, ...padded];
}
