// The words that say it: marked in the article's pasted text, or filled in by hand. The text itself stays on this page.
import { useState, type ReactElement } from 'react';
import type { QuoteDraft } from './draft.js';
import { findQuote, type MarkedQuote } from './mark-quote.js';
import { PastedText } from './pasted-text.js';
import { Part } from '../form/problems.js';
import { TextField } from '../form/text-field.js';

const PATHS = ['exact', 'prefix', 'suffix', 'paragraph'].map(name => `quote.${name}`);

export function QuotePart({
  value,
  onChange,
}: {
  readonly value: QuoteDraft;
  readonly onChange: (change: Partial<QuoteDraft>) => void;
}): ReactElement {
  const [article, setArticle] = useState('');
  const take = (quote: MarkedQuote): void => onChange({ ...quote, paragraph: String(quote.paragraph) });
  const type = (exact: string): void => {
    const found = findQuote(article, exact);
    if (found) take({ ...found, exact });
    // The surroundings of other words are not those of these.
    else onChange(article === '' ? { exact } : { exact, prefix: '', suffix: '', paragraph: '' });
  };
  const isQuoted = Object.values(value).some(text => text !== '');
  return (
    <Part path="quote" inner={PATHS} className="stack">
      <PastedText text={article} onText={setArticle} onQuote={take} />
      <div className="stack attach-quote">
        <TextField
          label="Words quoted"
          path="quote.exact"
          value={value.exact}
          onChange={type}
          rows={2}
          className="attach-exact"
        />
        {isQuoted && (
          <>
            <TextField
              label="Right before them"
              path="quote.prefix"
              value={value.prefix}
              onChange={prefix => onChange({ prefix })}
            />
            <TextField
              label="Right after them"
              path="quote.suffix"
              value={value.suffix}
              onChange={suffix => onChange({ suffix })}
            />
            <TextField
              label="Paragraph"
              path="quote.paragraph"
              value={value.paragraph}
              onChange={paragraph => onChange({ paragraph })}
              inputMode="numeric"
            />
          </>
        )}
      </div>
    </Part>
  );
}
