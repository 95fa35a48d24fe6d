/** A private key of this browser; it signs, and nobody can read it. `id` is the SHA-256 of its public key in hexadecimal. */
export interface HeldKey {
  readonly id: string;
  readonly made: number;
  readonly keys: CryptoKeyPair;
  /** What a bid is signed with besides the key, once this is a bidder's certificate. */
  readonly bidder?: BidderCertificate;
}

/** 投标人证书, as the page of bids needs it, which asks nobody who is there. */
export interface BidderCertificate {
  readonly organisation: string;
  readonly creditCode: string;
  /** DER, the signer's first, its root last. */
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
}

export const curve: EcKeyGenParams = { name: "ECDSA", namedCurve: "P-256" };
export const signing: EcdsaParams = { name: "ECDSA", hash: "SHA-256" };

const database = "approvals-keys";
const store = "keys";

/** The keys made here, in the browser's own database. */
export class KeyVault {
  static async make(): Promise<HeldKey> {
    const keys = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
    const spki = await crypto.subtle.exportKey("spki", keys.publicKey);
    const id = hex(await crypto.subtle.digest("SHA-256", spki));
    return { id, made: Date.now(), keys };
  }

  static async put(key: HeldKey): Promise<void> {
    await run("readwrite", (keys) => keys.put(key));
  }

  /** The oldest first. */
  static async all(): Promise<HeldKey[]> {
    const found = (await run("readonly", (keys) => keys.getAll())) as HeldKey[];
    return found.sort((one, other) => one.made - other.made);
  }
}

/** Keeps beside each held key what its bidder's certificate says. */
export async function keepBidders(found: ReadonlyMap<string, BidderCertificate>): Promise<void> {
  for (const key of await KeyVault.all()) {
    const bidder = found.get(key.id);
    if (bidder) await KeyVault.put({ ...key, bidder });
  }
}

export function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function run<T>(mode: IDBTransactionMode, action: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = indexedDB.open(database, 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore(store, { keyPath: "id" });
  const base = await done(opened);
  try {
    return await done(action(base.transaction(store, mode).objectStore(store)));
  } finally {
    base.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
