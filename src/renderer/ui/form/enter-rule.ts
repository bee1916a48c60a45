/** Where Enter goes in a quick form: to the next empty required field, and from the last one to save. */

const FIELD = '[data-field]:not([disabled])';

/** The form's next field that is required and still empty: after `from` first, then from the top. Null: none is left. */
export function nextEmptyRequired(form: HTMLElement, from: Element | null): HTMLElement | null {
  const fields = fieldsOf(form);
  const at = fields.findIndex((field) => field === from || field.contains(from));
  const order = [...fields.slice(at + 1), ...fields.slice(0, Math.max(at, 0))];
  return order.find((field) => 'required' in field.dataset && 'empty' in field.dataset) ?? null;
}

/** Puts the keyboard into a field; into the chosen or first option of a choice. */
export function focusField(field: HTMLElement): void {
  const target =
    field.getAttribute('role') === 'radiogroup' ? field.querySelector<HTMLElement>('[tabindex="0"]') : field;
  target?.focus();
}

/** To the field after this one, whatever it is; stays where it is on the last. */
export function focusNextField(from: HTMLElement): void {
  const form = from.closest('form');
  if (form === null) return;
  const fields = fieldsOf(form);
  const next = fields[fields.indexOf(from) + 1];
  if (next !== undefined) focusField(next);
}

export function focusNamedField(form: HTMLElement, name: string): void {
  const field = fieldsOf(form).find((one) => one.dataset['field'] === name);
  if (field !== undefined) focusField(field);
}

function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(FIELD)];
}
