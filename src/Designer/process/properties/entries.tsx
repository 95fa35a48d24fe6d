// Entries of our groups: a field for one attribute, drawn by the panel's own components.
import { CheckboxEntry, FeelEntry, isCheckboxEntryEdited, isFeelEntryEdited, isSelectEntryEdited, isTextFieldEntryEdited, SelectEntry, TextFieldEntry } from "@bpmn-io/properties-panel";
import { useService } from "bpmn-js-properties-panel";
import type { ElementRegistry, Shape } from "../bpmn";

/** What every field needs to know. */
export interface Field {
  id: string;
  element: Shape;
  label: string;
  description?: string;
  read(): unknown;
  write(value: string | undefined): void;
  validate?(value: string | undefined): string | undefined;
}

interface Entry extends Field {
  component: unknown;
  isEdited: unknown;
}

export function text(field: Field): Entry {
  return { ...field, component: Text, isEdited: isTextFieldEntryEdited };
}

/** FEEL that must be FEEL: the leading = is written for the person. */
export function feel(field: Field): Entry {
  return { ...field, component: FeelField, isEdited: isFeelEntryEdited };
}

export function choice(field: Field & { options: () => { value: string; label: string }[] }): Entry {
  return { ...field, component: Choice, isEdited: isSelectEntryEdited } as Entry;
}

export function tick(field: Omit<Field, "write"> & { write(value: boolean): void }): Entry {
  return { ...field, component: Tick, isEdited: isCheckboxEntryEdited } as unknown as Entry;
}

/** Ids with blanks between; each has to be there. */
export function ids(field: Field, unknown: (id: string) => string): Entry {
  return { ...field, unknown, component: Ids, isEdited: isTextFieldEntryEdited } as Entry;
}

function Text(props: Field) {
  const debounce = useService("debounceInput");
  return (
    <TextFieldEntry id={props.id} element={props.element} label={props.label} description={props.description}
      getValue={() => props.read() ?? ""} setValue={props.write} validate={props.validate} debounce={debounce} />
  );
}

function FeelField(props: Field) {
  const debounce = useService("debounceInput");
  return (
    <FeelEntry id={props.id} element={props.element} label={props.label} description={props.description} feel="required"
      getValue={() => props.read() ?? ""} setValue={props.write} validate={props.validate} debounce={debounce} />
  );
}

function Choice(props: Field & { options: () => { value: string; label: string }[] }) {
  return (
    <SelectEntry id={props.id} element={props.element} label={props.label} description={props.description}
      getValue={() => props.read() ?? ""} setValue={props.write} getOptions={props.options} />
  );
}

function Tick(props: Omit<Field, "write"> & { write(value: boolean): void }) {
  return (
    <CheckboxEntry id={props.id} element={props.element} label={props.label} description={props.description}
      getValue={() => props.read() === true} setValue={props.write} />
  );
}

function Ids(props: Field & { unknown: (id: string) => string }) {
  const debounce = useService("debounceInput");
  const registry: ElementRegistry = useService("elementRegistry");
  const validate = (value: string | undefined) => {
    const lost = (value ?? "").split(/\s+/).find((id) => id !== "" && !registry.get(id));
    return lost === undefined ? undefined : props.unknown(lost);
  };
  return (
    <TextFieldEntry id={props.id} element={props.element} label={props.label} description={props.description}
      getValue={() => props.read() ?? ""} setValue={props.write} validate={validate} debounce={debounce} />
  );
}
