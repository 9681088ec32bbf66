import { describe, expect, test } from 'vitest';
import { fit } from '../../../../src/web/explorer/canvas/camera.js';
import { layOut } from '../../../../src/web/explorer/canvas/layout/lay-out.js';
import { onPage } from '../../../../src/web/explorer/canvas/on-page.js';
import { sceneOf } from '../../../../src/web/explorer/canvas/scene.js';
import { writeWords } from '../../../../src/web/explorer/canvas/write-words.js';
import type { Drawing } from '../../../../src/web/explorer/walk/drawing.js';
import { drawing, edge, star } from './a-drawing.js';

const WINDOW = { width: 900, height: 700 };

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const LETTER = 6.5;

function written(shown: Drawing, size = WINDOW, marked: readonly string[] = []): Written[] {
  const scene = sceneOf(shown, layOut(shown));
  const camera = fit(
    scene.nodes.map(({ x, y }) => [x, y] as const),
    size,
  );
  const words: Written[] = [];
  const inSight = { left: 0, top: 0, right: size.width, bottom: size.height };
  writeWords(onPage(scene, camera, size), inSight, new Set(marked), {
    width: text => text.length * LETTER,
    write: (text, x, y) => words.push({ text, x, y }),
  });
  return words;
}

const textsOf = (words: readonly Written[]) => words.map(({ text }) => text);

describe('words', () => {
  test('of forty nodes are all there in a window of 900 × 700', () => {
    const shown = star(39);
    const texts = textsOf(written(shown));
    for (const { entity } of shown.nodes) expect(texts).toContain(entity.label);
  });

  test('never cover one another', () => {
    const words = written(star(39));
    const covered = words.flatMap((a, at) =>
      words
        .slice(at + 1)
        .filter(
          b =>
            Math.abs(a.x - b.x) < ((a.text.length + b.text.length) * LETTER) / 2 && Math.abs(a.y - b.y) < 12,
        ),
    );
    expect(covered).toEqual([]);
  });

  test('that have no room are left out, but not those of the focus', () => {
    const texts = textsOf(written(star(39), { width: 200, height: 160 }));
    expect(texts.length).toBeLessThan(40);
    expect(texts).toContain('focus');
  });

  test('of what is marked are there in any case', () => {
    const shown = star(39);
    for (const { entity } of shown.nodes)
      expect(textsOf(written(shown, { width: 200, height: 160 }, [entity.id]))).toContain(entity.label);
  });

  test('of the weakest claim come before those of others', () => {
    const shown = drawing('a', [edge('a meets b'), edge('a warns c', { isWeakest: true })]);
    expect(textsOf(written(shown)).filter(text => /meets|warns|weakest/.test(text))).toEqual([
      'warns',
      'weakest',
      'meets',
    ]);
  });
});
