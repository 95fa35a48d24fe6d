import type { Bytes } from "../primitives/bytes";
import type { ByteSource } from "../primitives/chunked-encryption";
import { joinedSource, memorySource } from "../primitives/sources";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";

/** What a file of a section is. */
export enum BidFileRole {
  Document = 1,
  /** 保证金凭证. */
  DepositProof = 2,
}

/** A file of a qualification or technical section. */
export interface BidFile {
  readonly role: BidFileRole;
  readonly name: string;
  readonly content: ByteSource;
}

/** The files of a section as its data: their number, then role, name and size of each, then the contents, one behind the other. */
export function parcelOf(files: readonly BidFile[]): ByteSource {
  const head = new WireWriter().short(files.length);
  for (const file of files) head.byte(file.role).text(file.name).long(BigInt(file.content.size));
  return joinedSource([memorySource(head.toBytes()), ...files.map((file) => file.content)]);
}

/** The files in the data, or null when they are no parcel. */
export function readParcel(bytes: Bytes): { readonly role: BidFileRole; readonly name: string; readonly content: Bytes }[] | null {
  const reader = new WireReader(bytes);
  const heads: { role: BidFileRole; name: string; size: bigint }[] = [];
  for (let left = reader.short(); left > 0 && !reader.hasFailed; left--) heads.push({ role: reader.byte(), name: reader.text(), size: reader.long() });
  if (heads.some(({ role, size }) => !(role in BidFileRole) || size < 0n || size > BigInt(bytes.length))) return null;
  const files = heads.map(({ role, name, size }) => ({ role, name, content: reader.fixed(Number(size)) }));
  return reader.isWhole ? files : null;
}
