// Marks fields whose answer rests on more than the journal, such as a file on the disk: what holds them is worked out each time.
import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

const MARK = { beyondJournal: true };

/** Put on a field. */
export const BeyondJournal = (): MethodDecorator & PropertyDecorator => Extensions(MARK);

export const isBeyondJournal = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean => extensions['beyondJournal'] === true;
