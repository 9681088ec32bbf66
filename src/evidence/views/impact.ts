// Impact: what would fall if a source, a party or an attestation were set aside (`docs/evidence.md`, section 6).
import type { ClaimId, EntityId } from '../../domain/ids.js';
import { NotFound } from '../../domain/refusal.js';
import { UNKNOWN_TIME } from '../../domain/time-span.js';
import type { ClaimStatus } from '../../domain/view.js';
import type { ClaimRecord, SourceRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import { bySeq } from '../../graph/walks/walk.js';
import { affectedClaims, isTie } from '../weighing/affected-claims.js';
import type { SetAside } from '../weighing/claim-evidence.js';
import { ViewedGraph } from '../viewed-graph.js';
import { Weighing } from '../weighing/weighing.js';

export interface StatusChange {
  readonly claim: ClaimRecord;
  readonly before: ClaimStatus;
  readonly after: ClaimStatus;
}

export interface Impact {
  readonly losesAllSupport: readonly ClaimRecord[];
  /** Had several chains, has one; or had independent chains, and no two that are left are independent. */
  readonly dropsToOneChain: readonly ClaimRecord[];
  readonly changesStatus: readonly StatusChange[];
  /** How many claims were looked at. */
  readonly explored: number;
}

/**
 * Sets aside a source, a party and whoever is judged one with it (with all that its family said while it was one, only if asked to) or an attestation, by id.
 * Writes nothing.
 * @throws NotFound where the id names none of these.
 */
export function* impactOf(before: ViewedGraph, id: string, withFamily = false): Resumable<Impact> {
  const { graph, view } = before;
  const { claims, setAside } = yield* targetOf(before, id, withFamily);
  let sameFamilies = true;
  yield* eachInPieces(claims, claim => {
    const record = graph.findClaim(claim);
    if (record && isTie(before.evidence, record)) sameFamilies = false;
  });
  const twin = { evidence: before.evidence, differsIn: claims, sameFamilies };
  const after = new ViewedGraph(graph, view, lens => new Weighing(graph, lens, { setAside, twin }));
  const affected = yield* affectedClaims(before.evidence, after.evidence, claims);
  const changed = yield* sorted([...affected], bySeq);
  const losesAllSupport: ClaimRecord[] = [];
  const dropsToOneChain: ClaimRecord[] = [];
  const changesStatus: StatusChange[] = [];
  for (const claim of changed) {
    for (const viewed of [before, after]) yield* viewed.prepare(claim);
    yield 1;
    if (isSupported(before, claim) && !isSupported(after, claim)) losesAllSupport.push(claim);
    if (dropsToOne(before, after, claim)) dropsToOneChain.push(claim);
    const change = { claim, before: before.statusOf(claim), after: after.statusOf(claim) };
    if (change.before !== change.after) changesStatus.push(change);
  }
  return { losesAllSupport, dropsToOneChain, changesStatus, explored: changed.length };
}

interface Target {
  /** Of which something is set aside. */
  readonly claims: ReadonlySet<ClaimId>;
  readonly setAside: SetAside;
}

function* targetOf(viewed: ViewedGraph, id: string, withFamily: boolean): Resumable<Target> {
  const { graph } = viewed;
  const attestation = graph.findAttestation(id);
  if (attestation) {
    const claims = new Set([attestation.attestation.claim]);
    return { claims, setAside: record => record === attestation };
  }
  const source = graph.findSource(id);
  if (!source && !graph.findEntity(id)) {
    throw new NotFound(`There is no source, party or attestation "${id}".`, { field: ['of'] });
  }
  const sources = source ? new Set([source]) : yield* sourcesOfParty(viewed, id, withFamily);
  const claims = new Set<ClaimId>();
  for (const one of sources) {
    yield* eachInPieces(graph.attestationsBy(one.source.id), said => claims.add(said.attestation.claim));
  }
  return { claims, setAside: (_, by) => sources.has(by) };
}

function* sourcesOfParty(
  { graph, evidence, lens }: ViewedGraph,
  id: EntityId,
  withFamily: boolean,
): Resumable<Set<SourceRecord>> {
  // Whoever was ever kin may have spoken while it was not: that is asked of each source by itself.
  const parties = withFamily
    ? yield* evidence.families.workOutFamily(id, UNKNOWN_TIME)
    : lens.identities.membersOf(id);
  const sources = new Set<SourceRecord>();
  for (const party of parties) {
    for (const source of graph.sourcesOf(party)) {
      yield 1;
      const isOne = party === id || (yield* evidence.families.workOutFamily(party, source.published)).has(id);
      if (isOne) sources.add(source);
    }
  }
  return sources;
}

const isSupported = (viewed: ViewedGraph, { claim }: ClaimRecord): boolean =>
  viewed.evidence.chainsOf(claim.id, 'AFFIRMS').any;

function dropsToOne(before: ViewedGraph, after: ViewedGraph, claim: ClaimRecord): boolean {
  const [was, is] = [before.supportOf(claim), after.supportOf(claim)];
  if (is.independence === 'SINGLE') return was.independence !== 'SINGLE';
  return is.independent === 1 && was.independent > 1;
}
