/** The language of the person's terminal. POSIX: LC_ALL wins over LC_MESSAGES, that over LANG. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): 'en' | 'zh' {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
