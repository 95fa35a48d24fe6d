import { decrypt, encrypt, importAesKey, nonceSize } from "../primitives/aes-gcm";
import { type Bytes, isZero } from "../primitives/bytes";
import { hashSize, sealHash } from "../primitives/seal-hash";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";
import { sheetKeyOf } from "./attempt-secrets";
import { isCreditCode } from "./credit-code";
import { sheetSize } from "./envelope-header";

/** One organisation of a bid; several are a consortium (联合体). */
export interface BidMember {
  /** 统一社会信用代码. */
  readonly creditCode: string;
  /** DER, the signer's first, its root last. */
  readonly certificates: readonly Bytes[];
  /** Over `toSign`, DER. */
  readonly signature: Bytes;
}

/** Who bids for which lots (ascending, each once), and the `env_id` that this bid replaces under another pseudonym. */
export interface IdentitySheet {
  readonly members: readonly BidMember[];
  readonly lots: readonly number[];
  readonly supersedes: Bytes | null;
}

/** `H("sign", core, lots, supersedes)`. */
export function toSign(core: Bytes, lots: readonly number[], supersedes: Bytes | null): Promise<Bytes> {
  return sealHash("sign", core, lotBytes(lots), supersedes ?? new Uint8Array(hashSize));
}

/** The sheet under `KDF(s_id, base, "sheet")`; the key is used once, so the nonce is zero. Null when it doesn't fit. */
export async function sealSheet(sheet: IdentitySheet, base: Bytes, identity: Bytes): Promise<Bytes | null> {
  const written = writeSheet(sheet);
  if (written.length > sheetSize) return null;
  const plain = new Uint8Array(sheetSize);
  plain.set(written);
  return encrypt(await importAesKey(await sheetKeyOf(base, identity)), new Uint8Array(nonceSize), plain);
}

/** The sheet, or null when it doesn't open, or isn't one, or asks for lots that there are not. */
export async function openSheet(base: Bytes, identity: Bytes, sealed: Bytes, lots: number): Promise<IdentitySheet | null> {
  const plain = await decrypt(await importAesKey(await sheetKeyOf(base, identity)), new Uint8Array(nonceSize), sealed);
  return plain && readSheet(plain, lots);
}

function lotBytes(lots: readonly number[]): Bytes {
  const writer = new WireWriter().short(lots.length);
  for (const lot of lots) writer.short(lot);
  return writer.toBytes();
}

function writeSheet(sheet: IdentitySheet): Bytes {
  const body = new WireWriter()
    .fixed(lotBytes(sheet.lots))
    .fixed(sheet.supersedes ?? new Uint8Array(hashSize))
    .short(sheet.members.length);
  for (const member of sheet.members) {
    body.text(member.creditCode).short(member.certificates.length);
    for (const certificate of member.certificates) body.block(certificate);
    body.block(member.signature);
  }
  return new WireWriter().block(body.toBytes()).toBytes();
}

function readSheet(plain: Bytes, lots: number): IdentitySheet | null {
  const outer = new WireReader(plain);
  const content = outer.block();
  if (outer.hasFailed || !isZero(plain.subarray(4 + content.length))) return null;
  const reader = new WireReader(content);
  const bidLots: number[] = [];
  for (let left = reader.short(); left > 0 && !reader.hasFailed; left--) bidLots.push(reader.short());
  const supersedes = reader.fixed(hashSize);
  const members: BidMember[] = [];
  for (let left = reader.short(); left > 0 && !reader.hasFailed; left--) {
    const creditCode = reader.text();
    const certificates: Bytes[] = [];
    for (let more = reader.short(); more > 0 && !reader.hasFailed; more--) certificates.push(reader.block());
    members.push({ creditCode, certificates, signature: reader.block() });
  }
  const isGood =
    reader.isWhole &&
    members.length > 0 &&
    members.every((member) => isCreditCode(member.creditCode)) &&
    bidLots.length > 0 &&
    bidLots.every((lot, at) => lot < lots && (at === 0 || bidLots[at - 1]! < lot));
  return isGood ? { members, lots: bidLots, supersedes: isZero(supersedes) ? null : supersedes } : null;
}
