/**
 * How chapters are set, on readers of books and in browsers: plain CSS that old readers understand. Colours are shares of
 * the text's own, so that it stays readable on any page colour.
 */
export const CHAPTER_STYLE = `
body { line-height: 1.7; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-align: start; text-indent: 0; font-weight: bold; page-break-after: avoid; break-after: avoid; page-break-inside: avoid; break-inside: avoid; }
h1 { margin: 0 0 0.6em; font-size: 1.6em; }
h2 { margin: 1.4em 0 0.4em; font-size: 1.25em; }
h3 { margin: 1.2em 0 0.4em; font-size: 1.1em; }
h4, h5, h6 { margin: 1em 0 0.3em; font-size: 1em; }
p { margin: 0 0 0.8em; orphans: 2; widows: 2; }
.title { padding-bottom: 0.5em; border-bottom: 3px double; }
.cjk .headline { word-break: keep-all; overflow-wrap: anywhere; }
.deck { display: block; font-size: 0.65em; font-weight: normal; }
.meta { margin: 0 0 1.4em; font-size: 0.85em; opacity: 0.75; text-indent: 0; }
.cjk .body { text-align: justify; line-break: strict; }
.cjk .body p { margin-bottom: 0.5em; text-indent: 2em; }
.cjk .body .set-latin { text-align: start; }
.cjk .body p.set-latin { text-indent: 0; }
.latin .body p.set-han { text-indent: 2em; text-align: justify; }
.body:lang(ja) p { text-indent: 1em; }
.cjk .body li p, .cjk .body td p, .cjk .body th p, .cjk .body dd p, .cjk .body blockquote p, .cjk .body figure p, .cjk .body .footnotes p, .cjk .body p.pictured, .cjk .body p.math, .cjk .body p.subhead, .cjk .body p.to-center, .cjk .body p.to-right { text-indent: 0; }
.body p.verse, .cjk .body p.verse { text-indent: 0; text-align: start; }
.body p.subhead { margin: 1.2em 0 0.4em; font-weight: bold; text-align: start; page-break-after: avoid; break-after: avoid; }
.body ul, .body ol { margin: 0 0 0.8em; padding-inline-start: 2em; }
.cjk .body p.with-picture { text-align: start; }
.body li { margin: 0 0 0.25em; text-align: start; }
.task-list-item { list-style: none; }
.body dt { font-weight: bold; }
.body dd { margin: 0 0 0.5em; margin-inline-start: 2em; }
.body blockquote { margin: 0.8em 0; padding: 0; padding-inline-start: 1em; border-inline-start: 3px solid; border-color: rgba(128, 128, 128, 0.6); }
.body pre { margin: 0.8em 0; padding: 0.7em 0.9em; border: 1px solid; border-color: rgba(128, 128, 128, 0.4); background: rgba(128, 128, 128, 0.1); white-space: pre-wrap; text-align: start; text-indent: 0; font-size: 0.82em; line-height: 1.5; }
.body code, .body pre, .body samp, .body kbd, .math { font-family: "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
.body code, .body samp, .body kbd { font-size: 0.9em; }
.body pre code { font-size: 1em; }
.math { font-size: 0.9em; overflow-wrap: anywhere; }
.body p.math { padding-inline-start: 2em; text-align: start; text-indent: 0; }
.code-word, .code-type { font-weight: bold; }
.code-note { font-style: italic; opacity: 0.75; }
.code-removed { text-decoration: line-through; }
.table { margin: 0.8em 0; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.88em; line-height: 1.5; text-align: start; }
th, td { padding: 0.3em 0.6em; border: 1px solid; border-color: rgba(128, 128, 128, 0.5); vertical-align: top; text-indent: 0; text-align: start; }
th { background: rgba(128, 128, 128, 0.12); }
caption { padding: 0.3em 0; font-size: 0.95em; opacity: 0.8; text-indent: 0; }
table.wide, table.wider, table.dense, table.widest, table.small, table.smaller, table.smallest { font-size: 0.75em; }
.to-left { text-align: left; }
.to-center { text-align: center; }
.to-right { text-align: right; }
figure { margin: 1em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figcaption { font-size: 0.85em; opacity: 0.75; text-indent: 0; }
img, svg.picture { max-width: 100%; height: auto; vertical-align: middle; }
img.alone, figure img, svg.picture.alone { display: block; margin: 0.8em auto; }
hr { width: 30%; margin: 1.5em auto; border: 0; border-top: 1px solid; opacity: 0.5; }
sup, sub { line-height: 0; font-size: 0.75em; }
ruby rt { font-size: 0.5em; }
.summary { font-weight: bold; }
.line { display: block; }
.as-strong, .as-b { font-weight: bold; }
.as-em, .as-i, .as-cite, .as-dfn { font-style: italic; }
.as-small { font-size: 0.86em; }
.as-s { text-decoration: line-through; }
.as-u { text-decoration: underline; }
.as-code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.absent { display: block; margin: 0.6em 0; padding: 0.4em 0.7em; border: 1px dashed; border-color: rgba(128, 128, 128, 0.8); font-size: 0.8em; opacity: 0.85; text-align: start; text-indent: 0; overflow-wrap: anywhere; }
.original { margin: 2em 0 0; padding-top: 0.5em; border-top: 1px solid; border-color: rgba(128, 128, 128, 0.5); font-size: 0.8em; overflow-wrap: anywhere; text-indent: 0; }
mark { background: none; color: inherit; font-weight: bold; }
mark.hl, mark.quiet, mark.hit { font-weight: inherit; }
mark.hl { border-bottom: 2px solid; }
mark.hit { border: 1px solid; border-color: #b7860b; background: rgba(250, 204, 21, 0.2); }
mark.hl-yellow { background: rgba(250, 204, 21, 0.35); border-color: #b7860b; }
mark.hl-green { background: rgba(74, 190, 105, 0.28); border-color: #2e8b57; }
mark.hl-blue { background: rgba(76, 150, 240, 0.26); border-color: #2f6fc4; }
mark.hl-pink { background: rgba(240, 98, 146, 0.26); border-color: #c2437a; }
.note-sign { font-size: 0.7em; }
.note-sign a { padding: 0 0.15em; text-decoration: none; }
.notes { margin: 2em 0 0; padding-top: 0.6em; border-top: 1px solid; border-color: rgba(128, 128, 128, 0.5); font-size: 0.88em; }
.notes-head { margin: 0 0 0.5em; font-weight: bold; text-indent: 0; }
.note { margin: 0 0 0.8em; }
.note p, .post-note p { margin: 0 0 0.2em; text-indent: 0; }
.own { padding-inline-start: 1.4em; }
.post-note { margin: 0 0 1.4em; padding: 0.6em 0.9em; border-inline-start: 3px solid #b7860b; background: rgba(250, 204, 21, 0.12); font-size: 0.9em; }
.post-note .own { padding: 0; }
.footnotes { margin-top: 1.5em; font-size: 0.88em; }
.footnote-ref a { text-decoration: none; }
.addresses li, .source li { margin: 0 0 0.5em; overflow-wrap: anywhere; }
.address { font-size: 0.85em; }
.cover-line { letter-spacing: 0.2em; }
.cover-sources { list-style: none; padding: 0; }
.cover-made, .cover-facts, .cover-search { font-size: 0.9em; opacity: 0.8; }
`;
