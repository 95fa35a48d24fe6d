// Work that could not be sent is kept in this browser's own database, per document, until it is saved or thrown away.

export interface KeptWork {
  document: string;
  revision: number;
  content: string;
  at: string;
}

const store = "work";

export async function keep(work: KeptWork): Promise<void> {
  await request("readwrite", (table) => table.put(work));
}

export async function kept(document: string): Promise<KeptWork | undefined> {
  return (await request("readonly", (table) => table.get(document))) as KeptWork | undefined;
}

export async function forget(document: string): Promise<void> {
  await request("readwrite", (table) => table.delete(document));
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("approvals-designer", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: "document" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

async function request(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const asked = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
