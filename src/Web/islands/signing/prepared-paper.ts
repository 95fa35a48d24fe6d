/** A signature laid out by the server; bytes are base64. The digest leaves out the place of the signature, `start` to `end`. */
export interface PreparedPaper {
  readonly ticket: string;
  readonly attributes: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

// The attribute message-digest with a SHA-256 value, DER: SEQUENCE { OID 1.2.840.113549.1.9.4, SET { OCTET STRING (32) } }.
const messageDigest = [0x30, 0x2f, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04, 0x31, 0x22, 0x04, 0x20];

/**
 * The attributes to sign, when they are those of a document that goes on from the bytes that were shown and leaves out nothing but the
 * hexadecimal place of the signature; null otherwise.
 */
export async function isWhatWasShown(prepared: PreparedPaper, shown: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const document = bytes(prepared.document);
  const attributes = bytes(prepared.attributes);
  const { start, end } = prepared;
  const place = document.subarray(start, end);
  const isPlace = start >= shown.length && place.length > 2 && place[0] === 0x3c && place.at(-1) === 0x3e && place.subarray(1, -1).every((byte) => byte === 0x30);
  if (!isPlace || !shown.every((byte, index) => document[index] === byte)) return null;

  const covered = new Uint8Array(document.length - place.length);
  covered.set(document.subarray(0, start));
  covered.set(document.subarray(end), start);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", covered));
  return contains(attributes, [...messageDigest, ...digest]) ? attributes : null;
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let from = 0; from + wanted.length <= bytes.length; from++) {
    if (wanted.every((byte, index) => bytes[from + index] === byte)) return true;
  }
  return false;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
