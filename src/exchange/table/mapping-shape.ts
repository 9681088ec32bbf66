// The shape of a mapping once its YAML fits `schema/mapping.schema.json`, which says what each part means.
import type { NameKind } from '../../domain/entity.js';

export interface MappingDocument {
  readonly hearsay: 'mapping/1';
  readonly id: string;
  readonly title: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly note?: string;
  readonly table: TableShape;
  readonly entities?: { readonly [key: string]: EntityMapping };
  readonly sources?: { readonly [key: string]: SourceMapping };
  readonly claims?: readonly ClaimMapping[];
}

export interface TableShape {
  readonly format: 'csv' | 'tsv' | 'jsonl';
  readonly delimiter?: string;
  /** Names for the columns of a file that has no header. */
  readonly columns?: readonly string[];
}

/** A text with columns in braces, or the same with more to do. */
export type RuleMapping = string | RuleSteps;

export interface RuleSteps {
  readonly from: string;
  readonly matches?: string;
  readonly as?: string;
  readonly map?: { readonly [text: string]: string };
  readonly daysSince?: string;
  readonly default?: string;
}

export interface ConditionMapping {
  readonly column: string;
  readonly is?: string;
  readonly in?: readonly string[];
  readonly matches?: string;
  readonly notEmpty?: boolean;
}

/** All that are given must hold. */
export type WhenMapping = ConditionMapping | readonly ConditionMapping[];

/** Separator by column. */
export interface SplitMapping {
  readonly [column: string]: string;
}

export interface NameMapping {
  readonly text: RuleMapping;
  readonly language?: string;
  readonly kind?: NameKind;
  readonly split?: SplitMapping;
}

export interface EntityMapping {
  readonly id: RuleMapping;
  /** Left out together with `label`, the entity must be there already. */
  readonly kind?: RuleMapping;
  /** Left out, the entity is only referred to: known by its id until a row with a label is read. */
  readonly label?: RuleMapping;
  readonly names?: readonly NameMapping[];
  readonly description?: RuleMapping;
  readonly sameAs?: readonly RuleMapping[];
  readonly split?: SplitMapping;
  readonly when?: WhenMapping;
}

export interface SourceMapping {
  readonly kind: RuleMapping;
  readonly title?: RuleMapping;
  readonly url?: RuleMapping;
  readonly publishedAt?: RuleMapping;
  /** Key of an entity, or a global id. */
  readonly party?: string;
  readonly partyDescribedAs?: RuleMapping;
}

export interface ClaimMapping {
  readonly subject: string;
  readonly predicate: RuleMapping;
  readonly object?: string;
  readonly value?: RuleMapping;
  readonly unknown?: RuleMapping;
  readonly validTime?: RuleMapping;
  /** A text names an entity. */
  readonly qualifiers?: { readonly [name: string]: string | { readonly value: RuleMapping } };
  readonly attestations?: readonly AttestationMapping[];
  readonly split?: SplitMapping;
  readonly when?: WhenMapping;
}

export interface QuoteMapping {
  readonly exact: RuleMapping;
  readonly prefix?: RuleMapping;
  readonly suffix?: RuleMapping;
  readonly paragraph?: RuleMapping;
}

export interface RelayMapping {
  readonly source: string;
  readonly certainty?: RuleMapping;
  readonly wording?: RuleMapping;
  readonly locator?: RuleMapping;
  readonly quote?: QuoteMapping;
  readonly when?: WhenMapping;
}

export interface AttestationMapping extends RelayMapping {
  readonly polarity?: RuleMapping;
  /** A condition says in which rows the party vouches itself. */
  readonly own?: boolean | WhenMapping;
  readonly via?: readonly RelayMapping[];
  readonly credibility?: RuleMapping;
}
