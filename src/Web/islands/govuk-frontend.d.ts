// govuk-frontend ships no types; these are the parts used here.
declare module "govuk-frontend" {
  interface ComponentClass {
    new (root: HTMLElement, config?: object): unknown;
    moduleName: string;
  }
  export const Button: ComponentClass;
  export const CharacterCount: ComponentClass;
  export const Checkboxes: ComponentClass;
  export const ErrorSummary: ComponentClass;
  export const PasswordInput: ComponentClass;
  export const Radios: ComponentClass;
  export function createAll(component: ComponentClass, config?: object): void;
}
