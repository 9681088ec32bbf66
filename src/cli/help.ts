// Examples that open the help of each command: most people read no further.

/** A line that does not begin with a command of ours, such as one with a pipe, is given whole. */
const examples = (...lines: readonly string[]): string =>
  ['Examples:', ...lines.map(line => `  $ ${line.includes('| hearsay') ? '' : 'hearsay '}${line}`), ''].join(
    '\n',
  );

export const HELP = {
  hearsay: examples('serve', 'query WhoIsNumberTwo', 'check', 'serve --help'),
  serve: examples(
    'serve',
    'serve --data mine.db --empty --port 4100',
    'serve --texts ../texts --vocabulary mine.yaml',
  ),
  query: examples(
    'query WhoIsNumberTwo',
    'query question.graphql --variables \'{"first": 5}\' --json',
    "echo '{ stats { claims } }' | hearsay query - --data data/hearsay.db",
  ),
  attach: examples(
    'attach --claim claim:… --source source:… --quote "cooling ties" --own',
    'attach --claim claim:… --kind ARTICLE --url https://example.org/a --via source:… --preview',
  ),
  check: examples('check', 'check mine.yaml dossier.yaml --texts ../texts'),
  load: examples('load dossier.yaml', 'load dossier.yaml --data mine.db --json'),
} as const;
