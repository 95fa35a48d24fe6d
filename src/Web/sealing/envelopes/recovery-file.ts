import { decrypt, encrypt, nonceSize, tagSize } from "../primitives/aes-gcm";
import { type Bytes, concat, equal, utf8 } from "../primitives/bytes";
import { hashSize } from "../primitives/seal-hash";
import { WireReader } from "../wire/wire-reader";

export const recoverySaltSize = 16;

const iterations = 600_000;
const magic = utf8("approvals bid recovery 1\n");

/** `r` under a passphrase: PBKDF2 with SHA-256, then AES-256-GCM with everything before the ciphertext as associated data. */
export async function writeRecoveryFile(root: Bytes, noticeHash: Bytes, passphrase: string, salt: Bytes): Promise<Bytes> {
  const head = concat(magic, noticeHash, salt);
  return concat(head, await encrypt(await keyOf(passphrase, salt), new Uint8Array(nonceSize), root, head));
}

/** What a recovery file gave, or why it gave nothing. */
export type RecoveredRoot = { readonly root: Bytes } | { readonly fault: "not-a-recovery-file" | "another-tender" | "wrong-passphrase" };

export async function readRecoveryFile(file: Bytes, noticeHash: Bytes, passphrase: string): Promise<RecoveredRoot> {
  const reader = new WireReader(file);
  const isOurs = equal(reader.fixed(magic.length), magic);
  const tender = reader.fixed(hashSize);
  const salt = reader.fixed(recoverySaltSize);
  const cipher = reader.fixed(hashSize + tagSize);
  if (!isOurs || !reader.isWhole) return { fault: "not-a-recovery-file" };
  if (!equal(tender, noticeHash)) return { fault: "another-tender" };
  const head = file.slice(0, file.length - hashSize - tagSize);
  const root = await decrypt(await keyOf(passphrase, salt), new Uint8Array(nonceSize), cipher, head);
  return root ? { root } : { fault: "wrong-passphrase" };
}

async function keyOf(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", utf8(passphrase), "PBKDF2", false, ["deriveKey"]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(parameters, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
