// What two sources say, in columns: only the one, both, only the other; and above them what cannot both be so.
import type { ReactElement } from 'react';
import type { ComparedQuery } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';
import { explainedWords } from '../claim/claim-words.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { OfAll } from '../look/of-all.js';
import { PageSection } from '../look/page.js';
import { Empty } from '../look/states.js';
import { CONTRADICTION, counted } from '../words/words.js';
import { ClaimList } from './claim-list.js';
import type { ComparedSource } from './compared-source.js';

type Comparison = ComparedQuery['compareSources'];

const FIRST = 25;

interface ComparedProps {
  readonly a: ComparedSource;
  readonly b: ComparedSource;
  readonly compared: Comparison;
}

export function Compared({ a, b, compared }: ComparedProps): ReactElement {
  const { both, onlyA, onlyB, contradictory, contradictoryCount } = compared;
  const [nameA, nameB] = [partyWords(a), partyWords(b)];
  const isOneName = nameA === nameB;
  return (
    <>
      <PageSection title="Contradictory" note={counted(contradictoryCount, 'contradiction')}>
        {contradictory.length === 0 ? (
          <Empty>Nothing that the one says is at odds with what the other says.</Empty>
        ) : (
          <>
            <Contradictions of={contradictory} />
            <OfAll shown={contradictory.length} all={contradictoryCount} />
          </>
        )}
      </PageSection>
      <div className="source-three">
        <Column
          title={`Only A${isOneName ? '' : `, ${nameA}`}`}
          claims={onlyA}
          all={compared.onlyACount}
          empty="A says nothing that B does not say."
        />
        <Column
          title="Both"
          claims={both}
          all={compared.bothCount}
          empty="There is no claim that both say."
        />
        <Column
          title={`Only B${isOneName ? '' : `, ${nameB}`}`}
          claims={onlyB}
          all={compared.onlyBCount}
          empty="B says nothing that A does not say."
        />
      </div>
    </>
  );
}

const Column = ({
  title,
  claims,
  all,
  empty,
}: {
  readonly title: string;
  readonly claims: Comparison['both'];
  readonly all: number;
  readonly empty: string;
}): ReactElement => (
  <PageSection title={title} note={counted(all, 'claim')}>
    {claims.length === 0 ? <Empty>{empty}</Empty> : <ClaimList claims={claims} all={all} first={FIRST} />}
  </PageSection>
);

const Contradictions = ({ of }: { readonly of: Comparison['contradictory'] }): ReactElement => (
  <ul className="page-list">
    {of.map(({ kind, explained, claims, claimsCount }) => (
      <li key={kind + claims.map(({ id }) => id).join()} className="source-contradiction">
        <h3 className="label">{CONTRADICTION[kind]}</h3>
        <p className="small">{explainedWords(explained)}</p>
        <div className="source-sides">
          {claims.map(claim => (
            <ClaimLineItem key={claim.id} claim={claim} />
          ))}
        </div>
        <OfAll shown={claims.length} all={claimsCount} what="claims" />
      </li>
    ))}
  </ul>
);
