/** The languages of the app. */
export const languageCodes = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'zh', 'ar'] as const
export type LanguageCode = (typeof languageCodes)[number]

/** The language in which a process speaks. */
export interface AppLanguage {
  /** For `lang` of a page and for Intl. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
}

/** Each language with its own name. Arabic has the digits of the time line, so that they agree. */
export const languages: Readonly<Record<LanguageCode, AppLanguage & { readonly name: string }>> = {
  en: { name: 'English', tag: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', tag: 'de', direction: 'ltr' },
  fr: { name: 'Français', tag: 'fr', direction: 'ltr' },
  es: { name: 'Español', tag: 'es', direction: 'ltr' },
  pt: { name: 'Português', tag: 'pt', direction: 'ltr' },
  ja: { name: '日本語', tag: 'ja', direction: 'ltr' },
  zh: { name: '简体中文', tag: 'zh-Hans', direction: 'ltr' },
  ar: { name: 'العربية', tag: 'ar-u-nu-latn', direction: 'rtl' },
}

/**
 * The language for a setting: itself, or the first language of the system that the app speaks,
 * otherwise English. `preferred` are tags such as `de-AT`, best first.
 */
export function chooseLanguage(
  setting: LanguageCode | 'system',
  preferred: readonly string[],
): LanguageCode {
  if (setting !== 'system') return setting
  const spoken = preferred.map((tag) => tag.split(/[-_.]/)[0]?.toLowerCase())
  return languageCodes.find((code) => code === spoken.find(isLanguage)) ?? 'en'
}

function isLanguage(code: string | undefined): boolean {
  return languageCodes.some((known) => known === code)
}
