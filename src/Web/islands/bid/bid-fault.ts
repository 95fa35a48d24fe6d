/** Why something of a bid didn't work; the page has a sentence for each. */
export type FaultCode =
  | "notice-missing"
  | "notice-unsigned"
  | "sections-too-long"
  | "files-changed"
  | "quota"
  | "sheet-full"
  | "deadline"
  | "not-newer"
  | "not-of-notice"
  | "notice-replaced"
  | "no-room"
  | "refused"
  | "receipt"
  | "release"
  | "unexpected";

export class BidFault extends Error {
  constructor(
    readonly code: FaultCode,
    /** A finer reason, where there is one. */
    readonly detail = "",
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "BidFault";
  }

  /** What an error of the browser means for a bid. */
  static of(error: unknown): BidFault {
    if (error instanceof BidFault) return error;
    const name = error instanceof Error ? error.name : "";
    if (name === "QuotaExceededError") return new BidFault("quota");
    if (name === "NotReadableError" || name === "NotFoundError") return new BidFault("files-changed");
    return new BidFault("unexpected", error instanceof Error ? error.message : String(error));
  }
}
