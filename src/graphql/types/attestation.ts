// Attestations: one source saying one claim. Chains are added in `fields/`.
import { ObjectType } from 'type-graphql';
import type { Certainty, Credibility, Lineage, Polarity } from '../../domain/attestation.js';
import type { Recorded } from '../../domain/event.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type {
  AttestationRecord,
  LineageNote,
  SourceRecord,
  Withdrawal,
} from '../../graph/records/records.js';
import { relayersOf, showsAttestation } from '../../evidence/views/shows-attestation.js';
import { CertaintyEnum, CredibilityEnum, LineageEnum, PolarityEnum } from '../words/enums.js';
import { FEW, longList, ShownList, walkedList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { claimById, ClaimType } from './claim.js';
import { NodeType, RecordedType, WithdrawalType } from './node.js';
import { QuoteType } from './quote.js';
import { SourceType } from './source.js';

@ObjectType('LineageNote', { description: 'On whose word a source says a claim, as somebody noted it.' })
export class LineageNoteType {
  constructor(
    private readonly note: LineageNote,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => LineageEnum, 'On whose word.')
  get lineage(): Lineage {
    return this.note.lineage;
  }

  @ShownList(() => AttestationType, 'Those it passes on; withdrawn ones only where the view shows them.', FEW)
  get relays(): LongList<AttestationType> {
    return shownOf(this.note.relays, this.viewed);
  }

  @Shown(() => RecordedType, 'When and by whom it was noted.')
  get recorded(): Recorded {
    return this.note.recorded;
  }
}

@ObjectType('Attestation', {
  implements: NodeType,
  description: 'One source saying or denying one claim: how firmly, in which words, and on whose word.',
})
export class AttestationType extends NodeType {
  constructor(
    readonly record: AttestationRecord,
    readonly viewed: ViewedGraph,
  ) {
    super(record.attestation.id);
  }

  @Shown(() => ClaimType, 'What is said.')
  get claim(): ClaimType {
    return claimById(this.record.attestation.claim, this.viewed);
  }

  @Shown(() => SourceType, 'What says it.')
  get source(): SourceType {
    return new SourceType(this.sourceRecord, this.viewed);
  }

  @Shown(() => PolarityEnum, 'Whether it says so or denies it.')
  get polarity(): Polarity {
    return this.record.attestation.polarity;
  }

  @Shown(() => CertaintyEnum, 'How firmly.')
  get certainty(): Certainty {
    return this.record.attestation.certainty;
  }

  @ShownOrNull(() => String, 'The words that showed how firmly.')
  get wording(): string | null {
    return this.record.attestation.wording ?? null;
  }

  @ShownOrNull(() => String, 'Where in the source it is said, such as `page 4`; null where nobody noted it.')
  get locator(): string | null {
    return this.record.attestation.locator ?? null;
  }

  @ShownOrNull(() => QuoteType, 'The phrase that says it.')
  get quote(): QuoteType | null {
    const { quote } = this.record.attestation;
    return quote ? new QuoteType(quote, this.sourceRecord.source, this.viewed) : null;
  }

  @Shown(() => LineageEnum, 'On whose word, as noted last.')
  get lineage(): Lineage {
    return this.viewed.lens.lineageOf(this.record).lineage;
  }

  @ShownList(
    () => LineageNoteType,
    'All notes of its lineage, oldest first: the first was made as it was attached, the last one counts.',
  )
  get lineageNotes(): LongList<LineageNoteType> {
    const { viewed } = this;
    const known = this.record.lineages.filter(note => viewed.lens.knows(note));
    return longList(known, note => new LineageNoteType(note, viewed));
  }

  @ShownOrNull(
    () => CredibilityEnum,
    'How credible the item is, as graded here; null where nobody graded it.',
  )
  get credibility(): Credibility | null {
    return this.record.attestation.credibility ?? null;
  }

  @Shown(
    () => Boolean,
    'Someone here has the source itself; else it is known only through those who relay it.',
  )
  get held(): boolean {
    return this.viewed.lens.holds(this.sourceRecord);
  }

  @ShownList(
    () => AttestationType,
    'Those it passes on, as noted last; withdrawn ones only where the view shows them.',
  )
  get relays(): LongList<AttestationType> {
    return shownOf(this.viewed.lens.lineageOf(this.record).relays, this.viewed);
  }

  @ShownList(() => AttestationType, 'Those that pass it on; withdrawn ones only where the view shows them.')
  get relayedBy(): LongList<AttestationType> {
    const { viewed, id } = this;
    return walkedList(
      () => relayersOf(viewed, id),
      record => new AttestationType(record, viewed),
    );
  }

  @Shown(() => Boolean, 'Whether it lies on a chain, so that it counts.')
  get carries(): boolean {
    const { claim, polarity } = this.record.attestation;
    return this.viewed.evidence.chainsOf(claim, polarity).find(this.id) !== null;
  }

  @ShownOrNull(() => WithdrawalType, 'That it was withdrawn; null where it was not.')
  get withdrawn(): Withdrawal | null {
    return this.viewed.lens.since(this.record.withdrawn);
  }

  @Shown(() => RecordedType, 'When and by whom it was attached here.')
  get recorded(): Recorded {
    return this.record.recorded;
  }

  private get sourceRecord(): SourceRecord {
    const record = this.viewed.graph.findSource(this.record.attestation.source);
    if (!record) throw new Error(`source of ${this.id} is not drawn`);
    return record;
  }
}

const shownOf = (ids: readonly string[], viewed: ViewedGraph): LongList<AttestationType> =>
  walkedList(
    () => shownAmong(ids, viewed),
    record => new AttestationType(record, viewed),
  );

function* shownAmong(ids: readonly string[], viewed: ViewedGraph): Iterable<AttestationRecord | null> {
  for (const id of ids) {
    const record = viewed.graph.findAttestation(id);
    yield record && showsAttestation(viewed, record) ? record : null;
  }
}
