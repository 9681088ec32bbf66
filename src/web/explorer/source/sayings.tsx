// All that a source says: what it affirms, then what it denies.
import type { ReactElement } from 'react';
import type { Polarity, SourceSayingFragment } from '../api/documents.js';
import { Paged } from '../look/paged.js';
import { Saying } from './saying.js';
import type { Sayings as Said } from './use-sayings.js';

interface SayingsProps {
  readonly of: Said;
  /** Below the heading that they stand under. */
  readonly headings: 'h3' | 'h4';
}

const GROUPS: readonly (readonly [Polarity, string])[] = [
  ['AFFIRMS', 'It affirms'],
  ['DENIES', 'It denies'],
];

export function Sayings({ of, headings }: SayingsProps): ReactElement {
  return (
    <Paged of={of} what="what it says" empty="It says nothing in this view.">
      {sayings =>
        GROUPS.map(([polarity, title]) => (
          <Group
            key={polarity}
            title={title}
            Heading={headings}
            sayings={sayings.filter(saying => saying.polarity === polarity)}
            isPart={sayings.length < of.total}
          />
        ))
      }
    </Paged>
  );
}

interface GroupProps {
  readonly title: string;
  readonly Heading: 'h3' | 'h4';
  readonly sayings: readonly SourceSayingFragment[];
  /** There are more, not shown. */
  readonly isPart: boolean;
}

function Group({ title, Heading, sayings, isPart }: GroupProps): ReactElement | null {
  if (sayings.length === 0) return null;
  return (
    <section>
      <Heading className="label">
        {title} · {sayings.length}
        {isPart && ' so far'}
      </Heading>
      <ul className="page-list">
        {sayings.map(saying => (
          <Saying key={saying.id} saying={saying} />
        ))}
      </ul>
    </section>
  );
}
