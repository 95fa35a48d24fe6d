// Seals and sends beside the page, so that the page stays live: one order at a time, reports until it is done.
import { equal } from "../sealing/primitives/bytes";
import { BidFault } from "../islands/bid/bid-fault";
import { BidVault, type KeptBid } from "../islands/bid/bid-vault";
import type { BidOrder, BidReport } from "../islands/bid/orders";
import { release } from "../islands/bid/releasing";
import { sealIntoVault } from "../islands/bid/sealing-bid";
import { Sending } from "../islands/bid/sending";
import { type SignedNotice, TenderSite } from "../islands/bid/tender-site";

const report = (each: BidReport) => postMessage(each);

addEventListener("message", (event: MessageEvent<BidOrder>) => {
  follow(event.data).then(
    () => report({ report: "done" }),
    (error: unknown) => {
      const { code, detail } = BidFault.of(error);
      report({ report: "fault", code, detail });
    },
  );
});

async function follow(order: BidOrder): Promise<void> {
  const site = new TenderSite(order.address);
  const [signed, vault] = [await site.notice(), await BidVault.open()];
  const bid = await vault.find(order.tender);
  if (!bid) throw new BidFault("unexpected", "no bid");
  if (!equal(bid.noticeHash, signed.hash)) throw new BidFault("notice-replaced");
  switch (order.order) {
    case "seal":
      await send(site, signed, vault, await sealIntoVault(order, signed, vault, bid, progress("sealing")));
      break;
    case "send":
      await send(site, signed, vault, bid);
      break;
    case "withdraw": {
      const receipt = await new Sending(site, signed, vault, bid, waiting).withdraw();
      await vault.put({ ...bid, lastSequence: receipt.sequence, attempt: null, receipts: [...bid.receipts, receipt] });
      await vault.removePieces(bid.tender);
      break;
    }
    case "renew": {
      const sending = new Sending(site, signed, vault, bid, waiting);
      const last = bid.receipts.at(-1);
      if (last) await vault.put({ ...bid, receipts: [...bid.receipts.slice(0, -1), await sending.renew(last)] });
      break;
    }
    case "release":
      await vault.put(await release(order, site, signed, bid));
      break;
  }
}

async function send(site: TenderSite, signed: SignedNotice, vault: BidVault, bid: KeptBid): Promise<void> {
  if (!bid.attempt) return;
  const receipt = await new Sending(site, signed, vault, bid, waiting).send(bid.attempt, progress("sending"), () => report({ report: "confirming" }));
  await vault.put({ ...bid, attempt: null, receipts: [...bid.receipts, receipt] });
  await vault.removePieces(bid.tender);
}

function waiting(seconds: number): void {
  report({ report: "waiting", seconds });
}

function progress(step: "sealing" | "sending"): (done: number, total: number) => void {
  return (done, total) => report({ report: "progress", step, done, total });
}
