// Where the keyboard is at first.
/** Given as `ref` to one field: the keyboard is there once it is shown, in a dialog too. */
export function firstFocus(element: HTMLElement | null): void {
  // A dialog asks for this attribute when it opens; React keeps its `autoFocus` to itself.
  element?.setAttribute('autofocus', '');
  element?.focus();
}
