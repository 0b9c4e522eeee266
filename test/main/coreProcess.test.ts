import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startCore } from '../../src/main/coreProcess.ts';
import type { CoreDeath, CoreProcess } from '../../src/main/coreProcess.ts';
import { defaultSettings } from '../../src/shared/defaults.ts';
import { asArchiveId } from '../../src/shared/ids.ts';
import { AppError } from '../../src/shared/result.ts';

/** A worker that answers in reverse order of arrival, fails on one channel, dies on another and never answers a third. */
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads';
const held = [];
parentPort.on('message', (request) => {
  if (request.kind === 'close') return parentPort.close();
  if (request.channel === 'problems.list' || request.channel === 'archives.remove') process.exit(7);
  if (request.channel === 'posts.get') return;
  if (request.channel === 'archives.open') {
    const error = { code: 'archive-missing', message: 'It is gone.', path: '/gone' };
    return parentPort.postMessage({ id: request.id, result: { ok: false, error } });
  }
  held.push(request);
  if (held.length === 1) setTimeout(() => {
    for (const { id, channel, input } of held.splice(0).reverse())
      parentPort.postMessage({ id, result: { ok: true, value: { channel, input, ...workerData } } });
  }, 20);
});`;

let folder = '';
let core: CoreProcess;
let deaths: CoreDeath[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'core-process-'));
  const script = join(folder, 'worker.mjs');
  await writeFile(script, WORKER);
  deaths = [];
  core = startCore(script, { dataFolder: folder }, { onDeath: (death) => deaths.push(death) });
});
afterEach(async () => {
  await core.stop();
  await rm(folder, { recursive: true });
});

const archiveId = '0123456789abcdef';

describe('the core behind its thread', () => {
  test('each call gets its own answer, whatever the order', async () => {
    const answers = await Promise.all([
      core.answer('settings.get', undefined),
      core.answer('settings.set', defaultSettings),
    ]);
    expect(answers).toMatchObject([
      { ok: true, value: { channel: 'settings.get', dataFolder: folder } },
      { ok: true, value: { channel: 'settings.set', input: defaultSettings } },
    ]);
  });

  test('a failure keeps its code and file', async () => {
    const answer = await core.answer('archives.open', { archiveId });
    expect(answer).toMatchObject({ ok: false, error: { code: 'archive-missing', path: '/gone' } });
  });

  test('main itself gets a failure as an AppError', async () => {
    const asked = core.ask('archives.open', { archiveId: asArchiveId(archiveId) });
    await expect(asked).rejects.toBeInstanceOf(AppError);
    await expect(asked).rejects.toMatchObject({ code: 'archive-missing' });
  });

  test('when the thread dies, waiting calls fail and the next one is answered again', async () => {
    const waiting = core.answer('posts.get', { archiveId, path: 'a.md' });
    const deadly = core.answer('problems.list', { archiveId });
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await deadly).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await core.answer('settings.get', undefined)).toMatchObject({ ok: true });
  });

  test('when it dies, what only reads is asked again of the next one, and what writes is not', async () => {
    const reading = core.answer('settings.get', undefined);
    const writing = core.answer('settings.set', defaultSettings);
    const deadly = core.answer('archives.remove', { archiveId });
    expect(await writing).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await deadly).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await reading).toMatchObject({ ok: true, value: { channel: 'settings.get' } });
    expect(deaths).toEqual(['restarted']);
  });

  test('one that answers now and then but keeps dying is left alone for a while', async () => {
    for (let death = 0; death < 5; death += 1) {
      expect(await core.answer('archives.remove', { archiveId })).toMatchObject({ ok: false });
      if (death < 4)
        expect(await core.answer('settings.get', undefined)).toMatchObject({ ok: true });
    }
    expect(await core.answer('settings.get', undefined)).toMatchObject({ ok: false });
    expect(deaths).toEqual(['restarted', 'restarted', 'restarted', 'restarted', 'left-dead']);
  });

  test('a thread that cannot live is not started for ever', async () => {
    for (let death = 0; death < 3; death += 1) {
      expect(await core.answer('problems.list', { archiveId })).toMatchObject({ ok: false });
    }
    expect(await core.answer('settings.get', undefined)).toMatchObject({ ok: false });
  });

  test('closing answers what was asked before and refuses what comes after', async () => {
    const asked = core.answer('settings.get', undefined);
    const stopping = core.stop();
    expect(await core.answer('settings.get', undefined)).toMatchObject({ ok: false });
    expect(await asked).toMatchObject({ ok: true });
    await stopping;
  });
});
