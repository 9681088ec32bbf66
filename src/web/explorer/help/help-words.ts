// What the help says: the keys, the marks, and the words of the page.
import type { ClaimStatus, EntityKind } from '../api/documents.js';

/** Keys that are pressed one after the other stand apart; keys of one entry do the same. */
export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['/'], does: 'Search' },
  { keys: ['?'], does: 'This help' },
  { keys: ['Ctrl Z'], does: 'Undo the last step' },
  { keys: ['Ctrl Shift Z'], does: 'Redo it' },
  { keys: ['Esc'], does: 'Close a window or a list' },
];

/** While the graph has the keyboard: Tab leads there. */
export const GRAPH_KEYS: typeof KEYS = [
  { keys: ['←', '↑', '→', '↓'], does: 'Go along a claim to the next entity that way' },
  { keys: ['Enter'], does: 'Open what is here at the side' },
  { keys: ['E'], does: 'Expand: show more claims of this entity' },
  { keys: ['Backspace'], does: 'Collapse: take away what the expansion brought' },
  { keys: ['C'], does: 'The next claim of this entity' },
  { keys: ['P'], does: 'Begin a path here; on another entity, show the paths between the two' },
  { keys: ['+', '−'], does: 'Closer, farther' },
  { keys: ['0'], does: 'Show all of the graph' },
];

export const STATUS_MEANS: readonly (readonly [ClaimStatus, string])[] = [
  ['CORROBORATED', 'At least two independent chains, each recorded to its end, affirm it.'],
  ['SUPPORTED', 'It is affirmed; two such chains are wanting.'],
  ['SPECULATIVE', 'Nobody says it more firmly than as possible.'],
  ['DISPUTED', 'It is affirmed, and also denied or at odds with another claim.'],
  ['DENIED', 'It is denied, and nobody affirms it.'],
  ['UNSUPPORTED', 'No chain leads from a source held here to an origin.'],
];

export const SHAPE_MEANS: readonly (readonly [EntityKind, string])[] = [
  ['PERSON', 'A person'],
  ['STATE', 'A state or an organisation'],
  ['ROLE', 'A role: one office or standing'],
  ['EVENT', 'A place, an event or a topic'],
];

export const WORDS: readonly (readonly [string, string])[] = [
  ['Claim', 'What is said of an entity. The same proposition is the same claim, however often it is said.'],
  ['Source', 'One thing a party put out: an article, a dispatch, a statement.'],
  ['Chain', 'The way from a source that is held here, through those it relays, down to an origin.'],
  ['Origin', 'The end of a chain: whoever vouches, or where nobody noted on whose word it is said.'],
  [
    'Independent',
    'Chains that share no family. Parties are one family where a claim ties them: one speaks for, holds an office of, is part of or is owned by the other.',
  ],
  [
    'Who is who',
    'Two entities that are judged the same are drawn as one, and answer as one, until the judgement is taken back. Claims keep the entity they were recorded with.',
  ],
  ['True on', 'Keeps claims that may have been true in the world at that time.'],
  ['As known on', 'Shows what had been recorded here by that moment.'],
];
