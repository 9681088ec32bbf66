// How an evidence packet looks: a page of a newspaper's file, on screen by day and night, and on paper.
export const PACKET_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf6, #15171a);
  --ink: light-dark(#1d1b18, #ece7de);
  --muted: light-dark(#625c53, #a8a195);
  --line: light-dark(#d8d1c4, #373b41);
  --rule: light-dark(#1d1b18, #ece7de);
  --accent: light-dark(#1f4e79, #8ab6e0);
  --good: light-dark(#2b6a4d, #7fc3a0);
  --warn: light-dark(#7d5910, #d9b45a);
  --bad: light-dark(#a3382a, #e58b7c);
  --marked: light-dark(#f3e7b8, #4a421f);
}
* { box-sizing: border-box; }
body {
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.5 Charter, 'Bitstream Charter', 'Source Serif 4', Georgia, 'Noto Serif', serif;
  margin: 0;
}
article { margin: 0 auto; max-width: 60rem; overflow-wrap: anywhere; padding: 2.5rem 1.5rem 3rem; }
article + article { border-top: 1px solid var(--line); }
.kicker, .meta, .notes, h2, dt, .stamp, .number, .status {
  font-family: 'Inter', system-ui, 'Helvetica Neue', Arial, sans-serif;
}
.kicker { border-top: 3px solid var(--rule); color: var(--muted); display: flex; flex-wrap: wrap; font-size: .75rem; gap: 0 1.5rem; justify-content: space-between; letter-spacing: .02em; margin: 0 0 1.25rem; padding-top: .5rem; }
h1 { font-size: clamp(1.6rem, 1.1rem + 2vw, 2.3rem); font-weight: 600; letter-spacing: -.01em; line-height: 1.15; margin: 0 0 .6rem; text-wrap: balance; }
.meta { color: var(--muted); font-size: .85rem; margin: 0 0 1.1rem; }
.verdict { border-left: 3px solid var(--tone); margin: 0 0 1.25rem; padding: .1rem 0 .1rem .9rem; }
.verdict p { margin: 0; max-width: 46rem; }
.status { color: var(--tone); font-size: .95rem; font-weight: 650; }
.good { --tone: var(--good); } .warn { --tone: var(--warn); } .bad { --tone: var(--bad); } .plain { --tone: var(--muted); }
dl { border-bottom: 1px solid var(--line); border-top: 1px solid var(--line); display: grid; gap: .7rem 1.5rem; grid-template-columns: repeat(4, 1fr); margin: 0 0 1rem; padding: .8rem 0; }
dl div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
dt { color: var(--muted); font-size: .75rem; line-height: 1.3; }
dd { font-size: 1.15rem; line-height: 1.25; margin: 0; }
h2 { border-bottom: 1px solid var(--line); font-size: .8rem; font-weight: 650; letter-spacing: .01em; margin: 1.9rem 0 .7rem; padding-bottom: .3rem; }
h3 { font-size: 1.02rem; font-weight: 600; margin: 0; }
p { margin: 0 0 .6rem; }
ul, ol { margin: 0 0 .6rem; padding-left: 1.2rem; }
li { margin: .2rem 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
.chains { list-style: none; padding: 0; }
.chains > li { margin: .35rem 0; }
.chain { align-items: baseline; display: flex; flex-wrap: wrap; gap: .15rem .6rem; list-style: none; padding: 0; }
.chain > li { margin: 0; }
.chain > li + li::before { color: var(--muted); content: '←'; margin-right: .6rem; }
.notes { color: var(--muted); font-size: .8rem; }
.number { color: var(--accent); font-size: .72rem; font-variant-numeric: tabular-nums; text-decoration: none; vertical-align: .25em; }
.sayings { display: grid; gap: 0 2.2rem; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); }
.saying { border-bottom: 1px solid var(--line); break-inside: avoid; padding: .7rem 0; }
.saying p { margin: .15rem 0; }
.date { white-space: nowrap; }
.denies { color: var(--bad); }
blockquote { border-left: 2px solid var(--line); margin: .4rem 0; padding-left: .8rem; }
mark { background: var(--marked); color: inherit; }
.against { margin-bottom: .8rem; }
.history { font-size: .9rem; list-style: none; padding: 0; }
.history > li { display: grid; gap: 0 1rem; grid-template-columns: minmax(9rem, 16rem) 1fr; }
.stamp { border-top: 1px solid var(--rule); color: var(--muted); font-size: .75rem; margin-top: 2rem; padding-top: .5rem; }
:target { background: var(--marked); }
@media (width <= 640px) { dl { grid-template-columns: repeat(2, 1fr); } article { padding: 1.5rem 1rem; } }
@media print {
  @page { margin: 13mm 15mm; size: A4; }
  :root { color-scheme: only light; font-size: 9pt; }
  body { background: #fff; color: #000; font-size: 1rem; line-height: 1.32; }
  article { max-width: none; padding: 0; }
  article + article { border: 0; break-before: page; }
  h1 { font-size: 19pt; }
  h2 { break-after: avoid; margin: .8rem 0 .35rem; padding-bottom: .15rem; }
  .kicker, .verdict { margin-bottom: .7rem; }
  p, ul, ol { margin-bottom: .3rem; }
  li, .chains > li { margin: .1rem 0; }
  dl { gap: .35rem 1.5rem; margin-bottom: .6rem; padding: .4rem 0; }
  .history { columns: 2; column-gap: 2.2rem; }
  .history > li { display: block; }
  .stamp { margin-top: .9rem; }
  dd { font-size: 11pt; }
  .sayings { grid-template-columns: 1fr 1fr; }
  .saying { padding: .3rem 0; }
  .saying p, blockquote { margin: .1rem 0; }
  .saying a[href]::after { color: var(--muted); content: ' ' attr(href); font-size: 7.5pt; overflow-wrap: anywhere; }
  mark { background: none; font-weight: 600; }
}
`;
