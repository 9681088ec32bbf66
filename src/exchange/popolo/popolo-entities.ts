// The entities of a Popolo document: ids, names and pages of persons, organizations, posts, areas and events.
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft } from '../import/record-draft.js';
import { pageOf } from './popolo-identifiers.js';
import { idOf, objectsOf } from './popolo-members.js';
import { labelOf, namesOf } from './popolo-names.js';
import type { PopoloClass, PopoloRecord } from './popolo-record.js';

export const KINDS: { readonly [kind in Exclude<PopoloClass, 'membership'>]: EntityKind } = {
  area: 'PLACE',
  organization: 'ORGANIZATION',
  person: 'PERSON',
  post: 'ROLE',
  event: 'EVENT',
};

export interface PopoloKnown {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly record: PopoloRecord;
}

/** One that a record names and the document lacks. */
export type PopoloNamed = Omit<PopoloKnown, 'record'>;

/** Ids that mean the same in every file: UUIDs, addresses, Open Civic Data's, and those that begin with a domain name. */
const FOR_ALL =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|https?:\/\/.+|ocd-[a-z]+\/.+|[a-z]{2,}(\.[a-z][a-z0-9-]*)+\/.+)$/i;

/** Everything in a document that others may name by id. */
export class PopoloEntities {
  private readonly known = new Map<string, PopoloKnown>();

  /** @param file names the data set, so that person 1 of one file is not person 1 of another */
  constructor(
    records: readonly PopoloRecord[],
    private readonly file: string,
  ) {
    for (const record of records) {
      const id = idOf(record.members);
      if (record.class === 'membership' || id === undefined) continue;
      const known = { id: this.entityId(record.class, id), kind: KINDS[record.class], record };
      if (!this.known.has(keyOf(record.class, id))) this.known.set(keyOf(record.class, id), known);
    }
  }

  find(kind: PopoloClass, id: string): PopoloKnown | undefined {
    return this.known.get(keyOf(kind, id));
  }

  /** An entity that the document only refers to. */
  named(kind: Exclude<PopoloClass, 'membership'>, id: string): PopoloNamed {
    return { id: this.entityId(kind, id), kind: KINDS[kind] };
  }

  private entityId(kind: PopoloClass, id: string): EntityId {
    return entityIdOf('popolo', FOR_ALL.test(id) ? `${kind}/${id}` : `${this.file}/${kind}/${id}`);
  }
}

const keyOf = (kind: PopoloClass, id: string): string => `${kind} ${id}`;

/** Adds the entity with its names and pages. @throws InvalidInput where it has no name. */
export function addEntity({ id, kind, record }: PopoloKnown, draft: RecordDraft): void {
  const { members } = record;
  const label = labelOf(record);
  const names = namesOf(members, draft);
  const pages = [
    ...objectsOf(members['identifiers'], 'identifier'),
    ...objectsOf(members['links'], 'url'),
  ].flatMap(one => pageOf(one) ?? []);
  draft.entity({
    id,
    kind,
    label,
    // The label first, because its language is not given.
    ...(names.length > 0 ? { names: [{ text: label }, ...names] } : {}),
    ...(pages.length > 0 ? { sameAs: [...new Set(pages)] } : {}),
  });
}
