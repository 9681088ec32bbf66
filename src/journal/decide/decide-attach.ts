// Decides attaching a source to a claim: its attestation, and those of everyone in the chain that it relays.
import { attestationId, attestationOf, type Attestation, type Polarity } from '../../domain/attestation.js';
import type { AttachSource, Relay } from '../../domain/command.js';
import type { Event, Idempotency } from '../../domain/event.js';
import { contentHash, type AttestationId, type Json } from '../../domain/ids.js';
import { IdempotencyKeyReused, InvalidInput } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { AttestationRecord } from '../../graph/records/records.js';
import type { Decision, SaidOtherwise } from './decision.js';
import { getClaim, refuseWithdrawn } from './lookups.js';
import { readQuote } from './read-quote.js';
import { resolveSource, type ResolvedSource } from './resolve-source.js';
import { saidOtherwise } from './said-otherwise.js';

const LONGEST_VIA = 20;

/**
 * Safe to repeat: the same claim, source, polarity, quoted words and lineage record nothing again, unless withdrawn since.
 * @throws IdempotencyKeyReused where the key came with another body before; Conflict for anything new about a withdrawn claim.
 */
export function decideAttach(graph: ClaimGraph, command: AttachSource): Decision {
  const { claim, via = [], polarity = 'AFFIRMS' } = command;
  const idempotency = readIdempotency(command);
  const earlier = idempotency && graph.findIdempotency(idempotency.key);
  if (earlier) {
    if (earlier.fingerprint === idempotency.fingerprint)
      return { events: [], claim, attestation: earlier.attestation };
    const advice = 'take a new key for a new request';
    throw new IdempotencyKeyReused(`Key "${earlier.key}" came with another body before: ${advice}.`, {
      field: ['idempotencyKey'],
    });
  }
  const record = getClaim(graph, claim, ['claim']);
  if (record.withdrawn && command.unlessWithdrawn === true) return { events: [], claim };
  checkLineage(command, via);
  const steps = [command, ...via].map((step, index) => ({
    step,
    resolved: resolveSource(
      graph,
      step.source,
      index === 0 ? ['source'] : ['via', String(index - 1), 'source'],
    ),
  }));
  refuseRepeats(steps.map(({ resolved }) => resolved));
  const draft = new AttachmentEvents(graph, claim, polarity);
  let relayed: AttestationId | null = null;
  for (const { step, resolved } of steps.slice(1).reverse()) {
    relayed = draft.relay(step, resolved, relayed, command.certainty);
  }
  const [top] = steps;
  if (!top) throw new Error('an attachment has a source');
  const attestation = draft.attach(command, top.resolved, relayed, idempotency);
  if (record.withdrawn && draft.events.length > 0) refuseWithdrawn(record);
  return { events: draft.events, claim, attestation, unkept: [...draft.unkept] };
}

function readIdempotency(command: AttachSource): Idempotency | null {
  if (command.idempotencyKey === undefined) return null;
  const { idempotencyKey, ...body } = command;
  const key = readText(idempotencyKey, 'name', ['idempotencyKey']);
  return { key, fingerprint: contentHash(body as unknown as Json) };
}

function checkLineage({ own = false }: AttachSource, via: readonly Relay[]): void {
  if (own && via.length > 0) {
    throw new InvalidInput('`own` and `via` exclude each other: attach the source twice if it does both.', {
      field: ['own'],
    });
  }
  if (via.length > LONGEST_VIA) {
    throw new InvalidInput(`\`via\` has ${via.length} entries, at most ${LONGEST_VIA} are taken.`, {
      field: ['via'],
    });
  }
}

function refuseRepeats(resolved: readonly ResolvedSource[]): void {
  const ids = resolved.map(({ source }) => source.id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated < 0) return;
  throw new InvalidInput(
    `Source "${ids[repeated]}" comes twice in the chain: a source cannot relay itself.`,
    {
      field: ['via', String(repeated - 1), 'source'],
    },
  );
}

type Said = Omit<Attestation, 'id'>;

/** The parts of an attestation besides its source and lineage. */
interface Words extends Pick<AttachSource, 'quote' | 'wording' | 'locator' | 'credibility'> {
  readonly certainty?: AttachSource['certainty'] | undefined;
}

/** Gathers the events of one attachment. */
class AttachmentEvents {
  readonly events: Event[] = [];
  readonly unkept = new Set<SaidOtherwise>();

  constructor(
    private readonly graph: ClaimGraph,
    private readonly claim: string,
    private readonly polarity: Polarity,
  ) {}

  attach(
    command: AttachSource,
    resolved: ResolvedSource,
    relayed: AttestationId | null,
    idempotency: Idempotency | null,
  ): AttestationId {
    this.add(resolved);
    const { source } = resolved;
    if (!this.graph.findSource(source.id)?.held) this.events.push({ source: source.id, type: 'SourceHeld' });
    const lineage = command.own === true ? 'OWN' : relayed === null ? 'UNRECORDED' : 'RELAYED';
    return this.say(this.saying(source.id, lineage, relayed, command), idempotency);
  }

  /** An entry of `via` that quotes nothing means what its source is already recorded as saying of this claim, if anything. */
  relay(
    relay: Relay,
    resolved: ResolvedSource,
    relayed: AttestationId | null,
    certainty: AttachSource['certainty'],
  ): AttestationId {
    this.add(resolved);
    const { source } = resolved;
    const known =
      relay.quote === undefined
        ? this.known(source.id).find(record => fits(record, relay, relayed))
        : undefined;
    if (known) return known.attestation.id;
    const lineage = relayed === null ? 'OWN' : 'RELAYED';
    const step = { ...relay, certainty: relay.certainty ?? certainty };
    return this.say(this.saying(source.id, lineage, relayed, step), null);
  }

  private add({ source, isNew }: ResolvedSource): void {
    if (isNew) this.events.push({ source, type: 'SourceAdded' });
  }

  private saying(
    source: string,
    lineage: Attestation['lineage'],
    relayed: AttestationId | null,
    { certainty = 'CERTAIN', quote, wording, locator, credibility }: Words,
  ): Said {
    const { claim, polarity } = this;
    const relays = relayed === null ? NOBODY : [relayed];
    const said: Said = { certainty, claim, lineage, polarity, relays, source };
    // Most say no more: no objects are made to be joined.
    if ((quote ?? wording ?? locator ?? credibility) === undefined) return said;
    return {
      ...said,
      ...(quote === undefined ? {} : { quote: readQuote(quote) }),
      ...(wording === undefined ? {} : { wording: readText(wording, 'wording', ['wording']) }),
      ...(locator === undefined ? {} : { locator: readText(locator, 'wording', ['locator']) }),
      ...(credibility === undefined ? {} : { credibility }),
    };
  }

  private say(attestation: Said, idempotency: Idempotency | null): AttestationId {
    const known = this.known(attestation.source).find(record => isSame(record, attestation));
    if (known) {
      for (const part of saidOtherwise(known.attestation, attestation)) this.unkept.add(part);
      return known.attestation.id;
    }
    let id = attestationId(attestation);
    for (let earlier = 1; this.graph.findAttestation(id); earlier += 1)
      id = attestationId(attestation, earlier);
    const attached = { attestation: attestationOf(id, attestation), type: 'SourceAttached' } as const;
    this.events.push(idempotency === null ? attached : { ...attached, idempotency });
    return id;
  }

  /** What a source is recorded as saying of this claim in this sense, but for what was withdrawn. */
  private known(source: string): AttestationRecord[] {
    const ofClaim = this.graph.attestationsOf(this.claim);
    const bySource = this.graph.attestationsBy(source);
    return (ofClaim.length < bySource.length ? ofClaim : bySource).filter(
      ({ attestation, withdrawn }) =>
        withdrawn === null &&
        attestation.claim === this.claim &&
        attestation.source === source &&
        attestation.polarity === this.polarity,
    );
  }
}

const NOBODY: readonly AttestationId[] = Object.freeze([]);

/** The last entry of a chain may relay others; each entry before it must relay the next. */
function fits(
  { attestation, lineages }: AttestationRecord,
  relay: Relay,
  relayed: AttestationId | null,
): boolean {
  if (relay.certainty !== undefined && relay.certainty !== attestation.certainty) return false;
  return relayed === null || lineages.at(-1)?.relays.includes(relayed) === true;
}

/** The same words with the same lineage, as first recorded or as noted since. */
function isSame({ attestation, lineages }: AttestationRecord, wanted: Said): boolean {
  if (attestation.quote?.exact !== wanted.quote?.exact) return false;
  const relays = wanted.relays.join();
  return [lineages[0], lineages.at(-1)].some(
    note => note?.lineage === wanted.lineage && note.relays.join() === relays,
  );
}
