/** The thread in which pdf.js reads; an entry of its own, so that it is built as a file of ours like any other. */
// oxlint-disable-next-line import/no-unassigned-import -- the module is the thread: it listens by itself
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
