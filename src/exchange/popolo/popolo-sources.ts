// Who says what a Popolo record holds: the file, on the word of the documents that the record names, if any.
import type { SourceDescription } from '../../domain/source.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { address } from './popolo-identifiers.js';
import { type JsonObject } from '../../domain/json.js';
import { loseOthers, objectsOf, textOf } from './popolo-members.js';

/** @param title names the file */
export function saysOf(members: JsonObject, title: string, draft: RecordDraft): readonly Says[] {
  const source = { new: { kind: 'DATASET', title } } as const;
  const named = [
    ...objectsOf(members['sources'], 'url'),
    ...(isSource('source', members['source']) ? objectsOf(members['source'], 'url') : []),
  ];
  const documents = named.flatMap(one => documentOf(one, draft) ?? []);
  if (documents.length === 0) return [{ source }];
  return documents.map(document => ({ source, via: [{ source: { new: document } }] }));
}

/** Whether a member is an address from which the record comes. */
export const isSource = (member: string, value: unknown): boolean =>
  member === 'source' && typeof value === 'string' && address(value) !== undefined;

function documentOf(one: JsonObject, draft: RecordDraft): SourceDescription | undefined {
  loseOthers(one, ['url', 'note'], 'sources', draft);
  const [address, note] = [textOf(one, 'url'), textOf(one, 'note')];
  const url = address === undefined ? undefined : draft.url(address, 'addresses of sources');
  const title = note === undefined ? undefined : draft.text(note, 'title', 'notes of sources');
  if (url === undefined && title === undefined) return undefined;
  return {
    kind: 'DOCUMENT',
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
}
