// A journal of many entities and claims, the same every time: one entity is in half of all claims.
import { readFileSync } from 'node:fs';
import { claimOf } from '../../src/domain/claim.js';
import type { AddEntity, AttachSource, Command, MakeClaim } from '../../src/domain/command.js';
import type { EntityId } from '../../src/domain/ids.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import { readVocabulary } from '../../src/exchange/vocabulary/vocabulary-file.js';
import { Ledger } from '../../src/journal/ledger.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { randomFrom } from '../random-from.js';

export interface MadeJournal {
  /** How many. */
  readonly entities: number;
  readonly claims: number;
  readonly claimsOfHub: number;
}

/** Predicates that join any two actors. */
const PREDICATES = ['meets', 'supports', 'opposes', 'praises', 'accuses', 'watches', 'cooperates_with'];
const KINDS: readonly AddEntity['kind'][] = ['PERSON', 'PERSON', 'ORGANIZATION', 'STATE'];
const PARTIES = 40;
const BATCH = 1_000;

export const HUB: EntityId = 'entity:bench/0';
const entityId = (at: number): EntityId => `entity:bench/${at}`;

export async function makeJournal(file: string, wanted: MadeJournal): Promise<void> {
  const name = 'schema/vocabulary.yaml';
  const vocabulary = readVocabulary([{ name, text: readFileSync(name, 'utf8') }]);
  const ledger = await Ledger.open({ journal: await openSqliteJournal(file), vocabulary, clock: Date.now });
  const commands = commandsFor(wanted, vocabulary);
  for (let at = 0; at < commands.length; at += BATCH) {
    const { refused } = await ledger.executeAll(commands.slice(at, at + BATCH), 'bench');
    if (refused) throw refused.refusal;
  }
  await ledger.close();
}

function commandsFor(
  { entities, claims, claimsOfHub }: MadeJournal,
  vocabulary: Vocabulary,
): readonly Command[] {
  const random = randomFrom(11);
  const below = (most: number): number => Math.floor(random() * most);
  const known = PREDICATES.filter(id => vocabulary.findPredicate(id));
  const all: Command[] = Array.from({ length: entities }, (_, at) => ({
    type: 'AddEntity',
    id: entityId(at),
    kind: at === 0 ? 'PERSON' : (KINDS[at % KINDS.length] ?? 'PERSON'),
    label: at === 0 ? 'The hub' : `Actor number ${at}`,
  }));
  const made = new Set<string>();
  while (made.size < claims) {
    const isAtHub = made.size < claimsOfHub;
    // The hub goes through all others in turn, by one predicate after another.
    const subject = isAtHub ? 0 : 1 + below(entities - 1);
    const object = isAtHub ? 1 + (made.size % (entities - 1)) : 1 + below(entities - 1);
    const round = Math.floor(made.size / (entities - 1));
    const predicate = known[isAtHub ? round % known.length : below(known.length)] ?? '';
    if (subject === object) continue;
    const claim = { subject: entityId(subject), predicate, object: entityId(object) };
    const symmetric = vocabulary.findPredicate(predicate)?.symmetric ?? false;
    const { id } = claimOf({ ...claim, qualifiers: [] }, symmetric);
    if (made.has(id)) continue;
    made.add(id);
    all.push({ type: 'MakeClaim', ...claim } satisfies MakeClaim, saying(id, below));
  }
  return all;
}

function saying(claim: AttachSource['claim'], below: (most: number) => number): AttachSource {
  const party = entityId(1 + below(PARTIES));
  return {
    type: 'AttachSource',
    claim,
    source: { new: { kind: 'REPORT', title: `Report of ${party}`, party } },
    own: true,
    polarity: below(20) === 0 ? 'DENIES' : 'AFFIRMS',
    certainty: below(5) === 0 ? 'POSSIBLE' : 'CERTAIN',
  };
}
