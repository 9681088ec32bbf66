// From one value of a thing's property to a claim. What no predicate says is kept as `has_property`.
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { countryOf } from '../import/country.js';
import type { FtmContext } from './ftm-index.js';
import type { PropertyMeaning } from './ftm-property.js';
import type { FtmValue } from './ftm-record.js';

interface Subject {
  readonly id: EntityId;
  readonly kind: EntityKind;
}

/** Makes the claim that a value stands for, if it stands for one. */
export function valueClaim(
  value: FtmValue,
  subject: Subject,
  context: FtmContext,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const { property, language } = value;
  const meaning = context.meanings.get(property);
  const said = worded(value, says, draft);
  if (meaning?.is === 'BOOKKEEPING') draft.lose(`property "${property}"`);
  else if (meaning?.is === 'REFERENCE') reference(value, meaning, subject, context, said, draft);
  else if (!meaning || !['NAME', 'PAGE', 'SOURCE'].includes(meaning.is)) {
    if (language !== undefined) draft.lose(`language of property "${property}"`);
    stated(value, meaning, subject, said, draft);
  }
}

/** What was found where the value was made from something else: the words that showed it. */
function worded(
  { original, property }: FtmValue,
  says: readonly Says[],
  draft: RecordDraft,
): readonly Says[] {
  const wording =
    original === undefined ? undefined : draft.text(original, 'wording', `original value of "${property}"`);
  return wording === undefined ? says : says.map(one => ({ ...one, wording }));
}

function stated(
  { property, text }: FtmValue,
  meaning: PropertyMeaning | undefined,
  { id: subject, kind }: Subject,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const what = `property "${property.slice(0, 60)}"`;
  const plain = {
    subject,
    predicate: 'has_property',
    value: text,
    qualifiers: [{ name: 'property', value: property }],
  };
  if (meaning?.is === 'VALUE' && draft.joins(meaning.predicate, kind)) {
    draft.claimIfFit({ subject, predicate: meaning.predicate, value: text }, says, what);
  } else if (meaning?.is === 'IDENTIFIER') {
    const qualifiers = [{ name: 'scheme', value: property }];
    draft.claimIfFit({ subject, predicate: 'identified_by', value: text, qualifiers }, says, what);
  } else if (meaning?.is === 'CONTACT' && draft.joins('reached_at', kind)) {
    const qualifiers = [{ name: 'channel', value: property }];
    draft.claimIfFit({ subject, predicate: 'reached_at', value: text, qualifiers }, says, what);
  } else if (meaning?.is === 'COUNTRY' && draft.joins(meaning.predicate, kind, 'STATE')) {
    const object = countryOf(text, draft);
    const qualifiers =
      meaning.predicate !== 'has_country' || property === 'country' ? [] : [{ name: 'as', value: property }];
    if (object === undefined) draft.claimIfFit(plain, says, what);
    else draft.claim({ subject, predicate: meaning.predicate, object, qualifiers }, says);
  } else draft.claimIfFit(plain, says, what);
}

function reference(
  { property, text }: FtmValue,
  { predicate, turned = false }: Extract<PropertyMeaning, { is: 'REFERENCE' }>,
  subject: Subject,
  { index }: FtmContext,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const other = index.findEntity(text);
  const what = `reference "${property}"`;
  if (!other) draft.lose(`${what} to what is neither in the file nor in the graph`);
  else if (other.id === subject.id) draft.lose(`${what} to itself`);
  else {
    const [from, to] = turned ? [other, subject] : [subject, other];
    const fits = predicate !== 'related_to' && draft.joins(predicate, from.kind, to.kind);
    const relation = fits ? [] : [{ name: 'relation', value: property }];
    draft.claim(
      { subject: from.id, predicate: fits ? predicate : 'related_to', object: to.id, qualifiers: relation },
      says,
    );
  }
}
