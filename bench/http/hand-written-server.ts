// Yardstick: bare `node:http` with a handler for each shape that walks the graph and writes the answer by `JSON.stringify`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HANDLERS, type Variables } from './hand-written.js';
import { openWorld, tell } from './yardstick.js';

const ledger = await openWorld();

const answerTo = async (body: string): Promise<string> => {
  const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Variables };
  const handler = HANDLERS[operationName];
  if (!handler) throw new Error(`There is no handler for ${operationName}.`);
  const viewed = ledger.through({ knownAtSeq: ledger.graph.seq });
  return `${JSON.stringify({ data: await handler(viewed, variables) })}\n`;
};

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    void answerTo(Buffer.concat(parts).toString()).then(answer => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
});
server.listen(0, '127.0.0.1', () => tell((server.address() as AddressInfo).port));
