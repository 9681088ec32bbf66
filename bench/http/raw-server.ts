// Yardstick: bare `node:http` that reads the body and sends the same bytes every time, those it was told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tell } from './yardstick.js';

let answer = Buffer.alloc(0);
process.on('message', message => (answer = Buffer.from(message as string)));

const server = createServer((request, response) => {
  request.on('data', () => undefined);
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.length,
    });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => tell((server.address() as AddressInfo).port));
