/**
 * Set-up step: libraries and tools of the operating system, on Debian and Ubuntu.
 */
import { existsSync, readFileSync } from 'node:fs';
import { hasDisplay } from './readiness.mjs';
import { run, excerpt } from './run.mjs';

const TITLE = 'System packages';

/**
 * What is wanted, in groups. An entry with `|` names one package under its names in different releases
 * (the 64-bit time transition of Debian 13 and Ubuntu 24.04 renamed some).
 */
const GROUPS = {
  electron: [
    'libasound2|libasound2t64',
    'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
    'libatk1.0-0|libatk1.0-0t64',
    'libatspi2.0-0|libatspi2.0-0t64',
    'libcairo2',
    'libcups2|libcups2t64',
    'libdbus-1-3',
    'libdrm2',
    'libexpat1',
    'libgbm1',
    'libglib2.0-0|libglib2.0-0t64',
    'libgtk-3-0|libgtk-3-0t64',
    'libnspr4',
    'libnss3',
    'libpango-1.0-0',
    'libx11-6',
    'libxcb1',
    'libxcomposite1',
    'libxdamage1',
    'libxext6',
    'libxfixes3',
    'libxkbcommon0',
    'libxrandr2',
    'fonts-noto-cjk',
    'xdg-utils',
  ],
  display: ['xvfb', 'xauth'],
  compiler: ['g++', 'make', 'python3'],
  // epubcheck brings a Java runtime where there is none; its test is skipped where it cannot be had.
  tests: ['poppler-utils', 'qpdf', 'strace', 'epubcheck'],
};

/**
 * Installs what is missing. Never fails set-up: a step that really needs something absent says so itself, so a
 * machine without root rights or without package servers still gets as far as it can.
 *
 * @param {{ needsCompiler: boolean }} needs whether SQLite has to be compiled for this Node or Electron
 */
export async function installSystemPackages(reporter, needs) {
  if (!isDebianFamily()) {
    reporter.line(
      TITLE,
      process.platform === 'linux' ? OTHER_LINUX : 'nothing to install on this system',
    );
    return;
  }
  const missing = await findMissing(wantedPackages(needs));
  if (missing.length === 0) {
    reporter.line(TITLE, 'all present');
    return;
  }
  if (process.getuid?.() !== 0) {
    reporter.line(TITLE, `${missing.length} missing; installing them needs root rights:`);
    reporter.note(
      `sudo apt-get install --no-install-recommends ${(await pickNames(missing)).join(' ')}`,
    );
    return;
  }
  reporter.line(TITLE, `installing ${missing.length} with apt-get`);
  await installMissing(reporter, missing);
}

const OTHER_LINUX =
  'not Debian or Ubuntu, so nothing is installed; Electron needs GTK 3, NSS, ALSA and a CJK font, tests also xvfb, poppler and qpdf';

/** The wanted entries, essentials first. */
export function wantedPackages(needs) {
  const compiler = needs.needsCompiler ? GROUPS.compiler : [];
  const display = hasDisplay() ? [] : GROUPS.display;
  return [...GROUPS.electron, ...display, ...compiler, ...GROUPS.tests];
}

async function installMissing(reporter, missing) {
  let names = await pickNames(missing);
  let result = names.length === missing.length ? await aptInstall(reporter, names) : null;
  if (result?.code !== 0) {
    // The lists are absent (a bare container) or older than the servers: fetch them, once, and try again.
    reporter.note('fetching the package lists');
    await run('apt-get', ['update', '-qq', ...APT_OPTIONS], {
      env: APT_ENVIRONMENT,
      timeoutMs: 300_000,
    });
    names = await pickNames(missing);
    result = await aptInstall(reporter, names);
  }
  if (result.code === 0) return;
  reporter.note('apt-get did not install everything:');
  for (const line of excerpt(result.output, 4).split('\n')) reporter.note(line);
}

const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
const APT_ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

function aptInstall(reporter, names) {
  return run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...APT_OPTIONS, ...names],
    {
      env: APT_ENVIRONMENT,
      timeoutMs: 1_200_000,
      onTick: (seconds) => reporter.note(`still installing, ${seconds} s`),
    },
  );
}

/** The entries of which no name is installed. */
async function findMissing(entries) {
  const names = entries.flatMap((entry) => entry.split('|'));
  const { output } = await run('dpkg-query', [
    '-W',
    '-f=${db:Status-Status} ${Package}\n',
    ...names,
  ]);
  return missingEntries(entries, output);
}

/** Pure part of the look-up: `output` has lines like `installed xvfb`. */
export function missingEntries(entries, output) {
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length).trim()),
  );
  return entries.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

/**
 * The name of each entry that this release can install; an entry that it does not know is left out. The newer name
 * is preferred: the old one may live on as a virtual package.
 */
async function pickNames(entries) {
  const names = entries.flatMap((entry) => entry.split('|'));
  const { output } = await run('apt-cache', ['show', '--no-all-versions', ...names]);
  const known = new Set([...output.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
  return entries.flatMap((entry) => {
    const name = entry.split('|').findLast((each) => known.has(each));
    return name === undefined ? [] : [name];
  });
}

function isDebianFamily() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(text);
  } catch {
    return false;
  }
}
