// Does with the built sealing library what a test asks for: node answer.mjs LIBRARY, questions as JSON on its input, answers as JSON on its
// output. Octets are base64.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
const s = await import(pathToFileURL(process.argv[2]));
const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));
const text = (octets) => Buffer.from(octets).toString("base64");
const flip = (octets, at) => (octets[at] ^= 1 << ((at * 7) % 8));

async function tenderOf(question) {
  const notice = s.readNotice(bytes(question.notice));
  return { notice, hash: await s.noticeHashOf(notice) };
}

const sourceOf = (octets) => s.memorySource(octets);
const sheetOf = (sheet) => ({
  members: sheet.members.map((each) => ({ creditCode: each.creditCode, certificates: each.certificates.map(bytes), signature: bytes(each.signature) })),
  lots: sheet.lots,
  supersedes: sheet.supersedes ? bytes(sheet.supersedes) : null,
});

const answers = {
  async seal(question) {
    const { notice, hash } = await tenderOf(question);
    const { nonce, holderSecret, recoverySeeds, fillers } = question.chance;
    const chance = { nonce: bytes(nonce), holderSecret: bytes(holderSecret), recoverySeeds: recoverySeeds.map(bytes), fillers: fillers.map(bytes) };
    const root = bytes(question.root);
    const sealer = await s.Sealer.begin(notice, hash, root, question.sequence, chance);
    const body = [];
    for await (const piece of sealer.body(new Map(question.content.map(({ index, data }) => [index, sourceOf(bytes(data))])))) body.push(piece.bytes);
    const core = await sealer.core();
    const sealed = await sealer.finish(core, sheetOf(question.sheet), question.recoveryPoints.map(bytes));
    return {
      notice: text(s.writeNotice(notice)),
      noticeHash: text(hash),
      deposit: text(await s.depositReferenceOf(root, hash)),
      base: text(sealer.secrets.base),
      bodySize: s.bodySizeOf(notice),
      body: text(s.concat(...body)),
      core: text(s.coreBytes(core)),
      toSign: text(await s.toSign(s.coreBytes(core), question.sheet.lots, question.sheet.supersedes ? bytes(question.sheet.supersedes) : null)),
      header: text(s.writeHeader(sealed.header)),
      id: text(sealed.id),
      slotSignature: text(sealed.slotSignature),
    };
  },

  async open(question) {
    const { notice, hash } = await tenderOf(question);
    const header = s.readHeader(notice, hash, bytes(question.header));
    const base = await s.baseOf(hash, header.slotPoint, header.sequence, header.nonce);
    const keysOf = (keys) => keys.map(({ role, scalar }) => ({ role, key: s.SealKey.fromScalar(bytes(scalar)) }));
    const holders = await s.joinShares(keysOf(question.contentKeys), s.ShareKind.Content, base, header.contentShares);
    const identity = await s.joinShares(keysOf(question.identityKeys), s.ShareKind.Identity, base, header.identityShares);
    const secrets = await s.AttemptSecrets.of(bytes(question.root), hash, header.sequence, header.nonce);
    const body = bytes(question.body);
    const sections = [];
    for (const section of s.allSections(notice.lots)) {
      const { start, length } = s.placeOf(notice, section);
      const cipher = body.slice(start, start + length);
      const own = await secrets.section(section);
      const plain = await s.openSection(notice, base, section, own, holders, sourceOf(cipher));
      sections.push(plain && text(plain));
      for (let at = 0; at < length; at += question.step) {
        flip(cipher, at);
        if (await s.openSection(notice, base, section, own, holders, sourceOf(cipher))) throw new Error(`A body opens with byte ${at} changed.`);
        flip(cipher, at);
      }
    }
    const sheet = await s.openSheet(base, identity, header.sheet, notice.lots);
    return {
      id: text(await s.envelopeIdOf(header)),
      holders: text(holders),
      identity: text(identity),
      dealt: [
        await s.areDealt(notice, s.ShareKind.Content, base, holders, header.contentShares),
        await s.areDealt(notice, s.ShareKind.Identity, base, identity, header.identityShares),
      ],
      otherDealt: await s.areDealt(notice, s.ShareKind.Content, base, identity, header.contentShares),
      sections,
      codes: sheet.members.map((member) => member.creditCode),
      lots: sheet.lots,
      supersedes: sheet.supersedes && text(sheet.supersedes),
    };
  },

  /** Of every byte of a header: is it still a header with one bit of it changed? */
  async flippedHeaders(question) {
    const { notice, hash } = await tenderOf(question);
    const header = bytes(question.header);
    return Array.from(header, (_, at) => {
      flip(header, at);
      const read = s.readHeader(notice, hash, header);
      const isSame = read === null || text(s.writeHeader(read)) === text(header);
      flip(header, at);
      if (!isSame) throw new Error(`A header is read as another one with byte ${at} changed.`);
      return read ? "1" : "0";
    }).join("");
  },

  flippedNotices(question) {
    const notice = bytes(question.notice);
    return Array.from(notice, (_, at) => {
      flip(notice, at);
      const read = s.readNotice(notice);
      flip(notice, at);
      return read ? "1" : "0";
    }).join("");
  },

  async record(question) {
    const { notice, hash } = await tenderOf(question);
    const entries = question.entries.map(bytes);
    const read = entries.map(s.readEntry);
    const accepted = s.acceptedBids(read.filter((entry) => entry?.kind === s.EntryKind.Submission), notice.deadline);
    const own = { slotPoint: bytes(question.slotPoint), envelopeId: bytes(question.envelopeId) };
    const releasable = await s.checkRelease(read, own, notice, hash);
    const stranger = await s.checkRelease(read, { ...own, envelopeId: hash }, notice, hash);
    const withoutOne = await s.checkRelease(read.filter((entry) => entry.kind !== s.EntryKind.Submission || entry !== read.find((each) => each.kind === entry.kind)), own, notice, hash);
    return {
      entries: read.map((entry) => entry && text(s.writeEntry(entry))),
      toSign: await Promise.all(read.map(async (entry) => text(await s.entryToSign(hash, releasable.setRoot, entry)))),
      setRoot: text(await s.setRootOf(accepted)),
      treeRoot: text(await s.rootOf(await Promise.all(entries.map((entry) => s.leafOf(entry))))),
      passedLots: releasable.passedLots ?? releasable,
      stranger,
      withoutOne,
      flipped: entries.map((entry) =>
        Array.from(entry.subarray(1), (_, at) => {
          flip(entry, at + 1);
          const isEntry = s.readEntry(entry) !== null;
          flip(entry, at + 1);
          return isEntry ? "1" : "0";
        }).join(""),
      ),
    };
  },

  async release(question) {
    const { hash } = await tenderOf(question);
    const secrets = await s.AttemptSecrets.of(bytes(question.root), hash, question.sequence, bytes(question.nonce));
    const released = await s.releaseOf(secrets, question.lots, bytes(question.setRoot), hash);
    return { secrets: released.secrets.map(text), entry: text(s.writeEntry(released.entry)) };
  },

  async recovery(question) {
    const [root, hash] = [bytes(question.root), bytes(question.noticeHash)];
    const written = await s.writeRecoveryFile(root, hash, question.passphrase, bytes(question.salt));
    const read = async (file, tender, passphrase) => {
      const found = await s.readRecoveryFile(file, tender, passphrase);
      return found.fault ?? text(found.root);
    };
    return {
      written: text(written),
      read: await read(bytes(question.file), hash, question.passphrase),
      wrong: await read(bytes(question.file), hash, `${question.passphrase}1`),
      other: await read(bytes(question.file), root, question.passphrase),
      cut: await read(bytes(question.file).slice(1), hash, question.passphrase),
    };
  },

  async frame(question) {
    const { notice, hash } = await tenderOf(question);
    const slot = await s.slotOf(bytes(question.root), hash);
    const frame = { verb: question.verb, slotPoint: slot.point, sequence: question.sequence, index: question.index, data: bytes(question.data) };
    const { sealed, answerKey } = await s.sealFrame(frame, notice, hash, await slot.signingKey(), await s.deriveKeyPair(bytes(question.seed)));
    return { sealed: text(sealed), answerKey: text(answerKey), size: s.sealedFrameSize };
  },

  async answer(question) {
    const { notice, hash } = await tenderOf(question);
    const opened = await s.openAnswer(bytes(question.answerKey), bytes(question.bytes));
    const answer = s.readFrameAnswer(opened);
    const expected = { slotPoint: bytes(question.slotPoint), envelopeId: bytes(question.envelopeId), sequence: question.sequence };
    const standing = (receipt) => receipt && s.checkReceipt(receipt, expected, notice, hash);
    const spoilt = [];
    for (let at = 0; at < answer.receiptBytes.length; at++) {
      flip(answer.receiptBytes, at);
      const verdict = await standing(s.readReceipt(answer.receiptBytes));
      if (verdict === "final") spoilt.push(at);
      flip(answer.receiptBytes, at);
    }
    return { code: answer.code, at: answer.at, pieces: s.readPieces(answer.details), standing: await standing(answer.receipt), spoilt };
  },

  async parcel(question) {
    const source = s.parcelOf(question.files.map(({ role, name, content }) => ({ role, name, content: sourceOf(bytes(content)) })));
    const whole = await source.read(0, source.size);
    const parts = [];
    for (let at = 0; at < source.size; at += 7) parts.push(await source.read(at, Math.min(at + 7, source.size)));
    const flipped = Array.from(whole, (_, at) => {
      flip(whole, at);
      const isParcel = s.readParcel(whole) !== null;
      flip(whole, at);
      return isParcel ? "1" : "0";
    });
    return { written: text(whole), inParts: text(s.concat(...parts)), names: s.readParcel(whole).map((file) => file.name), flipped: flipped.join("") };
  },

  async keys(question) {
    return Promise.all(
      question.seeds.map(async (seed) => {
        const pair = await s.deriveKeyPair(bytes(seed));
        return { scalar: text(pair.scalar), point: text(pair.point), der: text(s.derSignature(bytes(question.signature))), signature: text(await pair.sign(bytes(seed))) };
      }),
    );
  },
};

const questions = JSON.parse(readFileSync(0, "utf8"));
const said = [];
for (const question of questions) said.push(await answers[question.ask](question));
process.stdout.write(JSON.stringify(said));
