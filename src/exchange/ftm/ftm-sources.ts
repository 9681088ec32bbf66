// Who says what a FollowTheMoney record holds: its data set, on the word of the pages and documents that the record names, if any.
import type { Relay } from '../../domain/command.js';
import type { SourceDescription } from '../../domain/source.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import type { FtmIndex } from './ftm-index.js';
import { textsOf, type FtmRecord } from './ftm-record.js';

/** More pages than this for one record would multiply with each of its claims. */
const MOST_PAGES = 20;

/** For a record as one sayer tells it. */
export function saysOf(
  record: FtmRecord,
  said: readonly string[],
  index: FtmIndex,
  draft: RecordDraft,
): readonly Says[] {
  const source = { new: dataSetSource(said, draft) };
  const relayed = relaysOf(record, index, draft);
  return relayed.length === 0 ? [{ source }] : relayed.map(relay => ({ source, via: [relay] }));
}

/** A data set is a party, so that one can say on whom it depends. Of several, nobody knows which of them says it. */
function dataSetSource(said: readonly string[], draft: RecordDraft): SourceDescription {
  const title = said.join(', ').slice(0, 900);
  const [name] = said;
  if (said.length !== 1 || name === undefined) {
    return { kind: 'DATASET', title, partyDescribedAs: `one or more of ${said.length} data sets` };
  }
  const party = draft.entity({ id: entityIdOf('ftm-dataset', name), kind: 'ORGANIZATION', label: title });
  return { kind: 'DATASET', title, party };
}

function relaysOf(record: FtmRecord, index: FtmIndex, draft: RecordDraft): readonly Relay[] {
  const publishers = textsOf(record, 'publisher');
  if (publishers.length > 1) draft.lose('property "publisher" where there are several');
  const publisher =
    publishers.length === 1 ? draft.text(publishers[0] ?? '', 'name', 'property "publisher"') : undefined;
  const described = publisher === undefined ? {} : { partyDescribedAs: publisher };
  const pages = textsOf(record, 'sourceUrl').flatMap((text): Relay[] => {
    const url = draft.url(text, 'property "sourceUrl"');
    return url === undefined ? [] : [{ source: { new: { kind: 'DOCUMENT', url, ...described } } }];
  });
  const documents = textsOf(record, 'proof').flatMap((id): Relay[] => {
    const source = index.findDocument(id);
    if (!source) draft.lose('reference "proof" to what is no document of the file');
    return source ? [{ source: { new: source } }] : [];
  });
  const all = [...pages, ...documents];
  if (all.length > MOST_PAGES) draft.lose(`sources of a record beyond ${MOST_PAGES}`);
  if (all.length > 0) return all.slice(0, MOST_PAGES);
  return publisher === undefined
    ? []
    : [{ source: { new: { kind: 'DOCUMENT', partyDescribedAs: publisher } } }];
}
