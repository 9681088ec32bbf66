// What Popolo says between two: parents, areas, posts of organizations, those who hold an event or attend it, and memberships.
import type { Qualifier } from '../../domain/claim.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { qualified } from './popolo-details.js';
import type { PopoloEntities, PopoloKnown } from './popolo-entities.js';
import { textOf, type Members, type PopoloClass } from './popolo-record.js';
import { tellsTimeOfDay, validTime } from './popolo-time.js';

/** A member that names another record, and how the two are joined. Where the predicate joins no such kinds, it is `related_to`. */
interface Reference {
  readonly member: string;
  readonly to: PopoloClass | 'same';
  readonly predicate: string;
  readonly turned?: boolean;
}

const REFERENCES: { readonly [kind in Exclude<PopoloClass, 'membership'>]: readonly Reference[] } = {
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

/** Claims that join an entity to others. @throws InvalidInput where one that it names is not in the file. */
export function relate(
  known: PopoloKnown,
  entities: PopoloEntities,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const { class: kind, members } = known.record;
  if (kind === 'membership') return;
  for (const { member, to, predicate, turned = false } of REFERENCES[kind]) {
    const other = named(members, member, to === 'same' ? kind : to, entities);
    if (!other) continue;
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
    const other = named({ attendees: id }, 'attendees', 'person', entities);
    if (other) draft.claim({ subject: other.id, predicate: 'takes_part_in', object: known.id }, says);
  }
}

/** Those that an entity's record names, as far as they are in the file. */
export const namedBy = ({ record }: PopoloKnown, entities: PopoloEntities): PopoloKnown[] =>
  record.class === 'membership'
    ? []
    : REFERENCES[record.class].flatMap(({ member, to }) => {
        const id = textOf(record.members, member);
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

/** A membership: that someone is in an organization, holds a post, or both. */
export function joinMember(
  members: Members,
  entities: PopoloEntities,
  says: readonly Says[],
  draft: RecordDraft,
): void {
  const member =
    named(members, 'person_id', 'person', entities) ??
    findMember(members, entities) ??
    refuse('names no `person_id`');
  const organization = named(members, 'organization_id', 'organization', entities);
  const post = named(members, 'post_id', 'post', entities);
  if (!organization && !post) refuse('names neither `organization_id` nor `post_id`');
  const entity = (name: string, key: string, kind: PopoloClass): Qualifier[] => {
    const other = named(members, key, kind, entities);
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
  ];
  const rest = { subject: member.id, ...validTime(members) };
  if (organization) {
    const held = post ? [...qualifiers, { name: 'post', entity: post.id }] : qualifiers;
    draft.claim({ ...rest, predicate: 'member_of', object: organization.id, qualifiers: held }, says);
  }
  if (post) draft.claim({ ...rest, predicate: 'serves_as', object: post.id, qualifiers }, says);
  if (tellsTimeOfDay(members)) draft.lose('times of day');
  for (const key of Object.keys(members)) {
    if (!MEMBERSHIP_MEMBERS.includes(key)) draft.lose(`member "${key.slice(0, 60)}" of memberships`);
  }
}

/** Organizations can be members too. */
function findMember(members: Members, entities: PopoloEntities): PopoloKnown | undefined {
  const id = textOf(members, 'member_id');
  if (id === undefined) return undefined;
  return entities.find('person', id) ?? named(members, 'member_id', 'organization', entities);
}

function named(
  members: Members,
  member: string,
  kind: PopoloClass,
  entities: PopoloEntities,
): PopoloKnown | undefined {
  const id = textOf(members, member);
  if (id === undefined) return undefined;
  return (
    entities.find(kind, id) ??
    refuse(`names in \`${member}\` "${id.slice(0, 80)}", which is no ${kind} of this file`)
  );
}

function refuse(what: string): never {
  throw new InvalidInput(`The record ${what}: add it.`);
}
