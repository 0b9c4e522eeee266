import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArchiveServer } from '../../src/main/archiveProtocol.ts';
import { hasWindowsTrick } from '../../src/main/confinedFile.ts';
import { archiveAddress } from '../../src/shared/archiveAddress.ts';
import { asArchiveId } from '../../src/shared/ids.ts';

/** Sixteen decimal digits: as a host name of its own this would be taken for an IPv4 address. */
const id = asArchiveId('1234567890123456');
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  Buffer.alloc(92),
]);

let base = '';
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'archive-protocol-'));
  const archive = join(base, 'archive');
  await mkdir(join(archive, '图 片'), { recursive: true });
  await mkdir(join(base, 'archive-next'));
  await writeFile(join(archive, '图 片', '50% #1?.png'), png);
  await writeFile(join(archive, 'page.png'), '<!doctype html><script>alert(1)</script>');
  await writeFile(join(archive, 'draw.svg'), '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  await writeFile(join(base, 'secret.png'), png);
  await writeFile(join(base, 'archive-next', 'secret.png'), png);
  await writeFile(join(archive, 'large.png'), png);
  await truncate(join(archive, 'large.png'), 4 * 1024 ** 3);
  await writeFile(join(archive, 'film.webm'), Buffer.from([0x1a, 0x45, 0xdf, 0xa3]));
  await truncate(join(archive, 'film.webm'), 4 * 1024 ** 3);
  await symlink(join(base, 'secret.png'), join(archive, 'link.png'));
  await symlink(base, join(archive, 'up'));
  await symlink(join(archive, '图 片'), join(archive, 'inside'));
  execFileSync('mkfifo', [join(archive, 'pipe.png')]);
  serve = createArchiveServer((asked) => Promise.resolve(asked === id ? archive : null));
});
afterAll(() => rm(base, { recursive: true }));

const get = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  serve(new Request(address, { headers }));

describe('pictures of an archive', () => {
  test('any file name survives the address', async () => {
    const response = await get(archiveAddress(id, '图 片/50% #1?.png'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });

  test('a part of a file, as films are read', async () => {
    const response = await get(archiveAddress(id, '图 片/50% #1?.png'), { range: 'bytes=0-3' });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 0-3/100');
    expect((await response.arrayBuffer()).byteLength).toBe(4);
    const beyond = await get(archiveAddress(id, '图 片/50% #1?.png'), { range: 'bytes=100-' });
    expect(beyond.status).toBe(416);
  });

  test('a link inside the archive is followed', async () => {
    expect((await get(archiveAddress(id, 'inside/50% #1?.png'))).status).toBe(200);
  });

  test('a drawing comes with a policy under which it can run nothing', async () => {
    const response = await get(archiveAddress(id, 'draw.svg'));
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  const host = `archive://id-${id}`;
  test.each([
    ['a page under the name of a picture', archiveAddress(id, 'page.png')],
    ['a link to a file outside', archiveAddress(id, 'link.png')],
    ['a link to a folder outside', archiveAddress(id, 'up/secret.png')],
    ['dots', `${host}/../secret.png`],
    ['dots, encoded', `${host}/%2e%2e/secret.png`],
    ['dots and slash, encoded', `${host}/..%2fsecret.png`],
    ['dots and backslash, encoded', `${host}/..%5csecret.png`],
    ['dots, encoded twice', `${host}/%252e%252e%252fsecret.png`],
    ['a neighbour whose name begins the same', `${host}/..%2farchive-next%2fsecret.png`],
    ['an absolute path', `${host}/%2fetc%2fpasswd`],
    ['a device', `${host}/..%2f..%2f..%2f..%2f..%2fdev%2fzero`],
    ['a pipe', archiveAddress(id, 'pipe.png')],
    ['a folder', archiveAddress(id, '图 片')],
    ['the archive itself', `${host}/.`],
    ['a zero byte', `${host}/a%00.png`],
    ['a broken escape', `${host}/%E0%A4%A.png`],
    ['a picture of four gigabytes of nothing', archiveAddress(id, 'large.png')],
    ['another case', archiveAddress(id, 'LINK.png')],
    ['a slash of another alphabet', `${host}/..%e2%88%95secret.png`],
    ['dots of another alphabet', `${host}/%ef%bc%8e%ef%bc%8e/secret.png`],
    ['an overlong slash', `${host}/..%c0%afsecret.png`],
    ['a parameter as separator', `${host}/..;/secret.png`],
    ['a name beyond all limits', archiveAddress(id, 'a/'.repeat(5_000))],
    ['half a character', `${host}/%ed%a0%80.png`],
    ['no such file', archiveAddress(id, 'none.png')],
    ['an archive that is not in the library', 'archive://id-0000000000000000/link.png'],
    ['another host', 'archive://broadsheet/link.png'],
  ])('%s is not there', async (_name, address) => {
    expect((await get(address)).status).toBe(404);
  });

  test('a film of four gigabytes is sent as far as it is read', async () => {
    const response = await get(archiveAddress(id, 'film.webm'), { range: 'bytes=0-' });
    expect(response.status).toBe(206);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    expect(first?.value?.byteLength).toBeLessThanOrEqual(1024 * 1024);
    const last = await get(archiveAddress(id, 'film.webm'), { range: 'bytes=-5' });
    expect((await last.arrayBuffer()).byteLength).toBe(5);
  });

  test.each([archiveAddress(id, '图 片/50% #1?.png'), archiveAddress(id, 'none.png')])(
    'every answer names a policy and forbids guessing: %s',
    async (address) => {
      const { headers } = await get(address);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/u);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test.each([
    ['a\\b.png', true],
    ['C:a.png', true],
    ['a.png::$DATA', true],
    ['a/CON', true],
    ['nul.png', true],
    ['a/com1.txt/b.png', true],
    ['LPT\u00b9.png', true],
    ['a/console.png', false],
    ['图 片/50% #1?.png', false],
  ])('on Windows %s leads elsewhere: %s', (path, isTrick) => {
    expect(hasWindowsTrick(path, 'win32')).toBe(isTrick);
    expect(hasWindowsTrick(path, 'linux')).toBe(false);
  });

  test('nothing but GET', async () => {
    const response = await serve(new Request(archiveAddress(id, 'draw.svg'), { method: 'POST' }));
    expect(response.status).toBe(405);
  });
});
