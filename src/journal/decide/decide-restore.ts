// Decides reading back what another journal held: sources, and everything that was said of a claim.
import {
  attestationId,
  attestationOf,
  type Attestation,
  type AttestationKey,
  type Lineage,
} from '../../domain/attestation.js';
import type { AddSource, RestoreAttestations, RestoredAttestation } from '../../domain/command.js';
import type { Event } from '../../domain/event.js';
import type { AttestationId, ClaimId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { Decision, SaidOtherwise } from './decision.js';
import { getClaim, refuseWithdrawn } from './lookups.js';
import { readQuote } from './read-quote.js';
import { resolveSource } from './resolve-source.js';
import { saidOtherwise } from './said-otherwise.js';

/** A source that is known, by address or content, is added no second time; at most it is held from now on. */
export function decideAddSource(graph: ClaimGraph, { source: description, held }: AddSource): Decision {
  const { source, isNew } = resolveSource(graph, { new: description }, ['source']);
  const events: Event[] = isNew ? [{ type: 'SourceAdded', source }] : [];
  if (held && !graph.findSource(source.id)?.held) events.push({ type: 'SourceHeld', source: source.id });
  return { events };
}

/**
 * Safe to repeat: an attestation that is known by its id stays as it is, but for what is noted of it for the first time, or that it
 * was withdrawn. Unlike attaching, it never takes one attestation for another that says the same.
 */
export function decideRestore(graph: ClaimGraph, { claim, attestations }: RestoreAttestations): Decision {
  const record = getClaim(graph, claim, ['claim']);
  const restoring = new Restoring(graph, claim);
  attestations.forEach((one, place) => restoring.say(one, ['attestations', String(place)]));
  if (record.withdrawn && restoring.events.length > 0) refuseWithdrawn(record);
  attestations.forEach((one, place) => restoring.note(one, place));
  return { events: restoring.events, claim, unkept: [...restoring.unkept] };
}

class Restoring {
  readonly events: Event[] = [];
  readonly unkept = new Set<SaidOtherwise>();
  private readonly said: Pick<Attestation, 'id' | 'polarity' | 'lineage' | 'relays'>[] = [];
  private readonly ids = new Set<AttestationId>();
  private readonly sources = new Set<string>();

  constructor(
    private readonly graph: ClaimGraph,
    private readonly claim: ClaimId,
  ) {}

  say(one: RestoredAttestation, field: readonly string[]): void {
    const { source, isNew } = resolveSource(this.graph, one.source, [...field, 'source']);
    const { polarity, lineage, quote, certainty, wording, locator, credibility } = one;
    const key: AttestationKey = {
      claim: this.claim,
      source: source.id,
      polarity,
      ...(quote === undefined ? {} : { quote: readQuote(quote) }),
      lineage,
      relays: this.relaysOf(one, polarity, field),
    };
    const id = attestationId(key, one.earlier);
    if (this.ids.has(id)) refuse('It is in the list already, with the same words and lineage.', field);
    this.ids.add(id);
    this.said.push({ id, polarity, lineage, relays: key.relays });
    const attestation = attestationOf(id, {
      ...key,
      certainty,
      ...(wording === undefined ? {} : { wording: readText(wording, 'wording', [...field, 'wording']) }),
      ...(locator === undefined ? {} : { locator: readText(locator, 'wording', [...field, 'locator']) }),
      ...(credibility === undefined ? {} : { credibility }),
    });
    const known = this.graph.findAttestation(id);
    if (known) {
      for (const part of saidOtherwise(known.attestation, attestation)) this.unkept.add(part);
      return;
    }
    if (isNew && !this.sources.has(source.id)) this.events.push({ type: 'SourceAdded', source });
    this.sources.add(source.id);
    this.events.push({ type: 'SourceAttached', attestation });
  }

  /** What became of it since; all of the list must have been said. */
  note({ polarity, noted, withdrawn }: RestoredAttestation, place: number): void {
    const said = this.said[place];
    if (!said) return;
    const known = this.graph.findAttestation(said.id);
    const field = ['attestations', String(place)];
    if (noted && !known?.withdrawn) {
      const relays = this.relaysOf(noted, polarity, [...field, 'noted']);
      const notes = known?.lineages ?? [said];
      if (relays.includes(said.id)) refuse('An attestation cannot relay itself.', [...field, 'noted']);
      if (!notes.some(note => isSame(note, noted.lineage, relays))) {
        const { lineage } = noted;
        this.events.push({ type: 'LineageRecorded', attestation: said.id, lineage, relays });
      }
    }
    if (withdrawn !== undefined && !known?.withdrawn) {
      const reason = readText(withdrawn, 'note', [...field, 'withdrawn']);
      this.events.push({ type: 'AttestationWithdrawn', id: said.id, reason });
    }
  }

  private relaysOf(
    { lineage, relays }: { readonly lineage: Lineage; readonly relays: readonly number[] },
    polarity: Attestation['polarity'],
    field: readonly string[],
  ): AttestationId[] {
    if ((lineage === 'RELAYED') !== relays.length > 0) {
      refuse('`relays` is needed with RELAYED, and only then.', [...field, 'relays']);
    }
    const ids = relays.map(place => {
      const relayed = this.said[place];
      if (relayed?.polarity === polarity) return relayed.id;
      const found = relayed ? 'says the opposite' : 'is not listed before it';
      return refuse(`What it relays ${found}: only the same can be relayed.`, [...field, 'relays']);
    });
    return [...new Set(ids)].sort();
  }
}

const isSame = (
  note: Pick<Attestation, 'lineage' | 'relays'>,
  lineage: Lineage,
  relays: readonly AttestationId[],
): boolean => note.lineage === lineage && note.relays.join() === relays.join();

function refuse(message: string, field: readonly string[]): never {
  throw new InvalidInput(message, { field });
}
