// The pages of an application. They work without it; with it what is typed saves itself, files go up when they are chosen,
// and questions come up as soon as an answer asks for them.
import { SavingForm } from "./apply/saving-form";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-saves]")) {
  new SavingForm(form);
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
