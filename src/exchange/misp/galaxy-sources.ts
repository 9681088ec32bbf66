// Who says what a galaxy holds: the galaxy itself, or it on the word of the pages that a cluster refers to.
import type { Relay, SourceRef } from '../../domain/command.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import type { Galaxy } from './misp-galaxy.js';

/** The galaxy as a data set, put out by whoever publishes it. */
export function galaxySource({ name, source }: Galaxy, draft: RecordDraft): SourceRef {
  const title = `MISP galaxy: ${name}`.slice(0, 1000);
  if (source === undefined) {
    return { new: { kind: 'DATASET', title, partyDescribedAs: 'a publisher of MISP galaxies' } };
  }
  const id = entityIdOf('misp', `publisher/${source.toLowerCase()}`);
  const party = draft.entity({ id, kind: 'ORGANIZATION', label: source });
  return { new: { kind: 'DATASET', title, party } };
}

/** The galaxy once for each page, on its word; alone where there is none. */
export function onTheWordOf(refs: readonly string[], source: SourceRef): readonly Says[] {
  const relays = [...new Set(refs)].map((ref): Relay => ({ source: { new: pageOf(ref) } }));
  return relays.length === 0 ? [{ source }] : relays.map(relay => ({ source, via: [relay] }));
}

/** What is no address is kept as a title. */
function pageOf(ref: string): NonNullable<SourceRef['new']> {
  const url = URL.canParse(ref) ? new URL(ref) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || ref.length > 2000) {
    return { kind: 'DOCUMENT', title: ref };
  }
  return { kind: 'DOCUMENT', url: ref, partyDescribedAs: url.hostname.replace(/^www\./, '') };
}
