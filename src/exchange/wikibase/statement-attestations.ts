// Who says a statement. Wikidata's page of the entity is a source of its own that relays the references; without one, nobody noted
// whom it follows. A rank is no quality of the proposition, so it stands in the wording; a deprecated statement is one that the page
// records and denies: its references affirm it, uncommitted on the page's part, and the page itself denies it.
import type { AttachSource, Relay } from '../../domain/command.js';
import { contentKey, type SourceDescription } from '../../domain/source.js';
import { canonicalJson, type ClaimId } from '../../domain/ids.js';
import { TEXT_LIMITS } from '../../domain/text.js';
import type { WikibasePart } from './part.js';
import { readReference } from './reference-sources.js';
import type { StatementScope } from './scope.js';
import { readSnaks } from './snak.js';
import { joined } from './snak-words.js';
import type { StatementQualifiers } from './statement-qualifiers.js';

const RANKS = ['preferred', 'normal', 'deprecated'] as const;

/** The attestations of the claim that a statement makes. @param page the source that has the statement. */
export function statementAttestations(
  scope: StatementScope,
  statement: WikibasePart,
  claim: ClaimId,
  page: SourceDescription,
  { certainty, speakers, notes }: StatementQualifiers,
  ownNotes: readonly string[],
): AttachSource[] {
  const rank = statement.at('rank').missing ? 'normal' : statement.at('rank').oneOf(RANKS);
  const property = statement.at('mainsnak').at('property').text();
  const references = statement
    .at('references')
    .items()
    .map(reference => readReference(scope, readSnaks(reference.at('snaks')), page.url ?? ''));
  const wording = fitting(scope, 'wording', [
    scope.named(property),
    ...(rank === 'normal' ? [] : [`${rank} rank`]),
    ...ownNotes,
    ...notes,
  ]);
  const locator = fitting(scope, 'place', [
    ...(statement.at('id').missing ? [] : [statement.at('id').text()]),
    ...references.filter(one => one.relays.length === 0).map(one => `reference: ${one.words.join(', ')}`),
  ]);
  for (const { relays, words } of references) {
    if (relays.length > 0)
      for (const _ of words) scope.lost.push('a detail of a reference, too long to be kept');
  }
  const relays = merged(
    scope,
    references.flatMap(one => one.relays),
  );
  const said = { type: 'AttachSource', claim, source: { new: page }, ...wording, ...locator } as const;
  const sure = rank === 'deprecated' ? 'UNCOMMITTED' : certainty;
  const how = sure === undefined ? {} : { certainty: sure };
  const own: AttachSource[] = rank === 'deprecated' ? [{ ...said, polarity: 'DENIES', own: true }] : [];
  if (rank !== 'deprecated' && relays.length === 0) own.push({ ...said, ...how });
  return [
    ...relays.map((relay): AttachSource => ({
      ...said,
      ...how,
      via: [{ ...relay, certainty: certainty ?? 'CERTAIN' }],
    })),
    ...own,
    ...speakers.map(({ party, polarity }): AttachSource => ({
      ...said,
      polarity,
      via: [{ source: { new: { kind: 'STATEMENT', party: scope.entity(party) } } }],
    })),
  ];
}

function fitting(
  scope: StatementScope,
  what: 'wording' | 'place',
  parts: readonly string[],
): { [key: string]: string } {
  const kept = parts.flatMap(part => scope.kept(part, 'note', `${what} of a statement`) ?? []);
  const { text, left } = joined(kept, TEXT_LIMITS.wording);
  for (const _ of left) scope.lost.push(`a part of the ${what} of a statement, too long to be kept`);
  if (text === '') return {};
  return what === 'wording' ? { wording: text } : { locator: text };
}

/** References that name one source are one attestation of it, in all their places. */
function merged(scope: StatementScope, relays: readonly Relay[]): readonly Relay[] {
  const bySource = new Map<string, Relay[]>();
  for (const relay of relays) {
    const source = relay.source.new;
    const key = source?.url ?? canonicalJson(source === undefined ? null : contentKey(source));
    bySource.set(key, [...(bySource.get(key) ?? []), relay]);
  }
  return [...bySource.values()].flatMap(same => {
    const [first] = same;
    const locators = [...new Set(same.flatMap(relay => relay.locator ?? []))];
    const { text, left } = joined(locators, TEXT_LIMITS.wording);
    for (const _ of left) scope.lost.push('a detail of a reference, too long to be kept');
    return first === undefined ? [] : [{ source: first.source, ...(text === '' ? {} : { locator: text }) }];
  });
}
