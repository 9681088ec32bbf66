// Claims that our own export wrote, read again by the ids they had. The file itself says each, as firmly as it was said, and denies
// what was denied: who said so before is not in it.
import { CERTAINTIES } from '../../domain/attestation.js';
import type { Qualifier } from '../../domain/claim.js';
import { idKind } from '../../domain/ids.js';
import type { ClaimWanted, RecordDraft, Says } from '../import/record-draft.js';
import { valueOf, type FileEdge, type FileNode } from './graph-file.js';
import type { GraphNodes } from './graph-nodes.js';
import { isOwnNode } from './own-entity.js';
import { type JsonObject } from '../../domain/json.js';
import { objectIn, ownList, qualifierOf, textIn } from './own-json.js';
import { EDGE_ATTRIBUTES } from './own-names.js';

export interface OwnClaim {
  /** Withdrawn or superseded: to say it again would make it live. */
  readonly isGone: boolean;
  /** @throws InvalidInput where it does not fit its predicate. */
  make(says: Says, draft: RecordDraft): void;
}

/** By its id and predicate, whatever program it went through since; null for an edge of others. */
export function ownEdge(edge: FileEdge, known: GraphNodes): OwnClaim | null {
  const predicate = valueOf(edge, 'predicate');
  if (edge.id === undefined || idKind(edge.id) !== 'claim' || predicate === undefined) return null;
  return claimOfOurs(
    edge.id,
    name => valueOf(edge, name),
    draft => {
      loseAdded(edge, draft);
      const subject = known.get(edge.source, 'source').id;
      const object = known.get(edge.target, 'target').id;
      const qualifiers = ownList('qualifiers', valueOf(edge, 'qualifiers')).map(qualifierOf);
      return { subject, predicate, object, qualifiers };
    },
  );
}

function loseAdded(edge: FileEdge, draft: RecordDraft): void {
  for (const what of edge.lost) draft.lose(what);
  for (const { name } of edge.values) {
    // GEXF has a `kind` of its own, in which the predicate stands once more.
    if (name === 'kind' || (EDGE_ATTRIBUTES as readonly string[]).includes(name)) continue;
    draft.lose(`attribute "${name.slice(0, 60)}", which was added to edges since`);
  }
}

/** The claims with values that are kept in a node. @throws InvalidInput where they cannot be read. */
export function ownValues(node: FileNode): readonly OwnClaim[] {
  if (!isOwnNode(node)) return [];
  return ownList('values', valueOf(node, 'values')).map(members =>
    claimOfOurs(
      textIn(members, 'id') ?? '',
      name => textIn(members, name),
      () => ({
        subject: node.id ?? '',
        predicate: textIn(members, 'predicate') ?? '',
        ...valueIn(members),
        qualifiers: qualifiersIn(members),
      }),
    ),
  );
}

function valueIn(members: JsonObject): Pick<ClaimWanted, 'value' | 'unknown'> {
  const value = objectIn(members, 'value') ?? {};
  const type = textIn(value, 'type');
  return type === 'SOME_VALUE' || type === 'NO_VALUE'
    ? { unknown: type }
    : { value: textIn(value, 'text') ?? '' };
}

function qualifiersIn(members: JsonObject): readonly Qualifier[] {
  const list = members['qualifiers'];
  return Array.isArray(list) ? ownList('qualifiers', JSON.stringify(list)).map(qualifierOf) : [];
}

type Get = (name: string) => string | undefined;

function claimOfOurs(id: string, get: Get, contentOf: (draft: RecordDraft) => ClaimWanted): OwnClaim {
  return {
    isGone: get('withdrawn') !== undefined || get('superseded_by') !== undefined,
    make(says, draft) {
      const validTime = get('valid_time');
      const content = contentOf(draft);
      const claim = draft.claim(
        { ...content, ...(validTime === undefined ? {} : { validTime }) },
        saysOf(get, says),
      );
      draft.lose('how claims stood: it is worked out anew from what is attested here');
      if (claim !== id) draft.lose('ids of claims whose content was changed since');
    },
  };
}

/** What was denied, and what nobody said, must not come back as affirmed. */
function saysOf(get: Get, says: Says): readonly Says[] {
  const certainty = CERTAINTIES.find(one => one === get('certainty'));
  const denied: readonly Says[] = Number(get('denials') ?? 0) > 0 ? [{ ...says, polarity: 'DENIES' }] : [];
  if (get('attestations') !== '0')
    return [certainty === undefined ? says : { ...says, certainty }, ...denied];
  return denied.length > 0 ? denied : [{ ...says, certainty: 'UNCOMMITTED' }];
}
