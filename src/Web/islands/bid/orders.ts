import type { Bytes } from "../../sealing/primitives/bytes";
import type { OpeningStatement } from "../../sealing/envelopes/opening-statement";
import type { FaultCode } from "./bid-fault";

/** A certificate of this browser and its key, which signs and can't be read. */
export interface SigningCertificate {
  readonly creditCode: string;
  /** DER, the signer's first, its root last. */
  readonly chain: readonly Bytes[];
  readonly key: CryptoKey;
}

/** What is bid for one lot. */
export interface LotContent {
  readonly lot: number;
  readonly statement: OpeningStatement;
  readonly qualification: readonly File[];
  readonly depositProof: readonly File[];
  readonly technical: readonly File[];
}

interface Order {
  readonly address: string;
  readonly tender: string;
}

/** What the page asks of its worker. */
export type BidOrder =
  | (Order & { readonly order: "seal"; readonly root: Bytes; readonly lots: readonly LotContent[]; readonly certificate: SigningCertificate; readonly supersedes: Bytes | null })
  | (Order & { readonly order: "send" })
  | (Order & { readonly order: "withdraw" })
  | (Order & { readonly order: "renew" })
  | (Order & { readonly order: "release"; readonly root: Bytes; readonly lots: readonly number[] });

/** How the worker's work goes; done and total are pieces of 256 KiB. */
export type BidReport =
  | { readonly report: "progress"; readonly step: "sealing" | "sending"; readonly done: number; readonly total: number }
  | { readonly report: "confirming" }
  | { readonly report: "waiting"; readonly seconds: number }
  | { readonly report: "done" }
  | { readonly report: "fault"; readonly code: FaultCode; readonly detail: string };
