import type { Desk } from "./desk";
import type { DocumentAnswer } from "./server";

/** What an editor is to the desk: it shows a content, gives it back, and says when it changed. */
export interface Editor {
  content(): Promise<string>;
  /** Shows another content of the same document: somebody else's, or what was kept on this device. */
  show(content: string): Promise<void>;
}

export type OpenEditor = (desk: Desk, document: DocumentAnswer) => Promise<Editor>;

export interface EditorModule {
  openEditor: OpenEditor;
}
