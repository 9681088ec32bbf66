// HTML put together so that any text in it is only text: what is filled into a template is escaped, unless it is HTML itself.

/** A piece of HTML. Only `html` makes one. */
export class Html {
  constructor(readonly text: string) {}
}

type Filling = string | number | Html | null | readonly (Html | null)[];

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Quotation marks are escaped too, so that a text may stand in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, mark => MARKS[mark] ?? '');

export function html(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return new Html(
    parts.map((part, nth) => part + (nth < fillings.length ? filled(fillings[nth] ?? null) : '')).join(''),
  );
}

function filled(filling: Filling): string {
  if (filling === null) return '';
  if (filling instanceof Html) return filling.text;
  return typeof filling === 'object'
    ? filling.map(one => one?.text ?? '').join('')
    : escapeHtml(String(filling));
}
