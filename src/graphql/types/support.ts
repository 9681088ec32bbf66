// Support: what all attestations of a claim add up to. Counts and names, never one blended number.
import { Int, ObjectType } from 'type-graphql';
import type { Certainty } from '../../domain/attestation.js';
import type { Independence } from '../../domain/view.js';
import type { FamilyTie } from '../../evidence/families/family-classes.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { Support } from '../../evidence/weighing/support.js';
import { CertaintyEnum, IndependenceEnum } from '../words/enums.js';
import { EdtfScalar } from '../words/scalars.js';
import { FEW, longList, ShownList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { claimsOf, ClaimType } from './claim.js';
import { entityById, EntityType } from './entity.js';

@ObjectType('FamilyTie', {
  description: 'Two parties that are not independent of one another, and the claims that say so.',
})
export class FamilyTieType {
  constructor(
    private readonly tie: FamilyTie,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'One party.')
  get a(): EntityType {
    return entityById(this.tie.a, this.viewed);
  }

  @Shown(() => EntityType, 'The other.')
  get b(): EntityType {
    return entityById(this.tie.b, this.viewed);
  }

  @ShownList(
    () => ClaimType,
    'The claims that join them, in order; none where a judgement says they are one.',
    FEW,
  )
  get because(): LongList<ClaimType> {
    return claimsOf(this.tie.because, this.viewed);
  }
}

@ObjectType('Support', {
  description:
    'What the attestations of a claim add up to. Only those count that lie on a chain from a source that is held to an origin.',
})
export class SupportType {
  constructor(
    private readonly support: Support,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => Int, 'Attestations that count.')
  get attestations(): number {
    return this.support.attestations;
  }

  @Shown(() => Int, 'Sources they come from.')
  get sources(): number {
    return this.support.sources;
  }

  @Shown(() => Int, 'Parties behind these sources; each unnamed one counts as one.')
  get parties(): number {
    return this.support.parties;
  }

  @Shown(() => Int, 'Families that first said so.')
  get origins(): number {
    return this.support.origins;
  }

  @Shown(() => Int, 'The most chains of which no two share a family.')
  get independent(): number {
    return this.support.independent;
  }

  @Shown(() => Boolean, 'Whether `independent` is exact; else it is at least so many.')
  get exact(): boolean {
    return this.support.exact;
  }

  @Shown(() => IndependenceEnum, 'Whether those who say so are independent of one another.')
  get independence(): Independence {
    return this.support.independence;
  }

  @ShownList(
    () => EntityType,
    'A party of each family that every chain runs through: if it falls, so does the claim.',
    FEW,
  )
  get soleDependencies(): LongList<EntityType> {
    return longList(this.support.soleDependencies, id => entityById(id, this.viewed));
  }

  @ShownList(() => FamilyTieType, 'Why parties of this claim count as one family.', FEW)
  get ties(): LongList<FamilyTieType> {
    return longList(this.support.ties, tie => new FamilyTieType(tie, this.viewed));
  }

  @Shown(() => Boolean, "Whether an origin belongs to the family of the claim's subject.")
  get interested(): boolean {
    return this.support.interested;
  }

  @Shown(() => Boolean, 'Whether attestations relay each other in a ring.')
  get circular(): boolean {
    return this.support.circular;
  }

  @Shown(() => Int, 'Denying attestations that count.')
  get denials(): number {
    return this.support.denials;
  }

  @ShownOrNull(() => CertaintyEnum, 'The weakest word along the firmest chain; null where there is no chain.')
  get certainty(): Certainty | null {
    return this.support.certainty;
  }

  @ShownOrNull(() => EdtfScalar, 'When the first source that counts came out; null where none is dated.')
  get firstSaid(): string | null {
    return this.support.firstSaid;
  }

  @ShownOrNull(() => EdtfScalar, 'When the last source that counts came out; null where none is dated.')
  get lastSaid(): string | null {
    return this.support.lastSaid;
  }
}
