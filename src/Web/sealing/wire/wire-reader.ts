import type { Bytes } from "../primitives/bytes";

const earliest = -62135596800000n;
const latest = 253402300799999n;

/**
 * Reads what WireWriter wrote, in order. Bytes that run out make every later read empty and `isWhole` false: a parser reads on and asks once at
 * the end, where bytes left over count as well.
 */
export class WireReader {
  private at = 0;
  private failed = false;

  constructor(private readonly bytes: Bytes) {}

  /** Everything was there and nothing is left. */
  get isWhole(): boolean {
    return !this.failed && this.at === this.bytes.length;
  }

  get hasFailed(): boolean {
    return this.failed;
  }

  /** For a parser that met a value which means nothing. */
  fail(): void {
    this.failed = true;
  }

  byte(): number {
    return this.number(1, (view) => view.getUint8(0));
  }

  short(): number {
    return this.number(2, (view) => view.getUint16(0));
  }

  /** Four bytes; above 2³¹−1 the reading fails. */
  int(): number {
    const value = this.number(4, (view) => view.getUint32(0));
    if (value > 0x7fffffff) this.failed = true;
    return this.failed ? 0 : value;
  }

  long(): bigint {
    const taken = this.take(8);
    return taken.length === 8 ? new DataView(taken.buffer, taken.byteOffset, 8).getBigInt64(0) : 0n;
  }

  /** UTC Unix milliseconds within the years 1 to 9999. */
  instant(): number {
    const value = this.long();
    if (value < earliest || value > latest) this.failed = true;
    return this.failed ? 0 : Number(value);
  }

  fixed(length: number): Bytes {
    return this.take(length).slice();
  }

  list(count: number, length: number): Bytes[] {
    return Array.from({ length: count }, () => this.fixed(length));
  }

  block(): Bytes {
    return this.fixed(this.int());
  }

  text(): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(this.int()));
    } catch {
      // Not UTF-8: the reading fails as it does for bytes that run out.
      this.failed = true;
      return "";
    }
  }

  private number(size: number, read: (view: DataView) => number): number {
    const taken = this.take(size);
    return taken.length === size ? read(new DataView(taken.buffer, taken.byteOffset, size)) : 0;
  }

  private take(length: number): Bytes {
    if (this.failed || length > this.bytes.length - this.at) {
      this.failed = true;
      return new Uint8Array();
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
