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
    'serve --journal postgres://hearsay@one,two/news --tokens tokens.json',
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
  token: examples(
    'token create --scope write --name "Ann"',
    'token list --data mine.db',
    'token revoke Ann',
    'token create --scope read --name "Bob" --tokens tokens.json',
  ),
  doctor: examples(
    'doctor',
    'doctor --data mine.db --port 4100 --json',
    'doctor --journal postgres://hearsay@one,two/news',
  ),
  check: examples('check', 'check mine.yaml dossier.yaml --texts ../texts'),
  load: examples('load dossier.yaml', 'load dossier.yaml --data mine.db --json'),
  import: examples(
    'import events.csv --format table --mapping events.yaml --dry-run',
    'import events.csv --format table --mapping events.yaml --server http://127.0.0.1:4000/graphql',
    'import threat-actor.json --format misp --data mine.db',
    'import article.html --format article --party entity:… --published 2014-11-18 --review',
    'zcat events.csv.gz | hearsay import - --format table --mapping events.yaml --data mine.db --json',
  ),
  export: examples(
    'export --format csv --out tables',
    'export --format packet-html --claim claim:… --out claim.html',
    'export --format jsonld > graph.jsonld',
    'export --format csv --known-at 2026-01-31T12:00:00Z --min-independent 2 --out tables',
  ),
  backup: examples('backup monday.db', 'backup monday.db --server http://127.0.0.1:4000/graphql'),
  restore: examples('restore monday.db --data new.db'),
  copy: examples(
    'copy --from sqlite:data/hearsay.db --to postgres://hearsay@one,two/news',
    'copy --from postgres://hearsay@one,two/news --to sqlite:monday.db --json',
  ),
  'export-journal': examples('export-journal journal.jsonl', 'export-journal journal.jsonl --data mine.db'),
  'import-journal': examples('import-journal journal.jsonl --data new.db'),
  redact: examples('redact 17 --what QUOTE --reason "by court order 12/26"'),
} as const;
