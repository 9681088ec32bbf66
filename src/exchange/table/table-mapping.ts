// A mapping that was read and checked: rules instead of templates, ready to be asked row by row.
import type { SourceRef } from '../../domain/command.js';
import type { NameKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { Condition } from './condition.js';
import type { SplitMapping, TableShape } from './mapping-shape.js';
import type { Rule } from './rule.js';

export interface TableMapping {
  readonly id: string;
  readonly title: string;
  readonly table: TableShape;
  /** Every column that is used. */
  readonly columns: ReadonlySet<string>;
  readonly entities: ReadonlyMap<string, MappedEntity>;
  readonly sources: ReadonlyMap<string, MappedSource>;
  readonly claims: readonly MappedClaim[];
}

export interface MappedName {
  readonly text: Rule;
  readonly language?: string;
  readonly kind?: NameKind;
  readonly split: SplitMapping;
}

export interface MappedEntity {
  readonly id: Rule;
  /** Null where the entity must be there already; without a label it is only referred to. */
  readonly made: { readonly kind: Rule; readonly label: Rule | null } | null;
  readonly names: readonly MappedName[];
  readonly description: Rule | null;
  readonly sameAs: readonly Rule[];
  readonly split: SplitMapping;
  readonly when: Condition;
  /** Ids by the keys of rows so far: an entity stands in many rows, and all that is recorded of it shares one text. */
  readonly known: Map<string, EntityId>;
}

export interface MappedSource {
  readonly kind: Rule;
  readonly title: Rule | null;
  readonly url: Rule | null;
  readonly publishedAt: Rule | null;
  readonly party: string | null;
  readonly partyDescribedAs: Rule | null;
  /** No row makes another of it. */
  readonly isConstant: boolean;
  /** What rows have made of it so far: few sources stand in many rows, and what is worked out of one is kept with its object. */
  readonly known: Map<string, SourceRef>;
}

export interface MappedQuote {
  readonly exact: Rule;
  readonly prefix: Rule | null;
  readonly suffix: Rule | null;
  readonly paragraph: Rule | null;
}

export interface MappedRelay {
  readonly source: string;
  readonly certainty: Rule | null;
  readonly wording: Rule | null;
  readonly locator: Rule | null;
  readonly quote: MappedQuote | null;
  readonly when: Condition;
}

export interface MappedAttestation extends MappedRelay {
  readonly polarity: Rule | null;
  /** Null where the party never vouches itself. */
  readonly own: Condition | null;
  readonly via: readonly MappedRelay[];
  readonly credibility: Rule | null;
}

export interface MappedClaim {
  readonly subject: string;
  readonly predicate: Rule;
  readonly object: string | null;
  readonly value: Rule | null;
  readonly unknown: Rule | null;
  readonly validTime: Rule | null;
  readonly qualifiers: readonly MappedQualifier[];
  readonly attestations: readonly MappedAttestation[];
  readonly split: SplitMapping;
  readonly when: Condition;
}

/** Exactly one of entity and value. */
export interface MappedQualifier {
  readonly name: string;
  readonly entity: string | null;
  readonly value: Rule | null;
}
