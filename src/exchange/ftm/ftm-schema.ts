// What the schemata of FollowTheMoney are here: entities, claims between two, claims with a value, sources, or nothing.
// After the model at https://followthemoney.tech/explorer/, of which this names each schema that is not abstract.
import type { EntityKind } from '../../domain/entity.js';

/** A record that ties two others: `source` and `target` are the properties that name them, with the kinds they have as a rule. */
export interface EdgeSchema {
  readonly source: string;
  readonly target: string;
  /** Tried in order; one marked `turned` goes from target to source. Where none joins such kinds, it is `related_to`. */
  readonly predicates: readonly { readonly id: string; readonly turned?: boolean }[];
  /** Properties whose qualifier has another name than they. */
  readonly renamed?: { readonly [property: string]: string };
}

/** A record that says a value of one other. The first of `values` that it has is the value, the others are qualifiers. */
export interface ValueSchema {
  readonly subject: string;
  readonly predicate: string;
  readonly values: readonly string[];
  readonly qualifiers: { readonly [name: string]: string };
  readonly renamed?: { readonly [property: string]: string };
}

export type FtmSchema =
  | { readonly is: 'NODE'; readonly kind: EntityKind }
  | { readonly is: 'EDGE'; readonly edge: EdgeSchema }
  | { readonly is: 'VALUE'; readonly value: ValueSchema }
  | { readonly is: 'DOCUMENT' }
  | { readonly is: 'SKIPPED'; readonly reason: string };

const NODES: { readonly [kind in EntityKind]?: string } = {
  PERSON: 'Person',
  ORGANIZATION: 'LegalEntity Organization Company PublicBody',
  ROLE: 'Position',
  PLACE: 'Address',
  EVENT: 'Event Trip',
  TOPIC:
    'Asset Airplane Assessment BankAccount CallForTenders Contract CourtCase CryptoWallet License Note Project RealEstate Security UserAccount Vehicle Vessel',
};

const DOCUMENTS =
  'Document Article Audio Email Folder HyperText Image Message Package Pages PlainText Table Video Workbook';

const edge = (
  ends: string,
  predicates: EdgeSchema['predicates'],
  renamed?: EdgeSchema['renamed'],
): EdgeSchema => {
  const [source = '', target = ''] = ends.split(' ');
  return { source, target, predicates, ...(renamed ? { renamed } : {}) };
};

export const EDGES: { readonly [schema: string]: EdgeSchema } = {
  Ownership: edge('owner asset', [
    { id: 'owned_by', turned: true },
    { id: 'asset_owned_by', turned: true },
  ]),
  Directorship: edge('director organization', [{ id: 'holds_office_in' }], { role: 'as' }),
  Employment: edge('employee employer', [{ id: 'works_for' }], { role: 'as' }),
  Membership: edge('member organization', [{ id: 'member_of' }]),
  Occupancy: edge('holder post', [{ id: 'serves_as' }]),
  Family: edge('person relative', [{ id: 'relative_of' }]),
  Associate: edge('person associate', [{ id: 'associate_of' }]),
  Representation: edge('agent client', [{ id: 'represents' }]),
  Succession: edge('predecessor successor', [{ id: 'succeeded_by' }]),
  Debt: edge('debtor creditor', [{ id: 'owes_money_to' }]),
  Payment: edge('payer beneficiary', [{ id: 'pays' }]),
  ContractAward: edge('contract supplier', [{ id: 'awarded_to' }]),
  CourtCaseParty: edge('party case', []),
  ProjectParticipant: edge('participant project', []),
  Call: edge('caller receiver', []),
  EconomicActivity: edge('sender receiver', []),
  UnknownLink: edge('subject object', [], { role: 'relation' }),
};

export const VALUES: { readonly [schema: string]: ValueSchema } = {
  Sanction: {
    subject: 'entity',
    predicate: 'listed_for_sanctions_by',
    values: ['authority', 'publisher', 'program', 'programId', 'recordId'],
    qualifiers: {},
  },
  Identification: {
    subject: 'holder',
    predicate: 'identified_by',
    values: ['number'],
    qualifiers: { scheme: 'identification' },
    renamed: { type: 'scheme' },
  },
  Passport: {
    subject: 'holder',
    predicate: 'identified_by',
    values: ['passportNumber', 'number', 'personalNumber'],
    qualifiers: { scheme: 'passportNumber' },
  },
  Post: {
    subject: 'holder',
    predicate: 'has_property',
    values: ['role', 'organization', 'summary'],
    qualifiers: { property: 'position' },
  },
  TaxRoll: {
    subject: 'taxee',
    predicate: 'has_property',
    values: ['wealth', 'income', 'taxPaid'],
    qualifiers: { property: 'tax roll' },
  },
};

const SKIPPED: { readonly [schema: string]: string } = {
  Documentation:
    'schema Documentation: it ties a document to an entity and does not tell what the document says',
  Mention: 'schema Mention: a name that a machine found in a document',
  Page: 'schema Page: the text of a document',
  Similar: 'schema Similar: two entities that a machine takes for the same',
};

/** How a schema is read, or null where FollowTheMoney has none of the name. */
export function ftmSchema(name: string): FtmSchema | null {
  for (const [kind, names] of Object.entries(NODES)) {
    if (names.split(' ').includes(name)) return { is: 'NODE', kind: kind as EntityKind };
  }
  const edge = own(EDGES, name);
  if (edge) return { is: 'EDGE', edge };
  const value = own(VALUES, name);
  if (value) return { is: 'VALUE', value };
  if (DOCUMENTS.split(' ').includes(name)) return { is: 'DOCUMENT' };
  const reason = own(SKIPPED, name);
  return reason === undefined ? null : { is: 'SKIPPED', reason };
}

export const own = <T>(table: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** From general to special: a record that is said to be of several schemata is of the last of these, or of any other. */
const GENERAL = ['Thing', 'Asset', 'LegalEntity', 'Organization', 'Event'];

export const mostSpecial = (schemata: readonly string[]): string =>
  [...new Set(schemata)].sort((a, b) => rank(b) - rank(a))[0] ?? '';

const rank = (schema: string): number =>
  GENERAL.includes(schema) ? GENERAL.indexOf(schema) : GENERAL.length;
