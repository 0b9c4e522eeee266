import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { pickLanguage, shellText } from '../../src/main/i18n/shellText.ts';
import { menuTemplate } from '../../src/main/menuTemplate.ts';
import type { MenuState } from '../../src/main/menuTemplate.ts';
import { commandRows } from '../../src/shared/commands/commands.ts';
import { en, zh } from '../../src/renderer/i18n/resources.ts';

const nothingOpen: MenuState = {
  language: 'en',
  unavailable: ['export-post', 'find-in-post', 'bookmark', 'rebuild-index', 'search'],
  on: ['theme-light'],
  switches: ['theme-light', 'theme-dark'],
  keys: {},
};

interface Choice {
  readonly isMac?: boolean;
  readonly isPackaged?: boolean;
  readonly send?: (command: string) => void;
}

/** Every entry of the menu that is no submenu. */
function entries(state: MenuState, choice: Choice = {}): MenuItemConstructorOptions[] {
  const template = menuTemplate({
    text: shellText(state.language).menu,
    state,
    isMac: choice.isMac ?? false,
    isPackaged: choice.isPackaged ?? false,
    actions: { send: choice.send ?? (() => undefined), openDataFolder: () => undefined },
  });
  const flatten = (list: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    list.flatMap((entry) => (Array.isArray(entry.submenu) ? flatten(entry.submenu) : [entry]));
  return flatten(template);
}

const named = (list: MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions => {
  const entry = list.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`no ${id} in the menu`);
  return entry;
};

const roles = (isPackaged: boolean): unknown[] =>
  entries(nothingOpen, { isPackaged }).map(({ role }) => role);

describe('the native menu', () => {
  test('no key stands for two things', () => {
    for (const isMac of [true, false]) {
      const keys = entries(nothingOpen, { isMac }).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(8);
    }
  });

  test('offers only what makes sense now', () => {
    const ids = ['export-post', 'find-in-post', 'bookmark', 'rebuild-index', 'search'];
    const before = entries(nothingOpen);
    expect(ids.filter((id) => named(before, id).enabled)).toEqual([]);
    const reading = entries({ ...nothingOpen, unavailable: [] });
    expect(ids.filter((id) => named(reading, id).enabled)).toEqual(ids);
  });

  test('checks what is switched on', () => {
    const list = entries(nothingOpen);
    expect(named(list, 'theme-light')).toMatchObject({ type: 'checkbox', checked: true });
    expect(named(list, 'theme-dark')).toMatchObject({ type: 'checkbox', checked: false });
    expect(named(list, 'open-folder').type).toBeUndefined();
  });

  test('has every command that has a place in it once, and nothing that is no command', () => {
    for (const isMac of [true, false]) {
      const ids = entries(nothingOpen, { isMac }).flatMap(({ id }) => id ?? []);
      const placed = commandRows.filter(({ menu }) => menu !== undefined).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(placed.toSorted());
    }
  });

  test('follows the keys that the reader changed, and takes no key that types', () => {
    const changed = { 'open-folder': ['Mod+Shift+O'], about: ['q'], 'export-post': [] };
    const list = entries({ ...nothingOpen, keys: changed });
    expect(named(list, 'open-folder').accelerator).toBe('CmdOrCtrl+Shift+O');
    expect(named(list, 'about').accelerator).toBeUndefined();
    expect(named(list, 'export-post').accelerator).toBeUndefined();
    expect(named(list, 'bookmark').accelerator).toBe('CmdOrCtrl+B');
    expect(named(list, 'text-larger').accelerator).toBe('CmdOrCtrl+=');
    expect(named(list, 'go-back').accelerator).toBe('Alt+Left');
  });

  test('sends its commands to the window', () => {
    const sent: string[] = [];
    const list = entries(nothingOpen, { send: (command) => void sent.push(command) });
    for (const { id, click } of list) {
      if (id !== undefined) expect(click, id).toBeTypeOf('function');
    }
    const { click } = named(list, 'open-folder');
    Reflect.apply(click ?? (() => undefined), undefined, []);
    expect(sent).toEqual(['open-folder']);
  });

  test('is Chinese throughout in Chinese', () => {
    const labels = entries({ ...nothingOpen, language: 'zh' }, { isMac: true })
      .flatMap(({ label }) => label ?? [])
      .filter((label) => label !== 'English');
    expect(labels.length).toBeGreaterThan(30);
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  test.each([
    ['en', en],
    ['zh', zh],
  ] as const)('calls a command what the window calls it (%s)', (language, words) => {
    const names = new Map<string, string>(Object.entries(words.commands));
    // Under the heads Theme and Language the value alone is the name.
    const differs = /^(?:theme-|language-)/u;
    const same = entries({ ...nothingOpen, language }).filter(
      ({ id }) => id !== undefined && names.has(id) && !differs.test(id),
    );
    expect(same.length).toBeGreaterThan(15);
    expect(same.filter(({ id, label }) => names.get(id ?? '') !== label)).toEqual([]);
  });

  test('no space by hand between Chinese and the rest', () => {
    const labels = entries({ ...nothingOpen, language: 'zh' }, { isMac: true });
    expect(
      labels.filter(({ label }) => /\p{Script=Han} | \p{Script=Han}/u.test(label ?? '')),
    ).toEqual([]);
  });

  test('has developer tools in a checkout only', () => {
    expect(roles(false)).toContain('toggleDevTools');
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(true)).not.toContain('reload');
  });
});

describe('the language of the system', () => {
  test.each([
    [['zh-CN', 'en-US'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['fr-FR', 'zh', 'en'], 'zh'],
    [['de-DE', 'en-GB', 'zh'], 'en'],
    [['C'], 'en'],
    [[], 'en'],
  ])('%j: %s', (preferred, language) => {
    expect(pickLanguage(preferred)).toBe(language);
  });
});
