// Enter in a form goes on to the next field: a half-filled form is not sent by a slip.
import type { KeyboardEvent } from 'react';

const FIELDS = 'input, select, textarea, button:not(.plain)';

/** From a field to the one after it; elsewhere, and in texts of several lines, Enter keeps its meaning. */
export function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(
    field => !field.matches(':disabled') && field.checkVisibility() && !isOtherAnswer(field, target),
  );
  fields[fields.indexOf(target) + 1]?.focus();
}

/** Radio buttons of one question count as one field. */
const isOtherAnswer = (field: HTMLElement, target: HTMLElement): boolean =>
  field instanceof HTMLInputElement &&
  field.type === 'radio' &&
  field !== target &&
  (!field.checked || (target instanceof HTMLInputElement && target.name === field.name));
