import type { HLJSApi, LanguageFn } from 'highlight.js';
import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import clojure from 'highlight.js/lib/languages/clojure';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import erlang from 'highlight.js/lib/languages/erlang';
import fsharp from 'highlight.js/lib/languages/fsharp';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import haskell from 'highlight.js/lib/languages/haskell';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import less from 'highlight.js/lib/languages/less';
import lisp from 'highlight.js/lib/languages/lisp';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import objectivec from 'highlight.js/lib/languages/objectivec';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import vbnet from 'highlight.js/lib/languages/vbnet';
import vim from 'highlight.js/lib/languages/vim';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** The languages that people post, by the highlighter's name. */
const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  bash,
  c,
  clojure,
  cpp,
  csharp,
  css,
  dart,
  diff,
  dockerfile,
  elixir,
  erlang,
  fsharp,
  go,
  graphql,
  groovy,
  haskell,
  http,
  ini,
  java,
  javascript,
  json,
  julia,
  kotlin,
  latex,
  less,
  lisp,
  lua,
  makefile,
  markdown,
  matlab,
  nginx,
  objectivec,
  perl,
  php,
  powershell,
  properties,
  protobuf,
  python,
  r,
  ruby,
  rust,
  scala,
  scheme,
  scss,
  shell,
  sql,
  swift,
  typescript,
  vbnet,
  vim,
  x86asm,
  xml,
  yaml,
};

/** What writers call them besides. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: 'sh zsh fish shell-script bashrc',
    c: 'h',
    cpp: 'c++ cc cxx hpp arduino',
    csharp: 'c# cs',
    css: 'stylus postcss',
    diff: 'patch',
    dockerfile: 'docker',
    elixir: 'ex exs',
    erlang: 'erl',
    fsharp: 'f# fs',
    clojure: 'clj edn',
    go: 'golang',
    graphql: 'gql',
    groovy: 'gradle',
    haskell: 'hs',
    ini: 'toml cfg conf',
    java: 'jsp',
    javascript: 'js jsx mjs cjs node es6',
    json: 'json5 jsonc',
    julia: 'jl',
    kotlin: 'kt kts',
    latex: 'tex',
    lisp: 'elisp emacs-lisp common-lisp',
    makefile: 'make mk cmake',
    markdown: 'md mkd',
    nginx: 'nginxconf',
    objectivec: 'objc objective-c mm obj-c',
    perl: 'pl pm',
    php: 'php3 php7',
    powershell: 'ps1 ps pwsh',
    protobuf: 'proto',
    python: 'py python3 py3 ipython gyp',
    ruby: 'rb gemspec jruby',
    rust: 'rs',
    scss: 'sass',
    shell: 'console shellsession sh-session',
    sql: 'mysql postgresql pgsql plsql tsql sqlite',
    typescript: 'ts tsx mts cts',
    vbnet: 'vb vba',
    vim: 'viml vimscript',
    x86asm: 'asm nasm assembly',
    xml: 'html xhtml svg rss atom xsl plist vue htm jinja liquid erb',
    yaml: 'yml',
  }).flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
);

const highlighter: HLJSApi = core.newInstance();

/**
 * Code as HTML with the highlighter's classes (`hljs-keyword` …); null for a language that is not known. Languages are
 * set up at their first use, so that starting costs nothing.
 */
export function highlighted(code: string, language: string): string | null {
  const name = OTHER_NAMES.get(language) ?? language;
  if (!Object.hasOwn(LANGUAGES, name)) return null;
  for (const needed of [name, ...(INSIDE.get(name) ?? [])]) setUp(needed);
  return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
}

/** Languages that stand inside others. */
const INSIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ['xml', ['css', 'javascript']],
  ['markdown', ['xml']],
  ['php', ['xml']],
  ['javascript', ['xml', 'css', 'graphql']],
  ['typescript', ['xml', 'css', 'graphql']],
  ['shell', ['bash']],
]);

function setUp(name: string): void {
  const language = LANGUAGES[name];
  if (language !== undefined && highlighter.getLanguage(name) === undefined) {
    highlighter.registerLanguage(name, language);
  }
}
