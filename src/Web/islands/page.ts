// Loaded by every page. Nothing here is needed to use a page; it makes using it easier.
import { Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, createAll } from "govuk-frontend";
import { Menu } from "./page/menu";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

createAll(Button);
createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(PasswordInput, {
  i18n: {
    showPassword: text("showPassword"),
    hidePassword: text("hidePassword"),
    showPasswordAriaLabel: text("showPassword"),
    hidePasswordAriaLabel: text("hidePassword"),
  },
});
createAll(Radios);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-menu]")) {
  new Menu(button);
}

function text(name: string): string | undefined {
  return document.body.dataset[name];
}
