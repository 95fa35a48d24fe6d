// Puts the reader's words into parts of an editor that know English only: texts and labels that are in the table, whenever they appear.

const attributes = ["title", "aria-label", "placeholder"];

export function relabel(place: Element, words: Record<string, string> | undefined): void {
  if (!words) return;
  const change = (node: Node) => {
    if (node instanceof Text) {
      const word = words[node.data.trim()];
      if (word !== undefined && !isTyped(node)) node.data = node.data.replace(node.data.trim(), word);
      return;
    }
    if (!(node instanceof Element)) return;
    for (const name of attributes) {
      const word = words[node.getAttribute(name) ?? ""];
      if (word !== undefined) node.setAttribute(name, word);
    }
    node.childNodes.forEach(change);
  };
  change(place);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(change);
      else change(target);
    }
  }).observe(place, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
}

/** What a person writes or wrote is theirs. */
function isTyped(text: Text): boolean {
  return text.parentElement?.closest("textarea, [contenteditable], .fjs-form-field-label, .fjs-form-field-description, .djs-label, svg text") != null;
}
