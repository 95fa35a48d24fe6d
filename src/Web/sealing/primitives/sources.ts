import type { Bytes } from "./bytes";
import type { ByteSource } from "./chunked-encryption";

/** Octets in memory. */
export function memorySource(bytes: Bytes): ByteSource {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.slice(start, end)) };
}

/** A file or blob, read piece by piece. */
export function blobSource(blob: Blob): ByteSource {
  return { size: blob.size, read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()) };
}

/** Several sources, one behind the other. */
export function joinedSource(sources: readonly ByteSource[]): ByteSource {
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  return {
    size,
    async read(start, end) {
      const output = new Uint8Array(Math.min(end, size) - start);
      let offset = 0;
      for (const source of sources) {
        const [from, to] = [Math.max(0, start - offset), Math.min(source.size, end - offset)];
        if (to > from) output.set(await source.read(from, to), from + offset - start);
        offset += source.size;
      }
      return output;
    },
  };
}
