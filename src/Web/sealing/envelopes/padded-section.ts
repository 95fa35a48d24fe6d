import { type Bytes, isZero } from "../primitives/bytes";
import type { ByteSource } from "../primitives/chunked-encryption";

/** The eight bytes of the length before the data. */
export const lengthSize = 8;

/**
 * A section's plain text as it is read: length ‖ data ‖ zeros up to the published size, so that no length says anything. The data are read
 * when they are asked for and never lie in memory as a whole.
 */
export class PaddedSection implements ByteSource {
  constructor(
    private readonly data: ByteSource,
    readonly size: number,
  ) {
    if (data.size > size - lengthSize) throw new Error(`A section of ${data.size} bytes doesn't fit into ${size}.`);
  }

  async read(start: number, end: number): Promise<Bytes> {
    const output = new Uint8Array(end - start);
    if (start < lengthSize) {
      const length = new DataView(new ArrayBuffer(lengthSize));
      length.setBigInt64(0, BigInt(this.data.size));
      output.set(new Uint8Array(length.buffer, start, Math.min(end, lengthSize) - start));
    }
    const [from, to] = [Math.max(0, start - lengthSize), Math.min(this.data.size, end - lengthSize)];
    if (to > from) output.set(await this.data.read(from, to), from + lengthSize - start);
    return output;
  }
}

/** The data of a section, or null when the bytes aren't one: any byte behind the data is zero. */
export function unpad(padded: Bytes, size: number): Bytes | null {
  if (padded.length !== size || size < lengthSize) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getBigInt64(0);
  if (length < 0n || length > BigInt(size - lengthSize)) return null;
  const end = lengthSize + Number(length);
  return isZero(padded.subarray(end)) ? padded.slice(lengthSize, end) : null;
}
