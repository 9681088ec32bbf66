// Marks fields whose answer depends on more than the journal, such as a file: answers that hold one are not cached.
import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

const MARK = { beyondJournal: true };

/** Put on a field. */
export const BeyondJournal = (): MethodDecorator & PropertyDecorator => Extensions(MARK);

export const isBeyondJournal = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean => extensions['beyondJournal'] === true;
