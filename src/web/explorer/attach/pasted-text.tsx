// The article's text, to mark words in. Once pasted it can be read and marked, not changed: a quote is kept to the letter.
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { cleanText, markQuote, type MarkedQuote, type Unquotable } from './mark-quote.js';

const WHY: Readonly<Record<Unquotable, string>> = {
  NOTHING_MARKED: 'Mark the words that say it first.',
  TWO_PARAGRAPHS: 'The marked words run over two paragraphs: mark words of one.',
};

const LABEL = {
  empty: 'Paste the article’s text (optional)',
  filled: 'The article’s text: mark the words that say it',
};
const HINT = {
  empty: 'Mark words in it, and their place is filled in. The text is not sent.',
  filled: 'With the keyboard: arrows to move, Shift with arrows to mark, Enter to quote.',
};

interface PastedTextProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onQuote: (quote: MarkedQuote) => void;
}

export function PastedText({ text, onText, onQuote }: PastedTextProps): ReactElement {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const isHere = text !== '';
  const quote = (): void => {
    if (!area.current) return;
    const marked = markQuote(text, area.current.selectionStart, area.current.selectionEnd);
    setSaid(typeof marked === 'string' ? WHY[marked] : `Quoted from paragraph ${marked.paragraph}.`);
    if (typeof marked !== 'string') onQuote(marked);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isHere || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    quote();
  };
  useKept(area, isHere);
  const onInput = (pasted: string): void => {
    onText(cleanText(pasted));
    setSaid('');
  };
  return (
    <div className="field">
      <label htmlFor={id} className="small">
        {isHere ? LABEL.filled : LABEL.empty}
      </label>
      <textarea
        ref={area}
        id={id}
        className="attach-text"
        data-filled={isHere || undefined}
        value={text}
        rows={isHere ? 8 : 2}
        aria-readonly={isHere}
        inputMode={isHere ? 'none' : 'text'}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={event => !isHere && onInput(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className="muted small">
        {isHere ? HINT.filled : HINT.empty}
      </p>
      {isHere && (
        <div className="row">
          <QuoteButtons onQuote={quote} onOther={() => onInput('')} />
          <span role="status" className="small">
            {said}
          </span>
        </div>
      )}
    </div>
  );
}

function QuoteButtons({
  onQuote,
  onOther,
}: {
  readonly onQuote: () => void;
  readonly onOther: () => void;
}): ReactElement {
  return (
    <>
      {/* Pressing it must not take the mark away. */}
      <button
        type="button"
        className="button"
        onMouseDown={event => event.preventDefault()}
        onClick={onQuote}
      >
        Quote the marked words
      </button>
      <button type="button" className="button plain" onClick={onOther}>
        Paste another text
      </button>
    </>
  );
}

/** Keeps a text as it is. Not by `readOnly`: browsers give that no caret, and without one no word is marked by keyboard. */
function useKept(area: { readonly current: HTMLTextAreaElement | null }, isKept: boolean): void {
  useLayoutEffect(() => {
    const text = area.current;
    if (!isKept || !text) return;
    // Marking starts at the top, wherever pasting ended.
    text.setSelectionRange(0, 0);
    text.scrollTo(0, 0);
    const refuse = (event: Event): void => event.preventDefault();
    text.addEventListener('beforeinput', refuse);
    return () => text.removeEventListener('beforeinput', refuse);
  }, [area, isKept]);
}
