import type { Bytes } from "../../sealing/primitives/bytes";
import { verifies } from "../../sealing/primitives/seal-key";
import { type Notice, holderOf, noticeHashOf } from "../../sealing/notices/notice";
import { readNotice } from "../../sealing/notices/notice-codec";
import { EntryKind, type RecordEntry } from "../../sealing/record/entry";
import { entryToSign } from "../../sealing/record/entry-codec";
import { readEntry } from "../../sealing/record/entry-reading";
import { WireReader } from "../../sealing/wire/wire-reader";
import { BidFault } from "./bid-fault";

/** A notice whose four signatures this browser has checked. */
export interface SignedNotice {
  readonly notice: Notice;
  readonly hash: Bytes;
}

const holders = 4;

/** What the platform tells everybody of a tender. Nothing here carries a cookie: who asks is nobody's business. */
export class TenderSite {
  /** The address of the tender, without a slash at its end. */
  constructor(readonly address: string) {}

  /** The newest notice, signed by all four holders. */
  async notice(): Promise<SignedNotice> {
    const entry = readEntry(await this.bytes("notice-entry"));
    const notice = entry?.kind === EntryKind.NoticePublished ? readNotice(entry.notice) : null;
    if (!notice || entry?.kind !== EntryKind.NoticePublished) throw new BidFault("notice-unsigned");
    const hash = await noticeHashOf(notice);
    const signed = await entryToSign(hash, null, entry);
    const good = new Set<number>();
    for (const { role, signature } of entry.signatures) {
      const holder = holderOf(notice, role);
      if (holder && (await verifies(holder.signingPoint, signed, signature))) good.add(role);
    }
    if (good.size < holders) throw new BidFault("notice-unsigned");
    return { notice, hash };
  }

  /** Entries of the public record that are whole; before the deadline those are the notice and the checkpoints. */
  async record(): Promise<RecordEntry[]> {
    const reader = new WireReader(await this.bytes("record?from=0"));
    const entries: RecordEntry[] = [];
    while (!reader.isWhole && !reader.hasFailed) {
      const [isWhole, bytes] = [reader.byte() === 1, reader.block()];
      const entry = isWhole ? readEntry(bytes) : null;
      if (entry) entries.push(entry);
    }
    if (reader.hasFailed) throw new BidFault("refused");
    return entries;
  }

  async post(path: string, body: Bytes): Promise<Response> {
    return fetch(`${this.address}/${path}`, { method: "POST", body, credentials: "omit", headers: { "Content-Type": "application/octet-stream" } });
  }

  /** What is there under the path, or the fault that there is no notice yet. */
  async bytes(path: string): Promise<Bytes> {
    const answer = await fetch(`${this.address}/${path}`, { credentials: "omit", cache: "no-store" });
    if (answer.status === 404) throw new BidFault("notice-missing");
    if (!answer.ok) throw new BidFault("refused", String(answer.status));
    return new Uint8Array(await answer.arrayBuffer());
  }
}
