// Countries by the codes that FollowTheMoney gives: ISO 3166, some of states that are gone, and some of its own.
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from '../import/entity-key.js';
import type { RecordDraft } from '../import/record-draft.js';

/** Those that the runtime would take for the states that followed them. */
const GONE: { readonly [code: string]: string } = {
  cshh: 'Czechoslovakia',
  csxx: 'Serbia and Montenegro',
  dd: 'East Germany',
  su: 'Soviet Union',
  yucs: 'Yugoslavia',
};
const CODE = /^[a-z]{2}([a-z]{2})?(-[a-z0-9]{1,6})?$/;

/** Adds the state of a code; undefined where it is no code. */
export function countryOf(code: string, draft: RecordDraft): EntityId | undefined {
  const kept = code.trim().toLowerCase();
  if (!CODE.test(kept)) return undefined;
  const label = (Object.hasOwn(GONE, kept) ? GONE[kept] : nameOf(kept)) ?? kept.toUpperCase();
  return draft.entity({ id: entityIdOf('country', kept), kind: 'STATE', label });
}

function nameOf(code: string): string | undefined {
  if (code.length !== 2) return undefined;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code.toUpperCase());
}

/** The code of a state that came in by `countryOf`. */
export const codeOf = (id: EntityId): string | undefined => /^entity:country\/([a-z0-9-]+)$/.exec(id)?.[1];
