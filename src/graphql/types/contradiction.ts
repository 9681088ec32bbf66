// Contradictions: shown with both sides, never resolved.
import { ObjectType } from 'type-graphql';
import type { ContradictionKind } from '../../domain/view.js';
import { MOST_CLAIMS_LISTED } from '../../evidence/slots/contradiction.js';
import type { Contradiction } from '../../evidence/weighing/contradictions.js';
import { explainContradiction } from '../../evidence/views/explanation.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { ContradictionKindEnum } from '../words/enums.js';
import { FEW, ShownList, type LongList } from '../words/long-list.js';
import { Shown } from '../words/shown.js';
import { claimsOf, ClaimType } from './claim.js';

@ObjectType('Contradiction', {
  description: 'Claims, or those who make one, that are at odds. Never resolved here.',
})
export class ContradictionType {
  /** @param words the explanation, where it was worked out already. */
  constructor(
    private readonly contradiction: Contradiction,
    private readonly viewed: ViewedGraph,
    private readonly words?: string,
  ) {}

  @Shown(() => ContradictionKindEnum, 'In what way they are at odds.')
  get kind(): ContradictionKind {
    return this.contradiction.kind;
  }

  @ShownList(
    () => ClaimType,
    'In the order they were recorded; one claim where it is affirmed and denied.',
    FEW,
  )
  get claims(): LongList<ClaimType> {
    const { contradiction, viewed } = this;
    return {
      first: most => claimsOf(contradiction.claims, viewed).first(most),
      // Of very many only the first are listed.
      count: () => contradiction.claimsCount,
    };
  }

  @Shown(() => Boolean, `Whether more claims are in it than can be listed: the first ${MOST_CLAIMS_LISTED}.`)
  get truncated(): boolean {
    return this.contradiction.truncated;
  }

  @Shown(() => String, 'What speaks against what, in one sentence.')
  get explained(): string {
    return this.words ?? explainContradiction(this.viewed, this.contradiction);
  }
}
