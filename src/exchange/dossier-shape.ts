// The shape of a dossier once its YAML fits `schema/dossier.schema.json`, which says what each part means.
import type { Certainty, Credibility, Polarity, Quote } from '../domain/attestation.js';
import type { MakeClaim, NewName } from '../domain/command.js';
import type { EntityKind } from '../domain/entity.js';
import type { EntityId } from '../domain/ids.js';
import type { SourceDescription } from '../domain/source.js';

export interface DossierDocument {
  readonly hearsay: 'dossier/1';
  readonly id: string;
  readonly title: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly note?: string;
  readonly entities?: { readonly [key: string]: DossierEntity };
  readonly sources?: { readonly [key: string]: SourceDescription };
  readonly claims?: readonly DossierClaim[];
}

export interface DossierEntity {
  /** Global, where it came from elsewhere. */
  readonly id?: EntityId;
  readonly kind: EntityKind;
  readonly label: string;
  readonly names?: readonly NewName[];
  readonly description?: string;
  readonly sameAs?: readonly string[];
}

/** Entities are named by local key or global id. */
export interface DossierClaim extends Pick<
  MakeClaim,
  'subject' | 'predicate' | 'object' | 'value' | 'unknown' | 'validTime'
> {
  readonly key?: string;
  readonly note?: string;
  readonly qualifiers?: { readonly [name: string]: DossierQualifier | readonly DossierQualifier[] };
  readonly attestations?: readonly DossierAttestation[];
}

/** A text names an entity. */
export type DossierQualifier = string | { readonly value: string };

export interface DossierRelay {
  readonly source: string;
  readonly certainty?: Certainty;
  readonly wording?: string;
  readonly locator?: string;
  readonly quote?: Quote;
}

export interface DossierAttestation extends DossierRelay {
  readonly polarity?: Polarity;
  readonly own?: boolean;
  readonly via?: readonly DossierRelay[];
  readonly credibility?: Credibility;
}
