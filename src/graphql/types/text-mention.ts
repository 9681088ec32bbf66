// Names in a text, and the claims that it may say: offered for someone to judge.
import { ID, Int, ObjectType } from 'type-graphql';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { TextCandidate, TextMention } from '../../evidence/texts/text-candidates.js';
import type { Source } from '../../domain/source.js';
import { connectionOf } from '../words/connection.js';
import { Shown } from '../words/shown.js';
import { claimById, ClaimType } from './claim.js';
import { entityById, EntityType } from './entity.js';
import { QuoteType } from './quote.js';

@ObjectType('Mention', { description: 'A place in a text where a known name stands.' })
export class MentionType {
  constructor(
    private readonly found: TextMention,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'Whose name it is. Where several share it, there is a mention for each.')
  get entity(): EntityType {
    return entityById(this.found.entity, this.viewed);
  }

  @Shown(() => String, 'The name as it is known here; the text may write it with other case and marks.')
  get spelling(): string {
    return this.found.spelling;
  }

  @Shown(() => Int, 'The number of its paragraph, from 1.')
  get paragraph(): number {
    return this.found.paragraph;
  }

  @Shown(() => Int, 'Where it begins in the paragraph, in UTF-16 units from 0.')
  get start(): number {
    return this.found.start;
  }

  @Shown(() => Int, 'Where it ends in the paragraph, exclusive.')
  get end(): number {
    return this.found.end;
  }
}

@ObjectType('Candidate', {
  description: 'A claim that a text may say. Nobody said that it does: read the quote, then `attachSource`.',
})
export class CandidateType {
  constructor(
    private readonly found: TextCandidate,
    private readonly of: Source,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => ClaimType, 'The claim; both its ends are named.')
  get claim(): ClaimType {
    return claimById(this.found.claim.claim.id, this.viewed);
  }

  @Shown(() => ID, 'Id of the source, for `attachSource`.')
  get source(): string {
    return this.of.id;
  }

  @Shown(() => QuoteType, 'At most a sentence, with its place, as `attachSource` takes it.')
  get quote(): QuoteType {
    return new QuoteType(this.found.quote, this.of, this.viewed);
  }

  @Shown(
    () => Boolean,
    'Whether one sentence names both ends; else one paragraph does, and the quote has the later one.',
  )
  get inOneSentence(): boolean {
    return this.found.inOneSentence;
  }
}

export const MentionConnection = connectionOf<MentionType>('Mention', 'mentions', () => MentionType);
export const CandidateConnection = connectionOf<CandidateType>(
  'Candidate',
  'candidates',
  () => CandidateType,
);
