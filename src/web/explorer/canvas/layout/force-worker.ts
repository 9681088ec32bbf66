// The worker that lays out large drawings, so that the page stays alive meanwhile.
import { layOutByForces, type Forces } from './force.js';

self.addEventListener('message', ({ data }: MessageEvent<Forces>) => {
  self.postMessage(layOutByForces(data));
});
