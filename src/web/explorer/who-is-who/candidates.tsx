// Pairs that may be one, likeliest first: judged one by one, or put off for now.
import { useRef, useState, type ReactElement } from 'react';
import { CandidatesDocument } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { counted } from '../words/words.js';
import { CandidateCard } from './candidate-card.js';
import { pairKey } from '../judgements/judgement-words.js';

const PAGE = 20;

interface CandidatesProps {
  /** An entity; null: everybody. */
  readonly of: string | null;
  readonly mayWrite: boolean;
  /** Told what was judged, in words. */
  readonly onTold: (words: string) => void;
}

export function Candidates({ of, mayWrite, onTold }: CandidatesProps): ReactElement {
  const pages = usePages(
    CandidatesDocument,
    { entity: of, first: PAGE },
    ({ identityCandidates }) => identityCandidates,
  );
  // Nothing is recorded of them: with the page they are there again.
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const whole = useRef<HTMLDivElement>(null);
  const waiting = pages.items.filter(pair => !putOff.includes(pairKey(pair)));
  const hidden = pages.items.length - waiting.length;
  return (
    <PageSection
      title="May be one"
      note={pages.asked.data ? `${counted(pages.total, 'pair')}, likeliest first` : undefined}
      aside={
        hidden > 0 && (
          <button className="button plain" onClick={() => setPutOff([])}>
            Show {counted(hidden, 'pair')} put off
          </button>
        )
      }
    >
      <div ref={whole} tabIndex={-1}>
        <Paged of={pages} what="pairs that may be one" empty={emptyWords(of)}>
          {() => (
            <ul className="who-list" aria-label="Pairs that may be one">
              {waiting.map((pair, at) => (
                <li key={pairKey(pair)}>
                  <CandidateCard
                    pair={pair}
                    mayWrite={mayWrite}
                    onTold={words => {
                      goOn(whole.current, pairKey(pair), at);
                      onTold(words);
                    }}
                    onPutOff={() => {
                      goOn(whole.current, pairKey(pair), at);
                      setPutOff(keys => [...keys, pairKey(pair)]);
                      onTold(`Put off: ${pair.a.label} and ${pair.b.label}. Nothing was recorded.`);
                    }}
                  />
                </li>
              ))}
              {waiting.length === 0 && <li className="muted">All pairs shown so far are put off.</li>}
            </ul>
          )}
        </Paged>
      </div>
    </PageSection>
  );
}

/** A card goes: the keyboard that was in it goes on to the next one, else to the one before, else to the whole. */
function goOn(whole: HTMLElement | null, key: string, at: number): void {
  const cards = [...(whole?.querySelectorAll<HTMLElement>('.who-card') ?? [])];
  // Once all is asked anew, another may stand in its place already.
  const own = cards.findIndex(card => card.dataset['pair'] === key);
  const isElsewhere =
    document.activeElement !== document.body && !cards[own]?.contains(document.activeElement);
  if (!isElsewhere) (cards[own < 0 ? at : own + 1] ?? cards[at - 1] ?? whole)?.focus();
}

const emptyWords = (of: string | null): string =>
  of === null
    ? 'No two entities share a name, a page or an identifier, unless they are judged already.'
    : 'No other entity shares a name, a page or an identifier with it, unless it is judged already.';
