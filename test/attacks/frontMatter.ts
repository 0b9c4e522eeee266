import type { Attempt, Collection } from './attack.ts';

const HTML = '<img src=x onerror={run}><script>{run}</script>';
const block = (lines: string, title = 'title: Attack front matter'): Attempt => ({
  front: `---\n${title}\ndate: 2024-01-01\n${lines}\n---\n`,
});

/** Everything of a post's front matter and file name that the window shows somewhere. */
export const frontMatter: Collection = {
  'front matter': [
    block('', `title: '${HTML}'`),
    block('', `title: "</title><svg/onload={run}>"`),
    block('', 'title: "\\u202Eexe.gpj\\u2066 attack \\u0007\\u0000"'),
    block('', 'title: "../../../../etc/cron.d/attack"'),
    block('', 'title: "CON"'),
    block('', 'title: "{{constructor.constructor(\'{run}\')()}}"'),
    block(`tags: ['${HTML}', "\\u202Etag", "javascript:{run}"]`),
    block(`categories: ['${HTML}', '__proto__', 'constructor']`),
    block(`source: '${HTML}'`),
    block(`author: '${HTML}'\nauthors: ['${HTML}']`),
    block(`author: {name: '${HTML}', url: 'javascript:{run}'}`),
    block(`url: 'javascript:{run}'`),
    block(`url: 'data:text/html,<script>{run}</script>'\nlink: 'javascript:{run}'`),
    block(`url: 'file:///etc/passwd'\ncanonical: 'smb://{host}/a'`),
    block(`url: '{url}/original"onmouseover={run}'`),
    block(`permalink: 'javascript:{run}'\nslug: '../../../etc'`),
    block(`permalink: '/../../outside/secret.md'\nredirect_from: '{url}'`),
    block(`description: '${HTML}'\nexcerpt: '${HTML}'\nsummary: '${HTML}'\nsubtitle: '${HTML}'`),
    block(`image: '{url}/cover.png'\ncover: '{url}/cover2.png'\nthumbnail: 'javascript:{run}'`),
    block(`lang: '"><script>{run}</script>'\nlanguage: '${HTML}'`),
    block(`layout: '../../../outside/secret'\ntemplate: '{out}/secret.md'`),
    block(`css: '{url}/a.css'\njs: '{url}/a.js'\nhead: '<script>{run}</script>'`),
    block(`date: '${HTML}'\nlastmod: '${HTML}'`, 'title: Attack dates'),
    block(`__proto__: {pwned: 1}\nconstructor: {prototype: {pwned: 1}}\ntoString: '${HTML}'`),
    block(
      'x: !!js/function "function(){{run}}"\ny: !!js/regexp /a/\nz: !!python/object/apply:os.system ["touch {out}/ran"]',
    ),
    block('a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\ntags: *b'),
    block(`tags: {'${HTML}': '${HTML}'}\ncategories: {a: {b: '${HTML}'}}`),
    {
      front: `---js\n{ title: (globalThis.pwned = '{run}', require('fs').writeFileSync('{out}/ran', '1'), 'Attack') }\n---\n`,
    },
    {
      front: `---javascript\n{ title: process.mainModule.require('child_process').execSync('touch {out}/ran') }\n---\n`,
    },
    { front: `---coffee\ntitle: require('fs').writeFileSync('{out}/ran', '')\n---\n` },
    {
      front: `---json\n{"title": "${HTML.replaceAll('"', '\\"')}", "url": "javascript:{run}", "__proto__": {"pwned": 1}}\n---\n`,
    },
    { front: `+++\ntitle = '${HTML}'\nurl = 'javascript:{run}'\ntags = ['${HTML}']\n+++\n` },
    { front: `---\ntitle: [unclosed '${HTML}\nurl: javascript:{run}\n---\n` },
    {
      extension: 'html',
      body: '<!doctype html><html><head><title>&lt;img src=x onerror={run}&gt;</title><meta name=author content="<script>{run}</script>"><meta name=keywords content="<img src=x onerror={run}>"><link rel=canonical href="javascript:{run}"></head><body><p>{mark}</p></body></html>',
    },
  ],
  'file names': [
    { name: '<img src=x onerror={run}>', front: '' },
    { name: '"><svg onload={run}>', front: '' },
    { name: "2024-01-01-'onmouseover={run} a='", front: '' },
    { name: '2024-01-01-\u202Efdp.exe', front: '' },
    { name: '2024-01-01-..%2f..%2f..%2fetc%2fpasswd', front: '' },
    { name: '2024-01-01-..\\..\\..\\etc\\passwd', front: '' },
    { name: 'javascript:{run}', front: '' },
    { name: '2024-01-01-$(touch ran)`touch ran`;touch ran|touch ran&', front: '' },
    { name: '2024-01-01-a\nb\rc\td', front: '' },
    { name: '-rf --no-sandbox', front: '' },
    { name: '%2e%2e%2f%00#?&', front: '' },
    { name: '__proto__', front: '' },
    { name: 'con', front: '' },
    { name: '2024-01-01-{{7*7}}<%= 7*7 %>${7*7}', front: '' },
  ],
};
