import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasProgram } from '../rivals/programs.ts';
import { bytesOf, pagesOf, writeInput, type ExportPlace, type Programs } from './exportPlace.ts';
import { watchCommand, type WatchedCommand, type WatchedRun } from './watchCommand.ts';

/** One way out of an archive, measured. */
export interface Exported extends WatchedRun {
  readonly name: string;
  readonly posts: number;
  readonly bytes: number;
  /** Of a PDF, where they can be counted. */
  readonly pages: number | null;
}

/** What a format of ours is compared with, by name. */
export const PLAIN_PRINT = 'printToPDF, a file each';

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;
/** WeasyPrint takes seconds a post. */
const WEASYPRINT_POSTS = 10;

/** Our own export by the command line; throws with what it said when it fails. */
export async function exportOurs(
  place: ExportPlace,
  { cli, format, isSeparate = false }: { cli: string; format: string; isSeparate?: boolean },
): Promise<Exported> {
  const name = isSeparate ? `${format}, a file each` : format;
  const target = join(place.outFolder, isSeparate ? 'ours-separate' : `ours.${format}`);
  const line = exportLine(place, { cli, format, target });
  const more = isSeparate ? ['--separate'] : [];
  return measured(
    { name: `Broadsheet ${name}`, place, target },
    { ...line, args: [...line.args, ...more] },
  );
}

/** The command line that exports all posts. */
export function exportLine(
  { folder, dataFolder }: ExportPlace,
  { cli, format, target }: { cli: string; format: string; target: string },
): WatchedCommand {
  const words = ['export', folder, '--query', '', '--format', format, '--to', target];
  return { command: process.execPath, args: [cli, ...words, '--data-dir', dataFolder] };
}

/** Every post printed into a file of its own by a program of twenty lines, from HTML that is ready. */
export async function printPlainly(
  place: ExportPlace,
  { cli, plainPrint, electron }: Programs,
): Promise<Exported> {
  const target = join(place.outFolder, 'plain');
  mkdirSync(target, { recursive: true });
  const line = exportLine(place, { cli, format: 'jsonl', target: '-' });
  const { stdout } = spawnSync(line.command, line.args, {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const base = pathToFileURL(`${place.folder}/`).href;
  const prints = stdout
    .trimEnd()
    .split('\n')
    .map((text, at) => {
      const { title, html }: { title: string; html: string } = JSON.parse(text);
      const page = `<!doctype html><meta charset="utf-8"><base href="${base}"><title>${title}</title><h1>${title}</h1>${html}`;
      const file = writeInput(place, `plain-${at}.html`, page);
      return { page: pathToFileURL(file).href, target: join(target, `${at}.pdf`) };
    });
  const list = writeInput(place, 'plain.json', JSON.stringify(prints));
  // Electron starts what the package.json of a folder names.
  writeInput(place, 'package.json', JSON.stringify({ type: 'module', main: plainPrint }));
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...switches, place.outFolder, list];
  return measured({ name: PLAIN_PRINT, place, target }, { command: electron, args });
}

/** What Pandoc makes of the same posts: EPUB, HTML, and PDF where an engine that needs no TeX is there. */
export async function convertByPandoc(place: ExportPlace): Promise<readonly Exported[]> {
  const text = place.posts.map(({ title, body }) => `# ${title}\n\n${body}\n`).join('\n');
  const input = writeInput(place, 'pandoc.md', text);
  const common = [input, '-f', 'markdown-yaml_metadata_block', '-s', '--toc', '--toc-depth=1'];
  const convert = (name: string, file: string, more: readonly string[]): Promise<Exported> => {
    const target = join(place.outFolder, file);
    const args = [...common, '-M', 'title=Posts', '-M', 'lang=zh-Hans', ...more, '-o', target];
    // Pictures are relative to the posts.
    const cwd = join(place.folder, '_posts');
    return measured({ name, place, target }, { command: 'pandoc', args, cwd });
  };
  const made = [
    await convert('Pandoc epub', 'pandoc.epub', []),
    await convert('Pandoc html', 'pandoc.html', ['--self-contained']),
  ];
  if (!hasProgram('weasyprint') || place.posts.length > WEASYPRINT_POSTS) return made;
  const engine = ['-t', 'html', '--pdf-engine=weasyprint'];
  return [...made, await convert('Pandoc pdf (WeasyPrint)', 'pandoc.pdf', engine)];
}

async function measured(
  { name, place, target }: { name: string; place: ExportPlace; target: string },
  line: WatchedCommand,
): Promise<Exported> {
  const run = await watchCommand(line);
  if (run.code !== 0) throw new Error(`${name} failed: ${run.said.trim()}`);
  const bytes = bytesOf(target);
  const pages = name.includes('pdf') || name === PLAIN_PRINT ? pagesOf(target) : null;
  rmSync(target, { recursive: true, force: true });
  return { ...run, name, posts: place.posts.length, bytes, pages };
}
