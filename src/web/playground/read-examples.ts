// Reads schema/examples.graphql into the single operations that the playground shows, one a tab.
import { Kind, parse } from 'graphql';

export interface Example {
  /** The operation's name. */
  readonly name: string;
  /** First line of the comment above the operation, or its name where there is none. */
  readonly question: string;
  /** The operation with the comment above it. */
  readonly text: string;
}

/**
 * The operations of a GraphQL document, in file order.
 * @throws Error where a definition is no named operation: each tab must run by itself.
 */
export function readExamples(document: string): readonly Example[] {
  let end = 0;
  return parse(document).definitions.map(definition => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.name === undefined) {
      throw new Error(
        `Examples are named operations only; found ${definition.kind} after "${document.slice(0, end).slice(-60)}".`,
      );
    }
    const text = document.slice(end, definition.loc?.end).trim();
    end = definition.loc?.end ?? end;
    const name = definition.name.value;
    return { name, question: firstComment(text) ?? name, text };
  });
}

const firstComment = (text: string): string | undefined => /^#[ \t]*(\S.*)/.exec(text)?.[1]?.trim();
