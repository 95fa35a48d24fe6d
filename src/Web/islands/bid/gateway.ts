import { type Bytes, random } from "../../sealing/primitives/bytes";
import { deriveKeyPair } from "../../sealing/primitives/hpke";
import { type Frame, openAnswer, sealFrame } from "../../sealing/transport/frame";
import { type FrameAnswer, readFrameAnswer } from "../../sealing/transport/frame-answer";
import { BidFault } from "./bid-fault";
import type { KeptBid } from "./bid-vault";
import type { SignedNotice, TenderSite } from "./tender-site";

/** Says that the connection is gone and when it is tried again. */
export type OnWaiting = (seconds: number) => void;

const longestPause = 30;

/** The gateway behind the relay: frames of one size there, answers of one size back. A lost connection is waited for. */
export class Gateway {
  constructor(
    private readonly site: TenderSite,
    private readonly signed: SignedNotice,
    private readonly bid: KeptBid,
    private readonly onWaiting: OnWaiting,
  ) {}

  async ask(verb: Frame["verb"], sequence: number, index: number, data: Bytes): Promise<FrameAnswer> {
    const frame: Frame = { verb, slotPoint: this.bid.slotPoint, sequence, index, data };
    const ephemeral = await deriveKeyPair(random(32));
    const { sealed, answerKey } = await sealFrame(frame, this.signed.notice, this.signed.hash, this.bid.slotKey, ephemeral);
    const opened = await openAnswer(answerKey, await this.send(sealed));
    const answer = opened && readFrameAnswer(opened);
    if (!answer) throw new BidFault("refused", "answer");
    return answer;
  }

  /** The same bytes until there is an answer: a frame that comes twice means the same. */
  private async send(sealed: Bytes): Promise<Bytes> {
    for (let pause = 1; ; pause = Math.min(2 * pause, longestPause)) {
      const answer = await this.site.post("frames", sealed).catch(() => null);
      if (answer?.status === 200) {
        const bytes = await answer.arrayBuffer().catch(() => null);
        if (bytes) return new Uint8Array(bytes);
      } else if (answer && answer.status !== 429 && answer.status < 500) {
        throw new BidFault("refused", String(answer.status));
      }
      const asked = Number(answer?.headers.get("Retry-After"));
      const seconds = asked > 0 && asked <= longestPause ? asked : pause;
      this.onWaiting(seconds);
      await pauseOf(seconds);
    }
  }
}

/** So many seconds, or until the browser says that it is connected again. */
export function pauseOf(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, 1000 * seconds);
    addEventListener("online", go);
  });
}
