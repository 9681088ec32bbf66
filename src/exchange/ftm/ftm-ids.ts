// Ids of entities between FollowTheMoney and here. Its ids have letters, digits, `.` and `-` only, ours more.
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from '../import/entity-key.js';

const SET = 'ftm';
const OURS = 'hearsay.';
/** What stands for a sign that FollowTheMoney does not have in ids, after a full stop. */
const SIGNS: readonly (readonly [sign: string, letter: string])[] = [
  ['.', 'd'],
  ['/', 's'],
  ['_', 'u'],
  ['-', 'h'],
];

/** The entity of a FollowTheMoney id. One that was exported from here is the entity it was. */
export function entityOfFtm(id: string): EntityId {
  return id.startsWith(OURS) ? `entity:${decoded(id.slice(OURS.length))}` : entityIdOf(SET, id);
}

/** Whether the FollowTheMoney id follows from the entity's id alone. */
export const tellsFtmId = (id: string): boolean =>
  entityOfFtm(id) === `entity:${SET}/${id}` || id.startsWith(OURS);

/** An id that FollowTheMoney allows, from which `entityOfFtm` finds back. */
export function ftmOfEntity(id: EntityId): string {
  const own = id.slice(`entity:${SET}/`.length);
  if (id === `entity:${SET}/${own}` && FTM_ID.test(own) && entityOfFtm(own) === id) return own;
  return OURS + encoded(id.slice('entity:'.length));
}

/** After `followthemoney/types/entity.py`. */
export const FTM_ID = /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/;

/** A hyphen within is allowed as it is, and far more readable so. */
const encoded = (text: string): string =>
  text.replace(/[._/]|-$/g, sign => `.${SIGNS.find(([one]) => one === sign)?.[1] ?? ''}`);

const decoded = (text: string): string =>
  text.replace(/\.([dsuh])/g, (_, letter: string) => SIGNS.find(([, one]) => one === letter)?.[0] ?? '');
