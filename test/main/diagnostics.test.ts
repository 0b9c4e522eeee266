import { expect, it } from 'vitest';
import { writeDiagnostics } from '../../src/main/diagnostics.ts';
import { defaultExportOptions, defaultSettings } from '../../src/shared/defaults.ts';
import { asArchiveId } from '../../src/shared/ids.ts';

const facts = {
  app: {
    version: '0.1.0',
    electron: '45.4.1',
    chromium: '144.0',
    node: '24.1',
    isRegistryRuntime: false,
    platform: 'linux',
    dataFolder: '/home/ann/.config/broadsheet',
    homeFolder: '/home/ann',
    systemLanguage: 'en',
    samplePostCount: 3,
    exportFormats: ['pdf'],
  },
  settings: {
    ...defaultSettings,
    lastArchiveId: asArchiveId('0123456789abcdef'),
    speechVoices: { en: 'Ann’s own voice' },
    exportFolder: '/home/ann/Books',
    exportPresets: [{ name: 'For Ann', options: defaultExportOptions }],
    exportOptions: { ...defaultExportOptions, header: 'Ann’s clippings' },
  },
  archives: [
    { postCount: 128_406, isPresent: true, isSample: false },
    { postCount: null, isPresent: false, isSample: true },
  ],
  windowCount: 2,
  system: { name: 'linux 6.1 x64', processors: 2, memoryBytes: 8 * 1024 ** 3 },
  run: { seconds: 60, memoryBytes: 200 * 1024 ** 2, cpuMs: 900 },
  searchMs: [12, null],
} as const;

it('says what helps: versions, numbers, settings', () => {
  const text = writeDiagnostics(facts);
  expect(text).toContain('Electron 45.4.1, Chromium 144.0, Node 24.1');
  expect(text).toContain('2 processors, 8192 MiB');
  expect(text).toContain('1: 128406 posts, present, listed in 12 ms');
  expect(text).toContain('2: not indexed, away, sample');
  expect(text).toContain('theme: "system"');
});

it('says nothing of the reader’s own', () => {
  const text = writeDiagnostics(facts);
  expect(text).toContain('Data folder: ~/.config/broadsheet');
  expect(text).not.toContain('ann');
  expect(text).not.toContain('Ann');
  expect(text).not.toContain('0123456789abcdef');
});
