import { type Bytes, concat, utf8 } from "../primitives/bytes";

/** The one encoding of everything that is hashed or signed: fixed order, big-endian, blocks with their length before them. */
export class WireWriter {
  private readonly parts: Uint8Array[] = [];

  byte(value: number): this {
    return this.number(1, value, 0xff, (view) => view.setUint8(0, value));
  }

  short(value: number): this {
    return this.number(2, value, 0xffff, (view) => view.setUint16(0, value));
  }

  int(value: number): this {
    return this.number(4, value, 0xffffffff, (view) => view.setUint32(0, value));
  }

  long(value: bigint): this {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigInt64(0, value);
    return this.fixed(new Uint8Array(view.buffer));
  }

  /** UTC Unix milliseconds, eight bytes. */
  instant(value: number): this {
    return this.long(BigInt(value));
  }

  /** Bytes whose number the reader knows. */
  fixed(bytes: Uint8Array): this {
    this.parts.push(bytes);
    return this;
  }

  /** Length (4 bytes) and bytes. */
  block(bytes: Uint8Array): this {
    return this.int(bytes.length).fixed(bytes);
  }

  /** UTF-8 as a block. */
  text(text: string): this {
    return this.block(utf8(text));
  }

  toBytes(): Bytes {
    return concat(...this.parts);
  }

  private number(size: number, value: number, most: number, write: (view: DataView) => void): this {
    if (!Number.isInteger(value) || value < 0 || value > most) throw new Error(`${value} doesn't fit into ${size} bytes.`);
    const view = new DataView(new ArrayBuffer(size));
    write(view);
    return this.fixed(new Uint8Array(view.buffer));
  }
}
