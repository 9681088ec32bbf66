// The entities of a Popolo document: ids, names and pages of persons, organizations, posts, areas and events.
import type { NewName } from '../../domain/command.js';
import type { EntityKind, NameKind } from '../../domain/entity.js';
import type { EntityId } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft } from '../import/record-draft.js';
import { pageOf } from './popolo-identifiers.js';
import {
  idOf,
  objectsOf,
  textOf,
  type Members,
  type PopoloClass,
  type PopoloRecord,
} from './popolo-record.js';

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

/** Ids that mean the same in every file: UUIDs and addresses. */
const FOR_ALL = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|https?:\/\/.+)$/i;

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

  private entityId(kind: PopoloClass, id: string): EntityId {
    return entityIdOf('popolo', FOR_ALL.test(id) ? `${kind}/${id}` : `${this.file}/${kind}/${id}`);
  }
}

const keyOf = (kind: PopoloClass, id: string): string => `${kind} ${id}`;

/** Adds the entity with its names and pages. @throws InvalidInput where it has no name. */
export function addEntity({ id, kind, record }: PopoloKnown, draft: RecordDraft): void {
  const { members } = record;
  const label = labelOf(record);
  const names = [...objectsOf(members['other_names']), ...objectsOf(members['other_labels'])].flatMap(
    name => nameOf(name, draft) ?? [],
  );
  const pages = [...objectsOf(members['identifiers']), ...objectsOf(members['links'])].flatMap(
    one => pageOf(one) ?? [],
  );
  draft.entity({
    id,
    kind,
    label,
    ...(names.length > 0 ? { names } : {}),
    ...(pages.length > 0 ? { sameAs: [...new Set(pages)] } : {}),
  });
}

function labelOf({ class: kind, members }: PopoloRecord): string {
  const parts = ['given_name', 'additional_name', 'family_name'].flatMap(part => textOf(members, part) ?? []);
  const label =
    textOf(members, 'name') ?? textOf(members, 'label') ?? (parts.join(' ') || textOf(members, 'role'));
  if (label !== undefined) return label;
  throw new InvalidInput(`The ${kind} "${(idOf(members) ?? '').slice(0, 80)}" has no \`name\`: give it one.`);
}

const FORMER = /\b(former|formerly|maiden|birth name|née|nee|previous|until)\b/i;
const ACRONYM = /\b(acronym|abbreviation|initials|short)\b/i;
const TRANSLITERATED = /\b(transliterat|romani[sz])/i;

function nameOf(name: Members, draft: RecordDraft): NewName | undefined {
  const given = textOf(name, 'name') ?? textOf(name, 'label');
  const text = given === undefined ? undefined : draft.text(given, 'name', 'an other name');
  if (text === undefined) {
    draft.lose('other names without `name`');
    return undefined;
  }
  for (const key of ['start_date', 'end_date', 'note']) {
    if (textOf(name, key) !== undefined) draft.lose(`\`${key}\` of other names`);
  }
  const language = textOf(name, 'lang') ?? textOf(name, 'language');
  const known =
    language !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language.replace('_', '-'));
  if (language !== undefined && !known) draft.lose('languages of other names that are no language tags');
  return { text, kind: kindOf(name), ...(known ? { language: language.replace('_', '-') } : {}) };
}

/** A name that has an end is one that was. */
function kindOf(name: Members): NameKind {
  const note = textOf(name, 'note') ?? '';
  if (textOf(name, 'end_date') !== undefined || FORMER.test(note)) return 'FORMER';
  if (ACRONYM.test(note)) return 'ACRONYM';
  return TRANSLITERATED.test(note) ? 'TRANSLITERATION' : 'ALIAS';
}
