/** The groups of a form, each a question with its control, in order. */
export function groupsIn(form: Element | null): HTMLElement[] {
  return Array.from(form?.querySelectorAll<HTMLElement>(".govuk-form-group") ?? []);
}

export function groupOf(control: Element): HTMLElement {
  const group = control.closest<HTMLElement>(".govuk-form-group");
  if (!group) throw new Error("The control stands in no group.");
  return group;
}

/** The name of the group's control. */
export function keyOf(group: Element): string {
  return group.querySelector("input[name], select[name], textarea[name]")?.getAttribute("name") ?? "";
}

/** Lets groups that are not asked for any more go, and those that are asked for now come, after the same neighbour. */
export function mergeGroups(form: HTMLElement, fresh: HTMLElement): void {
  const wanted = groupsIn(fresh);
  const keys = new Set(wanted.map(keyOf));
  for (const group of groupsIn(form)) {
    if (!keys.has(keyOf(group))) group.remove();
  }
  const present = new Map(groupsIn(form).map((group) => [keyOf(group), group]));
  let before: HTMLElement | undefined;
  for (const group of wanted) {
    const key = keyOf(group);
    const here = present.get(key);
    if (here) {
      before = here;
    } else {
      const added = document.adoptNode(group);
      if (before) before.after(added);
      else groupsIn(form)[0]?.before(added);
      before = added;
    }
  }
}
