#include "report/html.hpp"

namespace heard::reporting {

// Dark on light, at least 4.5 to 1 (WCAG 2.1, 1.4.3). No rule asks for a font, an image or anything
// else that would have to be fetched.
std::string_view style() {
  return R"css(
:root {
  color-scheme: light;
  --ink: #17202a; --soft: #4b5763; --line: #d3dae0; --pale: #f3f6f8; --blue: #1b4b72;
  --light: #c3d8e8; --amber: #fff3d0; --amber-line: #c98a00;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 66rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
p, ul, ol, blockquote, .reply { max-width: 42rem; }
p { margin: 0 0 1em; }
a { color: var(--blue); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--amber-line); outline-offset: 2px; }
.running { display: none; }
.banner {
  max-width: none; margin: 0 -1.25rem; padding: .6rem 1.25rem; background: var(--pale);
  border-bottom: 1px solid var(--line); font-size: .9375rem;
}
.warns { background: var(--amber); border-bottom: 2px solid var(--amber-line); font-weight: 600; }
.publisher { margin: 3.5rem 0 .5rem; color: var(--soft); font-weight: 600; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { margin: 3.5rem 0 .75rem; max-width: 48rem; font-size: 2.5rem; letter-spacing: -.015em; }
.publisher + h1 { margin-top: 0; }
.subtitle { margin: 0 0 2.5rem; font-size: 1.25rem; color: var(--soft); }
h2 { margin: 0 0 1.5rem; font-size: 1.875rem; letter-spacing: -.01em; max-width: 48rem; }
h3 { margin: 3rem 0 1rem; font-size: 1.375rem; max-width: 44rem; }
h4 { margin: 2.25rem 0 .35rem; font-size: 1.125rem; max-width: 42rem; }
h5, h6 { margin: 1.75rem 0 .25rem; font-size: 1.0625rem; max-width: 42rem; }
.number { color: var(--soft); font-weight: 400; padding-right: .35em; }
.part { margin-top: 4.5rem; padding-top: 1.5rem; border-top: 4px solid var(--blue); }
nav { padding: 1.5rem 0 .5rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
nav h2 { font-size: 1.25rem; margin-bottom: .75rem; }
nav ol { list-style: none; margin: 0; padding: 0; max-width: none; font-size: .9375rem; }
nav > ol { columns: 19rem 3; column-gap: 2.5rem; }
nav > ol > li { margin-bottom: 1rem; font-weight: 600; }
nav ol ol { margin: .15rem 0 0; font-weight: 400; }
nav li { padding: .08rem 0; break-inside: avoid; }
nav > ol > li { break-inside: auto; }
nav > ol > li > a { break-after: avoid; }
nav a { color: var(--ink); text-decoration-color: var(--line); text-underline-offset: .2em; }
nav a:hover { color: var(--blue); text-decoration-color: currentColor; }
.lead {
  margin: 0 0 1.25rem; padding-left: 1rem; border-left: 4px solid var(--line);
  font-size: 1.1875rem; line-height: 1.45; color: var(--soft);
}
.sum {
  margin: 0 0 .5rem; padding: .45rem .8rem; background: var(--pale); border-radius: 3px;
  font-size: .9375rem; line-height: 1.5; font-variant-numeric: tabular-nums;
}
.sum + p:not(.sum), .sum + ul { margin-top: 1.25rem; }
.finding { margin: 0 0 .75rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.note, .muted { color: var(--soft); }
.note { font-size: .9375rem; }
.warning { padding: .6rem .8rem; background: var(--amber); border-left: 4px solid var(--amber-line); }
ul { padding-left: 1.2rem; margin: 0 0 1.25rem; }
li { margin: .3rem 0; }
.columns { max-width: none; columns: 20rem 3; column-gap: 2.5rem; font-size: .9375rem; }
.columns li { break-inside: avoid; margin: 0 0 .35rem; }
.tiles {
  list-style: none; padding: 0; max-width: none; display: grid; gap: 1rem; margin: 0 0 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
}
.tiles li { margin: 0; padding: .9rem 1rem; border-top: 3px solid var(--blue); background: var(--pale); font-size: .9375rem; line-height: 1.35; }
.tiles strong { display: block; font-size: 2.25rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0 2rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 2.5rem; }
@media (min-width: 56rem) { figure { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.chart { display: block; overflow: visible; font-size: 14px; font-variant-numeric: tabular-nums; }
/* A white edge keeps letters clear of the grid. */
.chart text { paint-order: stroke; stroke: #fff; stroke-width: 5px; stroke-linejoin: round; }
.chart .name { font-weight: 600; fill: var(--ink); }
.chart .below { font-weight: 400; }
.chart .value, .chart .tick { fill: var(--soft); }
.chart .value { font-size: 13px; }
.chart .tick { font-size: 12px; }
.chart .bar { fill: var(--blue); }
.chart .rule { fill: var(--light); stroke: var(--blue); stroke-width: 1; }
.chart .axis { stroke: var(--soft); }
.chart .grid { stroke: var(--line); }
.key { font-size: .875rem; color: var(--soft); margin: .5rem 0 0; }
.key span { display: inline-block; width: 1.1em; height: .8em; margin-left: .8em; vertical-align: -.05em; border: 1px solid var(--blue); }
.key span:first-child { margin-left: 0; }
.key .firm { background: var(--blue); }
.key .rule { background: var(--light); }
summary { cursor: pointer; font-size: .875rem; color: var(--soft); padding: .1rem 0 .4rem; }
.scroll { overflow-x: auto; margin: 0 0 .75rem; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; min-width: min(100%, 42rem); }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
details caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .38rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left; }
th:first-child, td:first-child { padding-left: 0; }
td:last-child, th:last-child { padding-right: .25rem; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 9rem; }
.figures { text-align: right; }
td.figures { white-space: nowrap; }
.d1 th { padding-left: 1.1rem; }
.d2 th { padding-left: 2.2rem; }
.d3 th { padding-left: 3.3rem; }
tr.d1 th:first-child { padding-left: 1.1rem; }
tr.d2 th:first-child { padding-left: 2.2rem; }
tr.d3 th:first-child { padding-left: 3.3rem; }
.groups { min-width: 0; font-size: .8125rem; }
.groups td, .groups th { padding: .3rem .4rem; }
.groups th:first-child { padding-left: 0; min-width: 12rem; }
.groups tr.d1 th:first-child { padding-left: 1rem; }
.groups tr.d2 th:first-child { padding-left: 2rem; }
.groups td .muted { display: block; font-size: .75rem; }
.upright { height: 12.5rem; font-weight: 600; }
.upright span {
  writing-mode: vertical-rl; transform: rotate(180deg); white-space: normal; max-height: 12rem;
  text-align: left; line-height: 1.15;
}
.notes { list-style: none; padding: 0; font-size: .875rem; line-height: 1.45; color: var(--soft); margin: 0 0 1.5rem; }
.notes li { margin: .15rem 0; }
code { font: .875em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
td code { white-space: pre-wrap; }
blockquote { margin: 1.25rem 0 1.5rem; padding: .1rem 0 .1rem 1.25rem; border-left: 4px solid var(--blue); break-inside: avoid-page; }
blockquote .words { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", "Liberation Serif", serif; font-size: 1.125rem; line-height: 1.55; margin: 0 0 .4rem; }
blockquote .words::before { content: "\201C"; }
blockquote .words::after { content: "\201D"; }
blockquote .translation { font-size: 1rem; margin: 0 0 .4rem; }
blockquote footer { font-size: .9375rem; color: var(--soft); }
.words { white-space: pre-wrap; }
td.words { min-width: 18rem; }
mark { background: var(--amber); color: inherit; }
.cut { color: var(--soft); }
.status { display: inline-block; margin-left: .5rem; padding: 0 .5rem; background: var(--amber); border-radius: 2px; color: var(--ink); font-size: .875rem; }
.reply { margin: 2rem 0; padding: 1rem 1.25rem; background: var(--pale); border-left: 4px solid var(--ink); break-inside: avoid-page; }
.reply .by { font-weight: 600; margin-bottom: .35rem; }
.reply p:last-child { margin-bottom: 0; }
.page > footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); overflow-wrap: anywhere; }
.page > footer p { max-width: none; }
@media (max-width: 40rem) {
  body { font-size: 1rem; padding: 0 1rem 3rem; }
  .banner { margin: 0 -1rem; padding: .6rem 1rem; }
  .publisher { margin-top: 2rem; }
  h1 { font-size: 1.875rem; }
  h2 { font-size: 1.5rem; }
  h3 { font-size: 1.25rem; margin-top: 2.25rem; }
  .part { margin-top: 3rem; }
  .tiles { grid-template-columns: 1fr 1fr; gap: .6rem; }
  .tiles strong { font-size: 1.75rem; }
  blockquote { padding-left: .9rem; }
  blockquote .words { font-size: 1.0625rem; }
}
@media print {
  @page { size: A4; margin: 14mm 17mm 16mm; }
  html { font-size: 9.5pt; }
  body { display: table; width: 100%; max-width: none; padding: 0; }
  .page { display: table-row-group; }
  p, ul, ol, blockquote, .reply { max-width: none; }
  .running { display: table-header-group; break-inside: avoid; font-size: 8pt; line-height: 1.3; color: #000; }
  .running p { margin: 0 0 6mm; padding: 0 0 1mm; border-bottom: .5pt solid #000; }
  .banner { margin: 0 0 .4rem; padding: .4rem .6rem; border: .5pt solid #000; }
  nav a { text-decoration: none; }
  .part { break-before: page; margin-top: 0; }
  .scroll { overflow: visible; }
  /* Floats break across sheets where a grid moves as a whole. */
  figure { display: block; }
  figure::after { content: ""; display: block; clear: both; }
  .drawing { float: left; width: 47%; margin-right: 4%; }
  details { float: left; width: 49%; }
  .keep { break-inside: avoid; }
  details th, details td { padding: .25rem .35rem; }
  tbody th { min-width: 0; }
  table { min-width: 100%; }
  nav ol { font-size: 8.5pt; line-height: 1.4; }
  nav > ol > li { margin-bottom: .5rem; }
  .finding, h4 + .note { break-after: avoid; }
  .drawing, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .chart { font-size: 12px; }
  .chart .value, .chart .tick { font-size: 11px; }
  summary { display: none; }
  .groups { font-size: 7pt; }
  .groups td, .groups th { padding: .2rem .25rem; }
  .groups th:first-child { min-width: 24mm; }
  .groups td .muted { font-size: 6.25pt; }
  .bar, .key span, .banner, .sum, .tiles li, .reply, .warning, mark, .status { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";
}

}  // namespace heard::reporting
