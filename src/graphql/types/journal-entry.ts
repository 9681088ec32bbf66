// The journal as it is shown, and how much there is of everything.
import { ID, Int, ObjectType } from 'type-graphql';
import type { EventType, RecordedEvent, Way } from '../../domain/event.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { connectionOf } from '../words/connection.js';
import { EventTypeEnum, WayEnum } from '../words/enums.js';
import { attestationOf, claimOf, subjectOf, summaryOf } from './journal-summary.js';
import { DateTimeScalar, EdtfScalar } from '../words/scalars.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { AttestationType } from './attestation.js';
import { ClaimType } from './claim.js';

@ObjectType('JournalEntry', { description: 'One thing that was accepted, in its place in the journal.' })
export class JournalEntryType {
  constructor(
    private readonly recorded: RecordedEvent,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => Int, 'Its place, from 1 without gaps.')
  get seq(): number {
    return this.recorded.seq;
  }

  @Shown(() => DateTimeScalar, 'When, in UTC; never goes back.')
  get at(): string {
    return this.recorded.at;
  }

  @Shown(() => String, 'In whose name.')
  get by(): string {
    return this.recorded.by;
  }

  @Shown(() => WayEnum, 'By which way it came.')
  get way(): Way {
    return this.recorded.way;
  }

  @Shown(() => EventTypeEnum, 'What it records.')
  get type(): EventType {
    return this.recorded.event.type;
  }

  @Shown(() => String, 'What it records, in plain words.')
  get summary(): string {
    return summaryOf(this.viewed.graph, this.recorded.event);
  }

  @Shown(() => ID, 'Id of the entity, claim, source or attestation that it is about, for `node`.')
  get subjectId(): string {
    return subjectOf(this.recorded.event);
  }

  @ShownOrNull(
    () => ClaimType,
    'The claim that it is about: made, said, denied, withdrawn or replaced; null where there is none, or the view does not know it.',
  )
  get claim(): ClaimType | null {
    const { graph, lens } = this.viewed;
    const id = claimOf(graph, this.recorded.event);
    const record = id === null ? null : graph.findClaim(id);
    return record && lens.knows(record) ? new ClaimType(record, this.viewed) : null;
  }

  @ShownOrNull(
    () => AttestationType,
    'The attestation that it is about; null where there is none, or the view does not know it.',
  )
  get attestation(): AttestationType | null {
    const { graph, lens } = this.viewed;
    const id = attestationOf(this.recorded.event);
    const record = id === null ? null : graph.findAttestation(id);
    return record && lens.knows(record) ? new AttestationType(record, this.viewed) : null;
  }
}

export const JournalConnection = connectionOf<JournalEntryType>(
  'Journal',
  'entries of the journal',
  () => JournalEntryType,
);

@ObjectType('Stats', {
  description: 'How many there are of each, and over what time, withdrawn ones included.',
})
export class StatsType {
  constructor(private readonly graph: ClaimGraph) {}

  @Shown(() => Int, 'Entities.')
  get entities(): number {
    return this.graph.counts.entities;
  }

  @Shown(() => Int, 'Claims.')
  get claims(): number {
    return this.graph.counts.claims;
  }

  @Shown(() => Int, 'Sources.')
  get sources(): number {
    return this.graph.counts.sources;
  }

  @Shown(() => Int, 'Attestations.')
  get attestations(): number {
    return this.graph.counts.attestations;
  }

  @Shown(() => Int, 'Place of the last entry in the journal; 0 when empty.')
  get seq(): number {
    return this.graph.seq;
  }

  @ShownOrNull(
    () => EdtfScalar,
    'The first date at which a claim is said to begin to hold, as it is written; open and unknown beginnings left out.',
  )
  get earliest(): string | null {
    return this.graph.extent.earliest?.text ?? null;
  }

  @ShownOrNull(
    () => EdtfScalar,
    'The last date at which a claim is said to cease to hold, as it is written; open and unknown ends left out.',
  )
  get latest(): string | null {
    return this.graph.extent.latest?.text ?? null;
  }

  @ShownOrNull(
    () => DateTimeScalar,
    'When the first entry of the journal was recorded, in UTC; null when empty.',
  )
  get firstRecorded(): string | null {
    return instant(this.graph.firstTime);
  }

  @ShownOrNull(
    () => DateTimeScalar,
    'When the last entry of the journal was recorded, in UTC; null when empty.',
  )
  get lastRecorded(): string | null {
    return instant(this.graph.lastTime);
  }
}

const instant = (time: number): string | null =>
  Number.isFinite(time) ? new Date(time).toISOString() : null;
