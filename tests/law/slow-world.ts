// What a view can see of a list of events, in plain lists: the ground on which the slow evidence rules stand.
import type { Attestation, Lineage } from '../../src/domain/attestation.js';
import type { Claim } from '../../src/domain/claim.js';
import type { IdentityJudgement } from '../../src/domain/command.js';
import type { RecordedEvent } from '../../src/domain/event.js';
import type { EntityId } from '../../src/domain/ids.js';
import type { Source } from '../../src/domain/source.js';
import { readTimeSpan } from '../../src/domain/time-span.js';
import type { View } from '../../src/domain/view.js';

export interface SlowAttestation extends Attestation {
  withdrawn: boolean;
}

export interface SlowSource extends Source {
  held: boolean;
}

export interface SlowClaim extends Claim {
  withdrawn: boolean;
  superseded: boolean;
}

export interface SlowJudgement {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly judgement: IdentityJudgement;
}

/** What is set aside, by id: attestations, sources, parties. */
export type Aside = (attestation: SlowAttestation, source: SlowSource) => boolean;

export class SlowWorld {
  readonly claims: SlowClaim[] = [];
  readonly sources: SlowSource[] = [];
  readonly attestations: SlowAttestation[] = [];
  /** The last judgement of each pair. */
  judgements: SlowJudgement[] = [];

  /** Nothing recorded later than the view knows is even looked at. */
  constructor(
    readonly events: readonly RecordedEvent[],
    readonly view: View,
    readonly aside: Aside = () => false,
  ) {
    const knownAt = view.knownAt === undefined ? Infinity : Date.parse(view.knownAt);
    for (const recorded of events) {
      if (recorded.seq <= (view.knownAtSeq ?? Infinity) && Date.parse(recorded.at) <= knownAt)
        this.take(recorded);
    }
  }

  claim(id: string): SlowClaim | undefined {
    return this.claims.find(claim => claim.id === id);
  }

  source(id: string): SlowSource {
    const source = this.sources.find(candidate => candidate.id === id);
    if (!source) throw new Error(`no source ${id}`);
    return source;
  }

  /** Section 1: recorded, not withdrawn, published, and not set aside. */
  live(): SlowAttestation[] {
    return this.attestations.filter(
      one => !one.withdrawn && this.isPublished(this.source(one.source)) && !this.isAside(one),
    );
  }

  private isAside(one: SlowAttestation): boolean {
    return this.aside(one, this.source(one.source));
  }

  private isPublished(source: SlowSource): boolean {
    if (this.view.publishedBy === undefined) return true;
    const by = readTimeSpan(this.view.publishedBy).to;
    const published = readTimeSpan(source.publishedAt);
    return source.held ? published.to <= by : published.from <= by;
  }

  private take({ event }: RecordedEvent): void {
    if (event.type === 'ClaimMade') this.claims.push({ ...event.claim, withdrawn: false, superseded: false });
    if (event.type === 'SourceAdded') this.sources.push({ ...event.source, held: false });
    if (event.type === 'SourceHeld') this.source(event.source).held = true;
    if (event.type === 'SourceAttached') this.attestations.push({ ...event.attestation, withdrawn: false });
    if (event.type === 'LineageRecorded') this.note(event.attestation, event.lineage, event.relays);
    if (event.type === 'AttestationWithdrawn')
      for (const one of this.attestations) one.withdrawn ||= one.id === event.id;
    if (event.type === 'ClaimWithdrawn')
      for (const claim of this.claims) claim.withdrawn ||= claim.id === event.id;
    if (event.type === 'ClaimSuperseded')
      for (const claim of this.claims) claim.superseded ||= claim.id === event.id;
    if (event.type === 'IdentityJudged') this.judge(event);
  }

  private note(id: string, lineage: Lineage, relays: readonly string[]): void {
    const place = this.attestations.findIndex(one => one.id === id);
    const known = this.attestations[place];
    if (known) this.attestations[place] = { ...known, lineage, relays };
  }

  private judge({ a, b, judgement }: SlowJudgement): void {
    const others = this.judgements.filter(known => [known.a, known.b].sort().join() !== [a, b].sort().join());
    this.judgements = [...others, { a, b, judgement }];
  }
}
