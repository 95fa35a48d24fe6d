/** One posting of a form as it stands, with the files of one control or none; its answer is a page, or nothing. */
export class Sending {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly files?: HTMLInputElement,
    private readonly onProgress?: (percent: number) => void,
  ) {}

  /** Undefined when the network or the server refused, or the answer is another page (the sign-in has run out). */
  run(): Promise<Document | undefined> {
    const request = new XMLHttpRequest();
    return new Promise((resolve) => {
      request.open("POST", this.form.action);
      request.responseType = "document";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) this.onProgress?.((100 * event.loaded) / event.total);
      });
      request.addEventListener("loadend", () => resolve(this.answerOf(request)));
      request.send(this.content());
    });
  }

  private answerOf(request: XMLHttpRequest): Document | undefined {
    const isSame = request.status === 200 && request.responseURL === this.form.action;
    return (isSame && request.responseXML) || undefined;
  }

  private content(): FormData {
    const content = new FormData(this.form);
    for (const input of this.form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
      if (input !== this.files) content.delete(input.name);
    }
    content.set("_go", "save");
    return content;
  }
}
