// What happened to a claim here, in the order it was recorded.
import type { Recorded } from '../../domain/event.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { ExportWorld } from '../export/export-world.js';
import type { Happening } from './packet-page.js';
import { speakerOf } from './packet-attestations.js';
import { lineageWords, minute } from './packet-words.js';

const MOST = 40;

export function historyOf(
  world: ExportWorld,
  claim: ClaimRecord,
): { readonly history: readonly Happening[]; readonly furtherHistory: number } {
  const { lens } = world.viewed;
  const all = happenings(world, claim)
    .filter(one => lens.knows(one))
    .sort((a, b) => a.recorded.seq - b.recorded.seq);
  const history = all.slice(-MOST).map(({ recorded, what }) => ({
    at: minute(recorded.at),
    by: recorded.way === 'IMPORT' ? `${recorded.by} (import)` : recorded.by,
    what,
  }));
  return { history, furtherHistory: all.length - history.length };
}

interface Happened {
  readonly recorded: Recorded;
  readonly what: string;
}

function happenings(world: ExportWorld, claim: ClaimRecord): Happened[] {
  const { graph } = world;
  const { recorded, withdrawn, superseded } = claim;
  const successor = graph.findClaim(superseded?.by ?? '');
  return [
    { recorded, what: 'Claim recorded' },
    ...graph.attestationsOf(claim.claim.id).flatMap(record => {
      const source = graph.findSource(record.attestation.source)?.source;
      const who = source ? speakerOf(world, source) : 'a source';
      const verb = record.attestation.polarity === 'DENIES' ? 'Denial' : 'Word';
      const { withdrawn: taken } = record;
      return [
        { recorded: record.recorded, what: `${verb} of ${who} recorded` },
        ...record.lineages.slice(1).map(note => ({
          recorded: note.recorded,
          what: `Noted of ${who}: ${lineageWords(note.lineage, [])}`,
        })),
        ...(taken ? [{ recorded: taken.recorded, what: `Word of ${who} withdrawn: ${taken.reason}` }] : []),
      ];
    }),
    ...(superseded
      ? [
          {
            recorded: superseded.recorded,
            what: `Replaced by ${successor ? `“${graph.sentenceOf(successor)}”` : 'another claim'}: ${superseded.reason}`,
          },
        ]
      : []),
    ...(withdrawn ? [{ recorded: withdrawn.recorded, what: `Claim withdrawn: ${withdrawn.reason}` }] : []),
  ];
}
