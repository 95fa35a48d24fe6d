import type { Bytes } from "../primitives/bytes";
import { sha256 } from "../primitives/digest";

export const pieceSize = 256 * 1024;

/** One piece of a body and its RFC 6962 leaf hash; the last piece of a body is what is left. */
export interface BodyPiece {
  readonly index: number;
  readonly bytes: Bytes;
  readonly leaf: Bytes;
}

/** Cuts a stream of octets into the pieces of a body, with memory for one. */
export async function* piecesOf(parts: AsyncIterable<Bytes>): AsyncGenerator<BodyPiece, void> {
  // A leaf is hashed with a zero before it: it stands in the buffer already.
  const buffer = new Uint8Array(1 + pieceSize);
  let [filled, index] = [0, 0];
  async function take(): Promise<BodyPiece> {
    const hashed = buffer.subarray(0, 1 + filled);
    const piece = { index: index++, bytes: hashed.slice(1), leaf: await sha256(hashed) };
    filled = 0;
    return piece;
  }
  for await (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const taken = Math.min(part.length - at, pieceSize - filled);
      buffer.set(part.subarray(at, at + taken), 1 + filled);
      filled += taken;
      at += taken;
      if (filled === pieceSize) yield await take();
    }
  }
  if (filled > 0) yield await take();
}
