// Sealing a bid in the browser. Without a notice that all four holders signed there is nothing to seal for, and the page says so.
import { AlertBox } from "./bid/alert-box";
import { BidFault } from "./bid/bid-fault";
import { BidPage } from "./bid/bid-page";
import { BidVault } from "./bid/bid-vault";
import { TenderSite } from "./bid/tender-site";
import { Words, the } from "./bid/words";

const page = the(document, "[data-bid]");
try {
  const site = new TenderSite(page.dataset["address"]!);
  const signed = await site.notice();
  await new BidPage(page, page.dataset["bid"]!, site, signed, await BidVault.open()).open();
} catch (error) {
  new AlertBox(page, new Words(page)).fault(BidFault.of(error));
}
