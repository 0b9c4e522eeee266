/**
 * Which optional platform packages a lockfile lacks.
 */

/** The processors that appear in package names, as `cpu` of a package.json spells them. */
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x'];

/**
 * @param {Record<string, object>} packages `packages` of a package-lock.json
 * @returns {Record<string, object>} the entries to add; names that do not tell their platform, and version ranges,
 *   are left alone
 */
export function missingPlatformPackages(packages) {
  const missing = {};
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const platform = platformOf(name);
      if (path in packages || `${parent}/${path}` in packages || platform === null) continue;
      if (!/^\d+\.\d+\.\d+$/.test(version)) continue;
      missing[path] = {
        version,
        cpu: [platform.cpu],
        ...(entry.dev === true ? { dev: true } : {}),
        ...(platform.libc === null ? {} : { libc: [platform.libc] }),
        ...(entry.license === undefined ? {} : { license: entry.license }),
        optional: true,
        os: [platform.os],
        ...(entry.engines === undefined ? {} : { engines: entry.engines }),
      };
    }
  }
  return missing;
}

/** `@scope/binding-linux-arm-gnueabihf` -> linux, arm, glibc; null when the name is of another form. */
function platformOf(name) {
  const [os, cpu, abi = ''] = (name.split('/').at(-1) ?? '').replace(/^binding-/, '').split('-');
  if (cpu === undefined || !PROCESSORS.includes(cpu)) return null;
  const libc = abi.startsWith('musl') ? 'musl' : abi.startsWith('gnu') ? 'glibc' : null;
  return { os, cpu, libc };
}
