// The holder's ceremony: keys are made here and leave the browser as a file only.
import { TenderSite } from "./bid/tender-site";
import { the } from "./bid/words";
import { HolderPage } from "./holder/holder-page";

const page = the(document, "[data-holder]");
new HolderPage(page, page.dataset["holder"]!, new TenderSite(page.dataset["address"]!));
