// The columns of the table twin: what each shows of a claim or an entity, and what it is sorted by.
import { edtfWords } from '../words/dates.js';
import { valueWords } from '../words/value-words.js';
import {
  CERTAINTIES,
  CERTAINTY,
  counted,
  INDEPENDENCE,
  KIND,
  PROVISIONAL,
  STATUS,
  STATUSES,
} from '../words/words.js';
import type { DrawnClaim, DrawnNode } from '../walk/drawing.js';

export interface Column<Item> {
  readonly id: string;
  readonly title: string;
  readonly text: (item: Item) => string;
  /** Null stands last in either direction. Unless given, its text in alphabetical order. */
  readonly rank?: (item: Item) => number | string | null;
  readonly isNumber?: boolean;
}

export const CLAIM_COLUMNS: readonly Column<DrawnClaim>[] = [
  { id: 'claim', title: 'Claim', text: ({ claim }) => claim.sentence },
  { id: 'subject', title: 'Subject', text: ({ claim }) => claim.subject.label },
  { id: 'predicate', title: 'Predicate', text: ({ claim }) => claim.predicate.label },
  { id: 'object', title: 'Object or value', text: ({ claim }) => objectWords(claim) },
  {
    id: 'time',
    title: 'Valid time',
    text: ({ claim }) => edtfWords(claim.validTime),
    rank: ({ claim }) => beginning(claim.validTime),
  },
  {
    id: 'status',
    title: 'Status',
    text: ({ claim }) => STATUS[claim.status],
    rank: ({ claim }) => STATUSES.indexOf(claim.status),
  },
  {
    id: 'chains',
    title: 'Independent chains',
    text: ({ claim: { support } }) => `${support.exact ? '' : 'at least '}${support.independent}`,
    rank: ({ claim }) => claim.support.independent,
    isNumber: true,
  },
  {
    id: 'sources',
    title: 'Sources',
    text: ({ claim }) => String(claim.support.sources),
    rank: ({ claim }) => claim.support.sources,
    isNumber: true,
  },
  {
    id: 'certainty',
    title: 'Certainty',
    text: ({ claim: { support } }) => (support.certainty ? CERTAINTY[support.certainty] : ''),
    rank: ({ claim: { support } }) => (support.certainty ? CERTAINTIES.indexOf(support.certainty) : null),
  },
];

/** What a file holds besides: where there is room for it, and what other programs read. */
export const FILE_COLUMNS: readonly Column<DrawnClaim>[] = [
  ...CLAIM_COLUMNS,
  {
    id: 'independence',
    title: 'Independence',
    text: ({ claim }) => INDEPENDENCE[claim.support.independence],
  },
  { id: 'value', title: 'Value as recorded', text: ({ claim }) => claim.value?.text ?? '' },
  { id: 'edtf', title: 'Valid time (EDTF)', text: ({ claim }) => claim.validTime ?? '' },
  { id: 'id', title: 'Id', text: ({ claim }) => claim.id },
];

export const ENTITY_COLUMNS: readonly Column<DrawnNode>[] = [
  { id: 'entity', title: 'Entity', text: ({ entity }) => entity.label },
  { id: 'kind', title: 'Kind', text: ({ entity }) => KIND[entity.kind] },
  {
    id: 'described',
    title: 'Described',
    text: ({ isProvisional }) => (isProvisional ? PROVISIONAL : 'yes'),
    rank: ({ isProvisional }) => Number(isProvisional),
  },
  {
    id: 'claims',
    title: 'Claims in this view',
    text: ({ claims }) => (claims === null ? 'not asked' : counted(claims, 'claim')),
    rank: ({ claims }) => claims,
    isNumber: true,
  },
  {
    id: 'steps',
    title: 'Steps away',
    text: ({ depth }) => String(depth),
    rank: ({ depth }) => depth,
    isNumber: true,
  },
];

const objectWords = ({ object, value }: DrawnClaim['claim']): string =>
  object?.label ?? (value ? valueWords(value) : '');

/** The time as EDTF writes it, without a mark of doubt; an open beginning comes before all others. */
const beginning = (edtf: string | null): string | null =>
  edtf === null ? null : edtf.startsWith('..') || edtf.startsWith('/') ? '' : edtf.replace(/[~?%]/g, '');
