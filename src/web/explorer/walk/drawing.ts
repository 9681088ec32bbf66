// A drawing: what the graph and its table show, whichever part of the page it comes from.
import type { ClaimWeighedFragment } from '../api/documents.js';
import type { JoinedEntity } from './joined.js';

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** Claims that no line can stand for: with a value, or about one entity alone. The table shows them. */
  readonly lineless: readonly DrawnClaim[];
}

export interface DrawnNode extends JoinedEntity {
  /** A step of the walk expands it. */
  readonly expanded: boolean;
  /** The first of the walk, an end of paths. */
  readonly isFocus: boolean;
  /** Claims about it in this view; null where nobody asked. */
  readonly claims: number | null;
  /** Steps from the focus. */
  readonly depth: number;
}

/** What would become of a claim if what is set aside fell. */
export type Fall = 'loses all support' | 'drops to one chain' | 'changes status';

export interface DrawnClaim {
  readonly claim: ClaimWeighedFragment;
  readonly isWeakest: boolean;
  readonly fall: Fall | null;
}

/** A claim between two entities. */
export interface DrawnEdge extends DrawnClaim {
  /** The ids of the nodes that stand for subject and object. */
  readonly from: string;
  readonly to: string;
  /** What stands at the line: the predicate in words, a hedge where it is not certain. */
  readonly words: string;
}

/** The node that stands for an entity; undefined where none does. */
export const nodeOf = ({ nodes }: Pick<Drawing, 'nodes'>, id: string): DrawnNode | undefined =>
  nodes.find(({ ids }) => ids.includes(id));

/** All claims of a drawing, those with a line first. */
export const claimsIn = ({ edges, lineless }: Drawing): readonly DrawnClaim[] => [...edges, ...lineless];
