import { type Bytes, concat, equal } from "../primitives/bytes";
import { type ByteSource, decryptChunks, saltSize, sealedSizeOf } from "../primitives/chunked-encryption";
import { type Notice, sizeOfSection } from "../notices/notice";
import { contentKeyOf } from "./attempt-secrets";
import { unpad } from "./padded-section";
import { type SectionId, allSections } from "./section";

/** Where a section's ciphertext lies in the body: the same in every body of a tender. */
export function placeOf(notice: Notice, section: SectionId): { start: number; length: number } {
  let start = 0;
  for (const each of allSections(notice.lots)) {
    const length = sealedSizeOf(sizeOfSection(notice, each.kind));
    if (each.lot === section.lot && each.kind === section.kind) return { start, length };
    start += length;
  }
  throw new Error("The tender has no such section.");
}

/** The section's data, or null when ciphertext and keys don't go together or what comes out is no section. */
export async function openSection(notice: Notice, base: Bytes, section: SectionId, own: Bytes, holders: Bytes, cipher: ByteSource): Promise<Bytes | null> {
  const { key, salt } = await contentKeyOf(base, section, own, holders);
  if (cipher.size < saltSize || !equal(await cipher.read(0, saltSize), salt)) return null;
  const parts: Bytes[] = [];
  const plain = decryptChunks(key, base, cipher);
  for (;;) {
    const next = await plain.next();
    if (next.done) return next.value ? unpad(concat(...parts), sizeOfSection(notice, section.kind)) : null;
    parts.push(next.value);
  }
}
