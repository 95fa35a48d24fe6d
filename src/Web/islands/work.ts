// The work list and the case page: keys for people who work through many cases. Everything they do is a link, too.
import { Keys } from "./work/keys";
import { Rows } from "./work/rows";

const body = document.querySelector<HTMLElement>("[data-work-rows]");
const preview = document.querySelector<HTMLElement>("[data-preview]");
const rows = body && preview ? new Rows(body, preview) : null;
new Keys(rows);
