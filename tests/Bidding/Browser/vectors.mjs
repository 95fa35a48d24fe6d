// Runs the public vectors against the built sealing library: node vectors.mjs LIBRARY VECTORS. One line per group, the first failure throws.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
const [library, folder] = process.argv.slice(2);
const s = await import(pathToFileURL(library));
const load = (name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8"));
const bytes = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const same = (actual, expected, what) => assert.equal(actual === null ? null : s.hex(actual), expected, what);
const done = (name, count) => console.log(`${name}: ${count}`);

const hkdf = load("hkdf").cases;
for (const each of hkdf) same(await s.hkdf(bytes(each.ikm), bytes(each.salt), bytes(each.info), each.okm.length / 2), each.okm);
for (const each of hkdf) {
  const prk = await s.extract(bytes(each.salt), bytes(each.ikm));
  same(await s.expand("SHA-256", prk, bytes(each.info), each.okm.length / 2), each.okm, "extract and expand");
}
done("RFC 5869", hkdf.length);

const gcm = load("aes-gcm").cases;
for (const each of gcm) {
  const key = await s.importAesKey(bytes(each.key));
  const sealed = bytes(each.ct + each.tag);
  same(await s.encrypt(key, bytes(each.iv), bytes(each.msg), bytes(each.aad)), s.hex(sealed));
  same(await s.decrypt(key, bytes(each.iv), sealed, bytes(each.aad)), each.msg);
  for (let at = 0; at < sealed.length * 8; at++) {
    const flipped = sealed.slice();
    flipped[at >> 3] ^= 1 << (at % 8);
    assert.equal(await s.decrypt(key, bytes(each.iv), flipped, bytes(each.aad)), null);
  }
}
done("Wycheproof AES-GCM", gcm.length);

const ecdh = load("ecdh-p256").cases;
for (const each of ecdh) {
  const key = s.SealKey.fromScalar(bytes(each.private));
  const agreed = await key.agree(bytes(each.public));
  if (each.shared) same(agreed, each.shared, `test ${each.tcId}`);
  else assert.equal(agreed, null, `test ${each.tcId}`);
}
done("Wycheproof ECDH P-256", ecdh.length);

const hpke = load("hpke");
for (const [input, scalar, point] of [["ikmR", "skRm", "pkRm"], ["ikmE", "skEm", "pkEm"]]) {
  const pair = await s.deriveKeyPair(bytes(hpke[input]));
  same(pair.scalar, hpke[scalar]);
  same(pair.point, hpke[point]);
}
const sender = await s.toSend(bytes(hpke.pkRm), s.SealKey.fromScalar(bytes(hpke.skEm)), bytes(hpke.info));
const recipient = await s.toReceive(bytes(hpke.enc), s.SealKey.fromScalar(bytes(hpke.skRm)), bytes(hpke.info));
same(sender.encapsulated, hpke.enc);
for (const each of hpke.encryptions) {
  same(await sender.seal(bytes(each.aad), bytes(each.plaintext)), each.ciphertext);
  const flipped = bytes(each.ciphertext);
  flipped[0] ^= 1;
  assert.equal(await recipient.open(bytes(each.aad), flipped), null);
  same(await recipient.open(bytes(each.aad), bytes(each.ciphertext)), each.plaintext);
}
for (const each of hpke.exports) same(await recipient.export(bytes(each.exporter_context), each.L), each.exported_value);
done("CFRG HPKE", hpke.encryptions.length + hpke.exports.length + 2);

const order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
for (const scalar of ["00".repeat(32), order, "01".repeat(31)]) assert.equal(s.SealKey.fromScalar(bytes(scalar)), null);

const slip = load("slip39").cases;
for (const each of slip) {
  const points = each.shares.map((share) => ({ x: share.x, y: bytes(share.y) }));
  const [secret, digest] = [s.interpolate(points, 255), s.interpolate(points, 254)];
  same((await s.hmac("SHA-256", digest.slice(4), secret)).slice(0, 4), s.hex(digest.slice(0, 4)));
}
for (let round = 0; round < 50; round++) {
  const [secret, coefficients] = [s.random(32), s.random(64)];
  const shares = [1, 2, 3, 4].map((x) => ({ x, y: s.shareOf(secret, coefficients, x) }));
  for (const left of [0, 1, 2, 3]) same(s.interpolate(shares.filter((_, at) => at !== left).reverse()), s.hex(secret));
}
done("SLIP-39", slip.length);

const chunked = load("chunked");
for (const each of chunked.cases) {
  const cipher = Uint8Array.from(inflateSync(Buffer.from(each.ct, "hex")));
  const plain = await opened(chunked.key, cipher);
  assert.equal(plain.length, each.length);
  same(new Uint8Array(await crypto.subtle.digest("SHA-512", plain)), each.sha512);
  const parts = [];
  for await (const part of s.encryptChunks(bytes(chunked.key), cipher.slice(0, 24), new Uint8Array(), s.memorySource(plain))) parts.push(part);
  same(s.concat(...parts), s.hex(cipher), each.comment);
  assert.equal(s.sealedSizeOf(plain.length), cipher.length);
  for (const cut of [0, 40, 56, 71, cipher.length - 1]) if (cut < cipher.length) assert.equal(await opened(chunked.key, cipher.slice(0, cut)), null, `cut at ${cut}`);
  assert.equal(await opened(chunked.key, s.concat(cipher, Uint8Array.of(0))), null, "longer");
}
done("Wycheproof C2SP chunked encryption", chunked.cases.length);

async function opened(key, cipher) {
  const parts = [];
  const plain = s.decryptChunks(bytes(key), new Uint8Array(), s.memorySource(cipher));
  for (;;) {
    const next = await plain.next();
    if (next.done) return next.value ? s.concat(...parts) : null;
    parts.push(next.value);
  }
}

const merkle = load("merkle");
const leaves = await Promise.all(merkle.leaves.map((leaf) => s.leafOf(bytes(leaf))));
for (const [size, root] of merkle.roots.entries()) same(await s.rootOf(leaves.slice(0, size)), root, `${size} leaves`);
for (const { index, size, path: hashes } of merkle.inclusions) {
  const [leaf, way, root] = [leaves[index], hashes.map(bytes), bytes(merkle.roots[size])];
  assert.ok(await s.isIncluded(leaf, index, size, way, root));
  assert.ok(!(await s.isIncluded(leaves[(index + 1) % 8], index, size, way, root)));
  assert.ok(!(await s.isIncluded(leaf, index, size, [...way, leaf], root)));
  if (way.length > 0) assert.ok(!(await s.isIncluded(leaf, index, size, way.slice(1), root)));
  assert.ok(!(await s.isIncluded(leaf, index + 1, size, way, root)));
}
done("RFC 6962", merkle.roots.length + merkle.inclusions.length);
