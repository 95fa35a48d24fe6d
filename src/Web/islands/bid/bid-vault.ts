import type { Bytes } from "../../sealing/primitives/bytes";
import type { SubmissionKind } from "../../sealing/record/entry";

/** A sealed envelope and how far its sending is. Its pieces stand beside it until it is stored. */
export interface KeptAttempt {
  readonly sequence: number;
  readonly nonce: Bytes;
  readonly envelopeId: Bytes;
  readonly header: Bytes;
  readonly slotSignature: Bytes;
  /** The leaf hashes of the pieces, one behind the other. */
  readonly leaves: Bytes;
}

export interface KeptReceipt {
  readonly sequence: number;
  readonly submission: SubmissionKind;
  readonly envelopeId: Bytes;
  /** Of the attempt, for the release; empty for a withdrawal. */
  readonly nonce: Bytes;
  readonly bytes: Bytes;
}

/** What this browser keeps of a bid. The root lies in the recovery file alone; the slot key signs and can't be read. */
export interface KeptBid {
  readonly tender: string;
  readonly noticeHash: Bytes;
  readonly slotPoint: Bytes;
  readonly slotKey: CryptoKey;
  readonly recoveryFile: Bytes;
  /** Of the newest sealing that was tried. */
  readonly lastSequence: number;
  /** Sealed and not yet stored. */
  readonly attempt: KeptAttempt | null;
  /** Oldest first. */
  readonly receipts: readonly KeptReceipt[];
  /** Lots whose lock has been released. */
  readonly released: readonly number[];
}

const name = "approvals-bids";
const bids = "bids";
const pieces = "pieces";

/** Bids of this browser, in its own database. */
export class BidVault {
  private constructor(private readonly base: IDBDatabase) {}

  static async open(): Promise<BidVault> {
    const opened = indexedDB.open(name, 1);
    opened.onupgradeneeded = () => {
      opened.result.createObjectStore(bids, { keyPath: "tender" });
      opened.result.createObjectStore(pieces);
    };
    return new BidVault(await done(opened));
  }

  async find(tender: string): Promise<KeptBid | undefined> {
    return (await done(this.store(bids, "readonly").get(tender))) as KeptBid | undefined;
  }

  async put(bid: KeptBid): Promise<void> {
    await this.write(bids, (store) => store.put(bid));
  }

  async putPiece(tender: string, sequence: number, index: number, bytes: Bytes): Promise<void> {
    await this.write(pieces, (store) => store.put(bytes, [tender, sequence, index]));
  }

  async piece(tender: string, sequence: number, index: number): Promise<Bytes | undefined> {
    return (await done(this.store(pieces, "readonly").get([tender, sequence, index]))) as Bytes | undefined;
  }

  /** Of one attempt; of all when it isn't said which. */
  async removePieces(tender: string, sequence?: number): Promise<void> {
    const range =
      sequence === undefined ? IDBKeyRange.bound([tender], [tender, []]) : IDBKeyRange.bound([tender, sequence], [tender, sequence, []]);
    await this.write(pieces, (store) => store.delete(range));
  }

  private store(store: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.base.transaction(store, mode).objectStore(store);
  }

  /** A full disk shows when the transaction ends, not at the request. */
  private write(store: string, action: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    const transaction = this.base.transaction(store, "readwrite");
    action(transaction.objectStore(store));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new DOMException("", "QuotaExceededError"));
    });
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
