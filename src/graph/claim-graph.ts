// The graph that the journal's events build: typed reads over entities, claims, sources and attestations. Reads never refuse.
import type { Idempotency, RecordedEvent } from '../domain/event.js';
import {
  canonicalJson,
  type AttestationId,
  type ClaimId,
  type EntityId,
  type SourceId,
} from '../domain/ids.js';
import { sentenceOf } from '../domain/sentence.js';
import { contentKey, hadAddress, sourceId, type SourceDescription } from '../domain/source.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { apply, type Extent } from './apply/apply.js';
import { applyPage } from './apply/apply-page.js';
import { DryRun } from './apply/dry-run.js';
import { IdentityClasses } from './identity/identity-classes.js';
import { NameIndex } from './names/name-index.js';
import type { EventPage } from './attestations/packed-attestations.js';
import type {
  AttestationRecord,
  ClaimRecord,
  Counts,
  EntityNode,
  EntityRecord,
  SourceRecord,
  TextRecord,
} from './records/records.js';
import { SourceWords } from './names/source-words.js';
import { placeBy } from './records/place-by.js';
import { emptyStorage, type Storage } from './apply/storage.js';
import type { TimeExtent } from './records/time-extent.js';

export class ClaimGraph {
  private index = new NameIndex();
  private words = new SourceWords(id => this.findEntity(id));
  private storage: Storage;
  private readonly nobody = new IdentityClasses();
  /** By the last judgement that they know of. */
  private readonly identities = new WeakMap<object, IdentityClasses>();

  constructor(readonly vocabulary: Vocabulary) {
    this.storage = emptyStorage(vocabulary);
  }

  /** Search by name. */
  get names(): NameIndex {
    return this.index;
  }

  /** Shows from now on what another graph shows, which is given up with it: for a journal whose past was redacted. */
  replaceWith(other: ClaimGraph): void {
    this.storage = other.storage;
    this.index = other.index;
    this.words = new SourceWords(id => this.findEntity(id));
  }

  /** Applies a page of the next events: attestations stay packed, all others are passed to `draw`, which calls `apply`. */
  applyPage(page: EventPage, draw: (event: RecordedEvent) => void): void {
    applyPage(this.storage, page, draw);
  }

  /** Does the work that a start has left for later, with pauses. All reads are right without it, but some are slower. */
  async ready(goesOn?: () => boolean): Promise<void> {
    await this.names.ready(goesOn);
    await this.storage.edges.ready(goesOn);
  }

  /** Draws the next event of the journal. */
  apply(recorded: RecordedEvent): void {
    apply(this.storage, recorded, null);
    this.names.index(recorded.event);
  }

  /**
   * What `look` sees with events applied that are not recorded; they are rolled back before this returns. `look` must not await.
   * Name search does not see them.
   */
  whatIf<T>(events: readonly RecordedEvent[], look: () => T): T {
    return this.run('ALL', dryRun => {
      for (const event of events) dryRun.apply(event);
      return look();
    });
  }

  /**
   * As `whatIf`, with the events applied one by one as `work` comes to them, and only as far as decisions look at them: applying
   * all and taking it back was nearly a tenth of an import.
   */
  draft<T>(work: (draft: DryRun) => T): T {
    return this.run('FOR_DECISIONS', work);
  }

  private run<T>(extent: Extent, work: (draft: DryRun) => T): T {
    const draft = new DryRun(this.storage, extent);
    try {
      return work(draft);
    } finally {
      draft.rollBackTo(0);
    }
  }

  /** Position of the last event applied; 0 if there is none. */
  get seq(): number {
    return this.storage.times.length;
  }

  /** When the last event was recorded, milliseconds since 1970; -Infinity when empty. */
  get lastTime(): number {
    return this.storage.times.at(-1) ?? -Infinity;
  }

  /** When the first event was recorded; Infinity when empty. */
  get firstTime(): number {
    return this.storage.times[0] ?? Infinity;
  }

  /** When an event was recorded, milliseconds since 1970; null where there is none in that place. */
  timeOf(seq: number): number | null {
    return this.storage.times[seq - 1] ?? null;
  }

  /** Of the valid times of all claims, withdrawn ones included. */
  get extent(): TimeExtent {
    return this.storage.extent;
  }

  /** Place of the last event recorded by a moment (milliseconds since 1970, inclusive); 0 where none was. */
  seqAt(time: number): number {
    return placeBy(this.storage.times, time);
  }

  /** Who was one with whom by a place in the journal. Worked out once for each judgement that was the last by then. */
  identitiesAt(seq: number): IdentityClasses {
    const { judgements } = this.storage;
    let known = judgements.length;
    while ((judgements[known - 1]?.recorded.seq ?? 0) > seq) known -= 1;
    const last = judgements[known - 1];
    if (!last) return this.nobody;
    let classes = this.identities.get(last);
    if (!classes) {
      const ageOf = (id: EntityId): number => this.findEntity(id)?.recorded.seq ?? 0;
      this.identities.set(last, (classes = new IdentityClasses(judgements.slice(0, known), ageOf)));
    }
    return classes;
  }

  get counts(): Counts {
    const { nodes, claims, sources, attestations } = this.storage;
    const said = { sources: sources.size, attestations: attestations.size };
    return { entities: nodes.size, claims: claims.size, ...said };
  }

  /** All entities by their places. Must not be kept: it grows with the graph. */
  get nodes(): readonly EntityNode[] {
    return this.storage.places;
  }

  findNode(id: EntityId): EntityNode | null {
    return this.storage.nodes.get(id) ?? null;
  }

  findEntity(id: EntityId): EntityRecord | null {
    return this.storage.nodes.get(id)?.record ?? null;
  }

  /** The entity's label, or the id itself where there is no such entity. */
  labelOf(id: EntityId): string {
    return this.findEntity(id)?.entity.label ?? id;
  }

  /** A claim in plain words. */
  sentenceOf({ claim }: ClaimRecord): string {
    return sentenceOf(claim, this.vocabulary.predicateOrPlain(claim.predicate), id => this.labelOf(id));
  }

  /** In the order they were recorded, as all lists here. */
  *entities(): IterableIterator<EntityRecord> {
    for (const { record } of this.storage.nodes.values()) yield record;
  }

  findClaim(id: ClaimId): ClaimRecord | null {
    return this.storage.claims.get(id) ?? null;
  }

  claims(): IterableIterator<ClaimRecord> {
    return this.storage.claims.values();
  }

  /** How many claims join an entity to others: the number of its edges. */
  degreeOf(id: EntityId): number {
    return this.edgesOf(id).length;
  }

  /** Claims that join an entity to others, or to itself: what a walk may step along. Must not be kept: it grows with the graph. */
  edgesOf(id: EntityId): readonly ClaimRecord[] {
    return this.storage.nodes.get(id)?.claims ?? [];
  }

  /** Claims that name an entity as subject, object or qualifier. Cost grows with their number. */
  claimsAbout(id: EntityId): readonly ClaimRecord[] {
    const mentions = this.mentionsOf(id);
    if (mentions.length === 0) return [...this.edgesOf(id)];
    const found = new Set([...mentions, ...this.edgesOf(id)]);
    return [...found].sort((a, b) => a.recorded.seq - b.recorded.seq);
  }

  /** Claims that name an entity without joining it to another: with a value, or in a qualifier. */
  mentionsOf(id: EntityId): readonly ClaimRecord[] {
    return this.storage.mentions.get(id) ?? [];
  }

  /** Claims in one slot, see `domain/slot.ts`. */
  claimsInSlot(key: string): readonly ClaimRecord[] {
    return this.storage.slots.get(key) ?? [];
  }

  /** Keys of all slots that hold at least two claims. */
  *sharedSlots(): IterableIterator<string> {
    for (const [key, claims] of this.storage.slots) if (claims.length > 1) yield key;
  }

  /** Claims that somebody denied, even where the denial was withdrawn. */
  deniedClaims(): IterableIterator<ClaimId> {
    return this.storage.denied.values();
  }

  /** Claims by a dependence predicate with this entity at either end. */
  tiesOf(id: EntityId): readonly ClaimRecord[] {
    return this.storage.ties.get(id) ?? [];
  }

  findSource(id: SourceId): SourceRecord | null {
    return this.storage.sources.get(id) ?? null;
  }

  findSourceByUrl(url: string): SourceRecord | null {
    return this.findSource(this.storage.sourceByUrl.get(url) ?? '');
  }

  /** The source of the same address, or of the same content where one of the two has no address. */
  findSameSource(source: SourceDescription): SourceRecord | null {
    const known = this.findSource(sourceId(source));
    // An address without a title says too little of the content to be found by it.
    if (known || (source.url !== undefined && source.title === undefined)) return known;
    const twin = this.findSource(this.storage.sourceByContent.get(canonicalJson(contentKey(source))) ?? '');
    return twin && (source.url === undefined || !hadAddress(twin.source)) ? twin : null;
  }

  /** Whether the words of a text occur in what is known of a source, see `SourceWords`. */
  sourceFinder(text: string): (record: SourceRecord) => boolean {
    return this.words.finder(text);
  }

  sources(): IterableIterator<SourceRecord> {
    return this.storage.sources.values();
  }

  /** Versions of its text that were kept, oldest first. */
  textsOf(source: SourceId): readonly TextRecord[] {
    return this.storage.texts.get(source) ?? [];
  }

  /** Every version of every text that was kept. */
  *keptTexts(): IterableIterator<TextRecord> {
    for (const versions of this.storage.texts.values()) yield* versions;
  }

  /** Claims that join two entities, either way, unordered. Costs no more than there are of them, once `ready`. */
  claimsBetween(a: EntityId, b: EntityId): IterableIterator<ClaimRecord> {
    return this.storage.edges.between(a, b);
  }

  sourcesOf(party: EntityId): readonly SourceRecord[] {
    return this.storage.sourcesByParty.get(party) ?? [];
  }

  findAttestation(id: AttestationId): AttestationRecord | null {
    return this.storage.attestations.find(id) ?? null;
  }

  attestationsOf(claim: ClaimId): readonly AttestationRecord[] {
    return this.storage.attestations.ofClaim(claim);
  }

  attestationsBy(source: SourceId): readonly AttestationRecord[] {
    return this.storage.attestations.ofSource(source);
  }

  /** Ids of attestations that relay this one, or did until their lineage was noted anew. */
  relayersOf(id: AttestationId): Iterable<AttestationId> {
    return this.storage.relayedBy.get(id) ?? [];
  }

  /** What was asked under an idempotency key, and the attestation that came of it. */
  findIdempotency(key: string): (Idempotency & { readonly attestation: AttestationId }) | null {
    return this.storage.idempotency.get(key) ?? null;
  }
}
