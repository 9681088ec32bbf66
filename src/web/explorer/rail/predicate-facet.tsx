// What claims are about: predicates with their counts, the first few until all are asked for.
import { useState, type ReactElement } from 'react';
import { VocabularyDocument, type FacetsQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { predicateChoices, shortList, toggled } from './choice.js';
import { Group, Tick } from './tick.js';

const SHOWN = 8;

export interface PredicateFacetProps {
  /** Null until they are counted. */
  readonly counts: Pick<FacetsQuery['predicates'], 'byPredicate' | 'byPredicateCount'> | null;
  readonly chosen: readonly string[] | null;
  readonly onChosen: (predicates: readonly string[] | null) => void;
}

export function PredicateFacet({ counts, chosen, onChosen }: PredicateFacetProps): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const { data } = useAsk(VocabularyDocument, {});
  const all = predicateChoices(counts, data?.predicates ?? []);
  const listed = isWhole ? all : shortList(all, chosen, SHOWN);
  const ids = (data?.predicates ?? []).map(({ id }) => id);
  return (
    <Group name="About">
      {listed.map(({ id, label, count }) => (
        <Tick
          key={id}
          isOn={chosen?.includes(id) ?? false}
          onToggle={() => onChosen(toggled(chosen, id, ids))}
          count={count}
        >
          {label}
        </Tick>
      ))}
      {all.length > SHOWN && (
        <button className="button plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${all.length}`}
        </button>
      )}
    </Group>
  );
}
