/**
 * Fuses: switches in Electron's executable that no argument and no environment turns back
 * (https://www.electronjs.org/docs/latest/tutorial/fuses). Set-up sets those of a checkout; whoever makes a package
 * sets the others with `node scripts/fuse-package.mjs EXECUTABLE`.
 */
import { chmodSync, copyFileSync, renameSync, rmSync, statSync } from 'node:fs';

/**
 * A checkout keeps two doors that its own tools need: set-up runs the executable as plain Node to see whether it
 * starts, and Playwright attaches with `--inspect`.
 */
export const CHECKOUT_FUSES = {
  EnableNodeOptionsEnvironmentVariable: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** A package keeps none. The two about the archive of the app's files hold only where there is one (app.asar). */
export const PACKAGE_FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** States of a fuse in the executable, as ASCII digits. */
const ON = 0x31;

/**
 * Names of the wanted fuses that stand otherwise in this executable; empty = all as wanted. A fuse that this Electron
 * does not know is left out.
 *
 * @param {string} executable
 * @param {Readonly<Record<string, boolean>>} wanted
 * @returns {Promise<readonly string[]>}
 */
export async function differingFuses(executable, wanted) {
  const { FuseV1Options, getCurrentFuseWire } = await fuseTools();
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wanted)
    .filter(([name, isOn]) => {
      const state = wire[FuseV1Options[name]];
      return state !== undefined && (state === ON) !== isOn;
    })
    .map(([name]) => name);
}

/**
 * Sets fuses where they differ; gives the names of those that were changed. On Linux a copy is changed and put in the
 * place of the executable, so that one that runs goes on undisturbed.
 *
 * @param {string} executable
 * @param {Readonly<Record<string, boolean>>} wanted
 * @returns {Promise<readonly string[]>}
 */
export async function setFuses(executable, wanted) {
  const differing = await differingFuses(executable, wanted);
  if (differing.length === 0) return [];
  const { FuseV1Options, FuseVersion, flipFuses } = await fuseTools();
  const flips = Object.fromEntries(differing.map((name) => [FuseV1Options[name], wanted[name]]));
  const isCopied = process.platform === 'linux';
  const target = isCopied ? `${executable}.fuses-${process.pid}` : executable;
  try {
    if (isCopied) {
      copyFileSync(executable, target);
      chmodSync(target, statSync(executable).mode);
    }
    await flipFuses(target, {
      version: FuseVersion.V1,
      resetAdHocDarwinSignature: process.platform === 'darwin',
      ...flips,
    });
    if (isCopied) renameSync(target, executable);
  } finally {
    if (isCopied) rmSync(target, { force: true });
  }
  return differing;
}

/** Loaded when needed: node_modules may not exist yet when this file is read. */
function fuseTools() {
  return import('@electron/fuses');
}
