// What Popolo says between two: parents, areas, posts of organizations, those who hold an event or attend it, and memberships.
import type { Qualifier } from '../../domain/claim.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { BOOKKEEPING, qualified } from './popolo-details.js';
import type { PopoloEntities, PopoloKnown, PopoloNamed } from './popolo-entities.js';
import { type JsonObject } from '../../domain/json.js';
import { isBlank, plainTexts, referenceOf, textOf } from './popolo-members.js';
import type { PopoloClass } from './popolo-record.js';
import { isSource } from './popolo-sources.js';
import { validTime } from './popolo-time.js';

/** A member that names another record, and how the two are joined. Where the predicate joins no such kinds, it is `related_to`. */
interface Reference {
  readonly member: string;
  readonly to: EntityClass | 'same';
  readonly predicate: string;
  readonly turned?: boolean;
}

const REFERENCES: { readonly [kind in EntityClass]: readonly Reference[] } = {
  area: [{ member: 'parent_id', to: 'same', predicate: 'located_in' }],
  organization: [
    { member: 'parent_id', to: 'same', predicate: 'part_of' },
    { member: 'area_id', to: 'area', predicate: 'located_in' },
  ],
  person: [],
  post: [
    { member: 'organization_id', to: 'organization', predicate: 'role_in' },
    { member: 'area_id', to: 'area', predicate: 'related_to' },
    { member: 'person_id', to: 'person', predicate: 'serves_as', turned: true },
  ],
  event: [
    { member: 'organization_id', to: 'organization', predicate: 'carries_out', turned: true },
    { member: 'area_id', to: 'area', predicate: 'located_in' },
    { member: 'parent_id', to: 'same', predicate: 'related_to' },
  ],
};

export const referenceMembers = (kind: PopoloClass): readonly string[] =>
  kind === 'membership' ? [] : REFERENCES[kind].map(({ member }) => member);

type EntityClass = Exclude<PopoloClass, 'membership'>;

/** Claims that join an entity to others. One that the file does not have is known only by reference. */
export function relate(
  known: PopoloKnown,
  entities: PopoloEntities,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const { class: kind, members } = known.record;
  if (kind === 'membership') return;
  for (const { member, to, predicate, turned = false } of REFERENCES[kind]) {
    const other = named(members, member, to === 'same' ? kind : to, entities, draft);
    if (!other) continue;
    if (other.id === known.id) {
      draft.lose(`member "${member}" that names the record itself`);
      continue;
    }
    const [subject, object] = turned ? [other, known] : [known, other];
    const fits = predicate !== 'related_to' && draft.joins(predicate, subject.kind, object.kind);
    const qualifiers = fits ? [] : [{ name: 'relation', value: member.replace(/_id$/, '') }];
    draft.claim(
      { subject: subject.id, predicate: fits ? predicate : 'related_to', object: object.id, qualifiers },
      says,
    );
  }
  const attending = Array.isArray(members['attendee_ids']) ? (members['attendee_ids'] as unknown[]) : [];
  for (const id of attending) {
    const other = named({ attendees: id }, 'attendees', 'person', entities, draft);
    if (other) draft.claim({ subject: other.id, predicate: 'takes_part_in', object: known.id }, says);
  }
}

/** Those that an entity's record names, as far as they are in the file. */
export const namedBy = ({ record }: PopoloKnown, entities: PopoloEntities): PopoloKnown[] =>
  record.class === 'membership'
    ? []
    : REFERENCES[record.class].flatMap(({ member, to }) => {
        const id = referenceOf(record.members, member);
        return id === undefined ? [] : (entities.find(to === 'same' ? record.class : to, id) ?? []);
      });

const MEMBERSHIP_MEMBERS: readonly string[] = [
  ...[
    'id',
    '_id',
    '@type',
    '@context',
    'person_id',
    'member_id',
    'organization_id',
    'post_id',
    'role',
    'label',
  ],
  ...['on_behalf_of_id', 'area_id', 'legislative_period_id', 'start_date', 'end_date', 'sources'],
];

/** A membership: that someone is in an organization, holds a post, or both. Its plain members of other names are qualifiers. */
export function joinMember(
  members: JsonObject,
  entities: PopoloEntities,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const find = (key: string, kind: EntityClass): PopoloNamed | undefined =>
    named(members, key, kind, entities, draft);
  const member =
    find('person_id', 'person') ?? organizationMember(members, entities) ?? find('member_id', 'person');
  const [organization, post] = [find('organization_id', 'organization'), find('post_id', 'post')];
  if (!member) refuse('names no `person_id`');
  if (!organization && !post) refuse('names neither `organization_id` nor `post_id`');
  const entity = (name: string, key: string, kind: EntityClass): Qualifier[] => {
    const other = find(key, kind);
    return other ? [{ name, entity: other.id }] : [];
  };
  const qualifiers = [
    ...qualified([
      ['role', textOf(members, 'role')],
      ['label', textOf(members, 'label')],
    ]),
    ...entity('on_behalf_of', 'on_behalf_of_id', 'organization'),
    ...entity('area', 'area_id', 'area'),
    ...entity('term', 'legislative_period_id', 'event'),
    ...otherQualifiers(members, draft),
  ];
  const rest = { subject: member.id, ...validTime(members, draft) };
  if (organization) {
    const held = post ? [...qualifiers, { name: 'post', entity: post.id }] : qualifiers;
    draft.claim({ ...rest, predicate: 'member_of', object: organization.id, qualifiers: held }, says);
  }
  if (post) draft.claim({ ...rest, predicate: 'serves_as', object: post.id, qualifiers }, says);
}

function otherQualifiers(members: JsonObject, draft: RecordDraft): Qualifier[] {
  return Object.entries(members).flatMap(([name, given]): Qualifier[] => {
    if (MEMBERSHIP_MEMBERS.includes(name) || isBlank(given) || isSource(name, given)) return [];
    const what = `member "${name.slice(0, 60)}" of memberships`;
    const isKept = !BOOKKEEPING.includes(name) && /^[a-z][a-z0-9_]{0,39}$/.test(name);
    const texts = isKept ? plainTexts(given) : null;
    if (texts === null) draft.lose(what);
    return (texts ?? []).flatMap(text => {
      const value = draft.text(text, 'note', what);
      return value === undefined ? [] : [{ name, value }];
    });
  });
}

/** Organizations can be members too. */
function organizationMember(members: JsonObject, entities: PopoloEntities): PopoloNamed | undefined {
  const id = referenceOf(members, 'member_id');
  return id === undefined ? undefined : (entities.find('person', id) ?? entities.find('organization', id));
}

function named(
  members: JsonObject,
  member: string,
  kind: EntityClass,
  entities: PopoloEntities,
  draft: RecordDraft,
): PopoloNamed | undefined {
  const id = referenceOf(members, member);
  if (id === undefined) return undefined;
  const known = entities.find(kind, id);
  if (known) return known;
  const reference = entities.named(kind, id);
  draft.entity({ ...reference, label: id, provisional: true });
  draft.lose(`what ${ONES[kind]} are that the file names and does not have: only their ids are known`);
  return reference;
}

const ONES: { readonly [kind in EntityClass]: string } = {
  area: 'areas',
  organization: 'organizations',
  person: 'persons',
  post: 'posts',
  event: 'events',
};

function refuse(what: string): never {
  throw new InvalidInput(`The record ${what}: add it.`);
}
