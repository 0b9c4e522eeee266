import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areDependenciesInstalled, requireNode } from '../../scripts/lib/dependencies.mjs';
import { userCacheFolder } from '../../scripts/lib/paths.mjs';
import { missingPlatformPackages } from '../../scripts/lib/platformPackages.mjs';
import { missingEntries, wantedPackages } from '../../scripts/lib/systemPackages.mjs';

describe('the running Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '26.0.0'])('%s will do', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.1', '21.7.0', '22.11.0'])(
    '%s is refused with a sentence',
    (version) => {
      expect(() => requireNode(version)).toThrow(
        `Node ${version} is too old: install Node 20.19 or later`,
      );
    },
  );
});

describe('system packages', () => {
  it('takes a package under either of its names', () => {
    const entries = ['libcups2|libcups2t64', 'xvfb', 'strace'];
    const listing = 'installed libcups2t64\nnot-installed xvfb\n';
    expect(missingEntries(entries, listing)).toEqual(['xvfb', 'strace']);
  });

  it('wants a compiler only where SQLite has to be compiled', () => {
    expect(wantedPackages({ needsCompiler: true })).toContain('g++');
    expect(wantedPackages({ needsCompiler: false })).not.toContain('g++');
  });
});

describe('the user cache', () => {
  it('follows XDG_CACHE_HOME and ignores a relative one', () => {
    expect(userCacheFolder({ XDG_CACHE_HOME: '/var/cache/ann' })).toBe(
      join('/var/cache/ann', 'broadsheet'),
    );
    expect(userCacheFolder({ XDG_CACHE_HOME: 'cache' })).toBe(userCacheFolder({}));
  });
});

describe('areDependenciesInstalled', () => {
  let root = '';
  const lock = {
    packages: {
      '': {},
      'node_modules/one': { version: '1.0.0' },
      'node_modules/other-platform': { version: '2.0.0', optional: true },
    },
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'packages-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    mkdirSync(join(root, 'node_modules', 'one'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'one', 'package.json'), '{}');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function noteInstalled(version: string): void {
    const packages = { 'node_modules/one': { version } };
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  }

  it('accepts what the lockfile names, without packages for other platforms', () => {
    noteInstalled('1.0.0');
    expect(areDependenciesInstalled(root)).toBe(true);
  });

  it('refuses an interrupted installation, another version and a deleted folder', () => {
    expect(areDependenciesInstalled(root)).toBe(false);
    noteInstalled('1.0.1');
    expect(areDependenciesInstalled(root)).toBe(false);
    noteInstalled('1.0.0');
    rmSync(join(root, 'node_modules', 'one'), { recursive: true });
    expect(areDependenciesInstalled(root)).toBe(false);
  });
});

describe('missingPlatformPackages', () => {
  const tool = {
    version: '1.2.3',
    dev: true,
    optionalDependencies: {
      '@tool/binding-linux-x64-gnu': '1.2.3',
      '@tool/binding-win32-arm64-msvc': '1.2.3',
      '@tool/binding-linux-arm-musleabihf': '1.2.3',
      '@tool/wasm': '1.2.3',
    },
  };
  const packages = {
    'node_modules/tool': tool,
    'node_modules/@tool/binding-linux-x64-gnu': { version: '1.2.3' },
  };

  it('names what the tool asks for and the lockfile lacks, with its platform', () => {
    expect(missingPlatformPackages(packages)).toEqual({
      'node_modules/@tool/binding-win32-arm64-msvc': {
        version: '1.2.3',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['win32'],
      },
      'node_modules/@tool/binding-linux-arm-musleabihf': {
        version: '1.2.3',
        cpu: ['arm'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });
});
