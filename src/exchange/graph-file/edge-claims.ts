// An edge as claims: by a predicate of ours where it names one that can join its ends, else as `related_to` in the file's own word.
import type { Qualifier } from '../../domain/claim.js';
import { normalized } from '../../domain/marks.js';
import type { RecordDraft, Says } from '../import/record-draft.js';
import { isTime, validTimeOf } from './file-time.js';
import { valueOf, type FileEdge } from './graph-file.js';
import type { GraphNodes, KnownNode } from './graph-nodes.js';
import type { PredicateWords } from './predicate-words.js';

/** Where an edge may tell how it joins its ends, the most telling first. */
const TELLING = ['predicate', 'label', 'type', 'kind'];

/** One claim, or one for each time it is there. @throws InvalidInput where an end is missing. */
export function edgeClaims(
  edge: FileEdge,
  known: GraphNodes,
  words: PredicateWords,
  says: Says,
  draft: RecordDraft,
): void {
  const ends = [known.get(edge.source, 'source'), known.get(edge.target, 'target')] as const;
  for (const what of edge.lost) draft.lose(what);
  const joined = join(edge, ends, words, draft);
  const { times, qualifiers, read } = timesOf(edge, draft);
  const all = [...joined.qualifiers, ...qualifiers, ...qualifiersOf(edge, [...joined.read, ...read], draft)];
  for (const validTime of times) {
    draft.claim(
      {
        subject: joined.subject,
        predicate: joined.predicate,
        object: joined.object,
        ...(validTime === undefined ? {} : { validTime }),
        qualifiers: all,
      },
      [says],
    );
  }
}

interface Joined {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly qualifiers: readonly Qualifier[];
  /** Attributes that are in it. */
  readonly read: readonly string[];
}

function join(
  edge: FileEdge,
  [source, target]: readonly [KnownNode, KnownNode],
  words: PredicateWords,
  draft: RecordDraft,
): Joined {
  for (const attribute of TELLING) {
    const word = wordOf(edge, attribute);
    const found = word === undefined ? undefined : words.find(word, source.kind, target.kind);
    if (!found) continue;
    const [subject, object] = found.isTurned ? [target, source] : [source, target];
    if (!edge.isDirected && !found.predicate.symmetric) draft.lose('that an edge has no direction');
    return {
      subject: subject.id,
      predicate: found.predicate.id,
      object: object.id,
      qualifiers: [],
      read: [attribute],
    };
  }
  const attribute = TELLING.find(name => wordOf(edge, name) !== undefined);
  const word = attribute === undefined ? undefined : wordOf(edge, attribute);
  const relation = word === undefined ? undefined : draft.text(word, 'note', 'what an edge is called');
  return {
    subject: source.id,
    predicate: 'related_to',
    object: target.id,
    qualifiers: [
      ...(relation === undefined ? [] : [{ name: 'relation', value: relation }]),
      // `related_to` goes both ways, the edge does not.
      ...(edge.isDirected ? [{ name: 'from', entity: source.id }] : []),
    ],
    read: attribute === undefined ? [] : [attribute],
  };
}

const wordOf = (edge: FileEdge, attribute: string): string | undefined =>
  (attribute === 'label' ? edge.label : undefined) ?? valueOf(edge, attribute);

interface Times {
  /** Undefined if there is no time. */
  readonly times: readonly (string | undefined)[];
  /** Times that are none of ours, as they are written. */
  readonly qualifiers: readonly Qualifier[];
  readonly read: readonly string[];
}

/** `valid_time` in EDTF, else the times when the edge is there, else its attributes `start` and `end`. */
function timesOf(edge: FileEdge, draft: RecordDraft): Times {
  const told = valueOf(edge, 'valid_time');
  if (told !== undefined && isTime(told)) return { times: [told], qualifiers: [], read: ['valid_time'] };
  const [start, end] = [valueOf(edge, 'start'), valueOf(edge, 'end')];
  const own = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  const byAttributes = edge.times.length === 0 ? validTimeOf(own, draft) : undefined;
  if (byAttributes !== undefined) return { times: [byAttributes], qualifiers: [], read: ['start', 'end'] };
  const times = new Set<string>();
  const qualifiers: Qualifier[] = [];
  for (const time of edge.times) {
    const validTime = validTimeOf(time, draft);
    if (validTime !== undefined) times.add(validTime);
    else qualifiers.push({ name: 'time', value: `${time.start ?? ''}/${time.end ?? ''}` });
  }
  return { times: times.size === 0 ? [undefined] : [...times], qualifiers, read: [] };
}

/** The other attributes, by names that qualifiers can have. */
function qualifiersOf(edge: FileEdge, read: readonly string[], draft: RecordDraft): readonly Qualifier[] {
  const label = edge.label === undefined ? [] : [{ name: 'label', text: edge.label }];
  const seen = new Set<string>();
  return [...label, ...edge.values].flatMap(({ name, text, ...more }): readonly Qualifier[] => {
    if (read.includes(name.toLowerCase())) return [];
    if ('when' in more) draft.lose('times of attributes of edges');
    const value = draft.text(text, 'note', `attribute "${name.slice(0, 60)}" of edges`);
    const own = normalized(name, ['name'], 'NFKD')
      .replace(/([a-z])(?=[A-Z])/g, '$1_')
      .toLowerCase()
      .replace(/\p{Mark}/gu, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_$/g, '')
      .slice(0, 40);
    if (own === '') draft.lose(`attribute "${name.slice(0, 60)}" of edges`);
    if (own === '' || value === undefined || seen.has(`${own} ${value}`)) return [];
    seen.add(`${own} ${value}`);
    return [{ name: own, value }];
  });
}
