// What of a graph goes into a dossier that is read back: all that a view shows, and what that cannot do without.
import type { Claim, Qualifier } from '../../domain/claim.js';
import type { EntityKind } from '../../domain/entity.js';
import type { AttestationId, ClaimId, EntityId } from '../../domain/ids.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityRecord,
  SourceRecord,
} from '../../graph/records/records.js';
import type { Lose } from '../export/exporter.js';
import type { ExportWorld } from '../export/export-world.js';
import { dossierEntityId } from './references.js';
import { DossierKeys, isKey } from './keys.js';

export class DossierContent {
  readonly claims: readonly ClaimRecord[];
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  /** The dossier's own id: that of the data set from which most entities came. */
  readonly id: string;
  private readonly entityKeys = new DossierKeys('entity');
  private readonly sourceKeys = new DossierKeys('source');
  private readonly claimKeys = new DossierKeys('claim');

  constructor(
    readonly world: ExportWorld,
    readonly lose: Lose,
  ) {
    this.claims = [...world.claims()].filter(claim => this.canBeWritten(claim));
    this.sources = inOrder([...world.sources(), ...this.claims.flatMap(claim => this.sourcesOf(claim))]);
    this.entities = inOrder([...world.entities(), ...this.namedEntities()]);
    this.id = commonDataSet(this.entities) ?? 'export';
    this.giveKeys();
  }

  /**
   * The attestations of a claim that the view shows, and whomever they relay, shown or not: an attestation whose relays were left
   * out would pass for a word of its own.
   */
  attestationsOf(claim: ClaimRecord): readonly AttestationRecord[] {
    const records = new Set(this.world.attestationsOf(claim));
    for (const record of records) {
      for (const id of this.relaysOf(record)) {
        const relayed = this.world.graph.findAttestation(id);
        if (relayed) records.add(relayed);
      }
    }
    return inOrder([...records]);
  }

  entityKey(id: EntityId): string {
    return this.entityKeys.find(id) ?? id;
  }

  sourceKey(id: string): string {
    return this.sourceKeys.find(id) ?? id;
  }

  /** Only of claims that replace others. */
  claimKey(id: ClaimId): string | undefined {
    return this.claimKeys.find(id);
  }

  private relaysOf(record: AttestationRecord): readonly AttestationId[] {
    return [...record.attestation.relays, ...this.world.viewed.lens.lineageOf(record).relays];
  }

  /** A key of JavaScript's own objects is refused when a dossier is read. */
  private canBeWritten({ claim }: ClaimRecord): boolean {
    const bad = claim.qualifiers.find(({ name }) => name === 'constructor' || name === 'prototype');
    if (bad) this.lose(`claim with a qualifier called ${bad.name}`);
    return !bad && this.fits(claim);
  }

  /** An entity that was described since it was only referred to may be of another kind than its claims want: they would be refused. */
  private fits({ subject, predicate, object }: Claim): boolean {
    const { graph } = this.world;
    const wanted = graph.vocabulary.findPredicate(predicate);
    const isOf = (kinds: readonly EntityKind[], id: EntityId): boolean =>
      kinds.includes(graph.findEntity(id)?.entity.kind ?? 'TOPIC');
    const fits =
      !wanted ||
      (isOf(wanted.subjectKinds, subject) && (object === undefined || isOf(wanted.objectKinds, object)));
    if (!fits) this.lose('claim about an entity that turned out to be of another kind');
    return fits;
  }

  private sourcesOf(claim: ClaimRecord): SourceRecord[] {
    return this.attestationsOf(claim).flatMap(
      ({ attestation }) => this.world.graph.findSource(attestation.source) ?? [],
    );
  }

  private namedEntities(): EntityRecord[] {
    const entityOf = ({ entity }: Qualifier): EntityId[] => (entity === undefined ? [] : [entity]);
    const ids = [
      ...this.claims.flatMap(({ claim }) => [claim.subject, ...claim.qualifiers.flatMap(entityOf)]),
      ...this.claims.flatMap(({ claim }) => claim.object ?? []),
      ...this.sources.flatMap(({ source }) => source.party ?? []),
    ];
    return [...new Set(ids)].flatMap(id => this.world.graph.findEntity(id) ?? []);
  }

  private giveKeys(): void {
    const { graph, viewed } = this.world;
    const ownPrefix = dossierEntityId(this.id, '');
    for (const { entity } of this.entities) {
      const key = entity.id.startsWith(ownPrefix) ? entity.id.slice(ownPrefix.length) : '';
      if (isKey(key)) this.entityKeys.reserve(entity.id, key);
    }
    for (const { entity } of this.entities) this.entityKeys.keyOf(entity.id, entity.label);
    for (const { source } of this.sources) {
      const { party, partyDescribedAs = '', title = source.kind } = source;
      const speaker = party === undefined ? partyDescribedAs : graph.labelOf(party);
      this.sourceKeys.keyOf(source.id, `${speaker} ${title}`);
    }
    const shown = new Set(this.claims.map(({ claim }) => claim.id));
    for (const record of this.claims) {
      const successor = graph.findClaim(viewed.lens.since(record.superseded)?.by ?? '');
      if (!successor) continue;
      if (shown.has(successor.claim.id))
        this.claimKeys.keyOf(successor.claim.id, graph.sentenceOf(successor));
      else this.lose('replacement of a claim by one that is not shown');
    }
  }
}

/** As they were recorded, each once. */
const inOrder = <R extends { readonly recorded: { readonly seq: number } }>(records: readonly R[]): R[] =>
  [...new Set(records)].sort((a, b) => a.recorded.seq - b.recorded.seq);

function commonDataSet(entities: readonly EntityRecord[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity } of entities) {
    const [dataSet = '', ...rest] = entity.id.slice('entity:'.length).split('/');
    if (isKey(dataSet) && isKey(rest.join('/'))) counts.set(dataSet, (counts.get(dataSet) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
