import { type Bytes, concat, equal } from "./bytes";
import { sha256 } from "./digest";
import { hashSize } from "./seal-hash";

/** RFC 6962 §2.1: leaves and nodes are told apart by their first octet. */
export function leafOf(entry: Uint8Array): Promise<Bytes> {
  return sha256(Uint8Array.of(0), entry);
}

/** The root over leaf hashes. */
export async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  const middle = split(leaves.length);
  return nodeOf(await rootOf(leaves.slice(0, middle)), await rootOf(leaves.slice(middle)));
}

/** True when the leaf hash and the path lead to the root (RFC 9162 §2.1.3.2). */
export async function isIncluded(leaf: Bytes, index: number, size: number, path: readonly Bytes[], root: Bytes): Promise<boolean> {
  if (index < 0 || index >= size || path.some((hash) => hash.length !== hashSize)) return false;
  let [node, last, made] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      made = await nodeOf(hash, made);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else {
      made = await nodeOf(made, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(made, root);
}

function nodeOf(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** The largest power of two that is smaller than the count. */
function split(count: number): number {
  let size = 1;
  while (2 * size < count) size *= 2;
  return size;
}
