// The table as a file: one line for each claim, and nothing in it that a spreadsheet would run.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../../src/web/explorer/table/csv.js';
import { drawing, edge, entity, valued } from './a-drawing.js';

type Lines = readonly Readonly<Record<string, string>>[];

const linesOf = (csv: string): Lines => parse(csv, { columns: true });

describe('a drawing as CSV', () => {
  test('says in its first line what the columns are, also without claims', () => {
    expect(toCsv(drawing())).toBe(
      'Claim,Subject,Predicate,Object or value,Valid time,Status,Independent chains,Sources,Certainty,Independence,Value as recorded,Valid time (EDTF),Id\r\n',
    );
  });

  test('has a line for each claim, in words and with its id', () => {
    const csv = toCsv(
      drawing(edge('claim:1', { validTime: '2014-11~', support: { independent: 2, exact: false } })),
    );
    expect(linesOf(csv)).toEqual([
      {
        Claim: 'Ann meets Bob (claim:1)',
        Subject: 'Ann',
        Predicate: 'meets',
        'Object or value': 'Bob',
        'Valid time': 'about Nov 2014',
        Status: 'Supported',
        'Independent chains': 'at least 2',
        Sources: '1',
        Certainty: 'certain',
        Independence: 'One chain',
        'Value as recorded': '',
        'Valid time (EDTF)': '2014-11~',
        Id: 'claim:1',
      },
    ]);
  });

  test('has a line for a claim with a value too, in words and as it is recorded', () => {
    const lasts = valued('claim:2', { kind: 'DURATION', text: 'P7D' });
    const none = valued('claim:3', { kind: 'NO_VALUE', text: '' });
    const csv = toCsv({ ...drawing(edge('claim:1')), lineless: [lasts, none] });
    expect(
      linesOf(csv).map(line => [line['Id'], line['Object or value'], line['Value as recorded']]),
    ).toEqual([
      ['claim:1', 'Bob', ''],
      ['claim:2', '7 days', 'P7D'],
      ['claim:3', 'nothing', ''],
    ]);
  });

  test.each([
    ...['=HYPERLINK("http://x")', '+A1', '-1+1', '@SUM(A1)', '=1\nand more', '\t=1', '\r=1', '\n=1'],
    ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '﹢1', '﹣1', '﹫SUM(A1)'],
  ])('keeps a spreadsheet from running %j', text => {
    const [line] = linesOf(toCsv(drawing(edge('claim:1', { subject: entity(text) }))));
    expect(line?.['Subject']).toBe(`'${text}`);
  });

  test.each(['a, b', 'said "no"', 'two\nlines', '<img onerror=alert(1)>'])(
    'gives %j back as it was',
    text => {
      const [line] = linesOf(toCsv(drawing(edge('claim:1', { sentence: text }))));
      expect(line?.['Claim']).toBe(text);
    },
  );
});
