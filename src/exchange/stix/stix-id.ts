// Ids of STIX made from ours: the same entity or claim has the same one in every export.
import { createHash } from 'node:crypto';
import type { EntityId } from '../../domain/ids.js';

/** A name space of our own; that of STIX is for observables alone. */
const NAME_SPACE = Buffer.from('9d1b5cf2c3a64a4f8d5f7c0e2b6a1e37', 'hex');

/** `identity--` and a UUID of version 5. @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5 */
export function stixIdOf(type: string, id: string): string {
  const bytes = createHash('sha1').update(NAME_SPACE).update(id).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${type}--${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** The id under which an entity came in from STIX as an object of this type. */
export const originalId = (id: EntityId, type: string): string | undefined =>
  id.startsWith(`entity:stix/${type}--`) ? id.slice('entity:stix/'.length) : undefined;
