// The shape of a dossier once its YAML fits `schema/dossier.schema.json`, which says what each part means.
import type { Certainty, Credibility, Lineage, Polarity, Quote } from '../../domain/attestation.js';
import type { Command, IdentityJudgement, MakeClaim, NewName } from '../../domain/command.js';
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { Reliability, SourceDescription } from '../../domain/source.js';
import type { YamlPath } from '../yaml-document.js';

/** A command, and the part of the dossier that asks for it. */
export interface DossierCommand {
  readonly command: Command;
  readonly path: YamlPath;
  readonly label: string;
}

export interface DossierDocument {
  readonly hearsay: 'dossier/1';
  readonly id: string;
  readonly title: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly note?: string;
  readonly entities?: { readonly [key: string]: DossierEntity };
  readonly sources?: { readonly [key: string]: DossierSource };
  readonly claims?: readonly DossierClaim[];
  readonly judgements?: readonly DossierJudgement[];
}

export interface DossierEntity {
  /** Global, where it came from elsewhere. */
  readonly id?: EntityId;
  readonly kind: EntityKind;
  readonly label: string;
  readonly names?: readonly NewName[];
  readonly description?: string;
  readonly sameAs?: readonly string[];
  readonly provisional?: boolean;
  readonly grade?: { readonly reliability: Reliability; readonly reason?: string };
}

export interface DossierSource extends SourceDescription {
  /** Left out: held where it is attached to a claim. */
  readonly held?: boolean;
}

export interface DossierJudgement {
  readonly a: string;
  readonly b: string;
  readonly judgement: IdentityJudgement;
  readonly reason?: string;
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
  readonly superseded?: { readonly by: string; readonly reason: string };
  readonly withdrawn?: string;
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
  readonly key?: string;
  /** Keys of attestations that stand before it. */
  readonly relays?: readonly string[];
  readonly noted?: { readonly lineage: Lineage; readonly relays?: readonly string[] };
  readonly earlier?: number;
  readonly withdrawn?: string;
}
