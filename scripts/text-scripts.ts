import { join, resolve } from 'node:path'
import type { InlineConfig } from 'vite'
import { languageCodes, languages, type AppLanguage } from '../common/text/languages'

const root = resolve(import.meta.dirname, '..')
/** A module that no file has. */
const entry = join(root, 'text-script.ts')

/** The scripts of the build: the languages, and the pseudo-languages, which no package has. */
export const textScripts = [...languageCodes, 'pseudo', 'pseudo-rtl'] as const
type TextScript = (typeof textScripts)[number]

/** `text/<code>.js`: a classic script that gives the process its texts, before the process's own code. */
export function textScript(code: TextScript): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'text-script',
        resolveId: (source) => (source === entry ? `\0text-script` : null),
        load: (id) => (id === `\0text-script` ? sourceOf(code) : null),
      },
    ],
    build: {
      outDir: 'text',
      emptyOutDir: false,
      target: 'chrome130',
      minify: true,
      sourcemap: true,
      lib: { entry, formats: ['iife'], name: 'parleyTextOfBuild', fileName: () => `${code}.js` },
    },
  }
}

function sourceOf(code: TextScript): string {
  const folder = join(root, 'common', 'text')
  return [
    `import { english } from ${JSON.stringify(join(folder, 'en'))}`,
    ...importsOf(code, folder),
    `globalThis.parleyText = { ...texts, language: ${JSON.stringify(languageOf(code))} }`,
  ].join('\n')
}

function importsOf(code: TextScript, folder: string): string[] {
  if (code === 'en') return ['const texts = english']
  if (code === 'pseudo' || code === 'pseudo-rtl') {
    return [
      `import { pseudoCatalogue } from ${JSON.stringify(join(folder, 'pseudo'))}`,
      ...isolating(code, folder, 'pseudoCatalogue(english)'),
    ]
  }
  return [
    `import { translation } from ${JSON.stringify(join(folder, code))}`,
    `import { complete } from ${JSON.stringify(join(folder, 'fill'))}`,
    ...isolating(code, folder, 'complete(english, translation)'),
  ]
}

/** What is shown keeps its values in their own direction; what is written into files stays plain. */
function isolating(code: TextScript, folder: string, whole: string): string[] {
  if (languageOf(code).direction === 'ltr') return [`const texts = ${whole}`]
  return [
    `import { isolateValues } from ${JSON.stringify(join(folder, 'isolate'))}`,
    `const { window, menus, ...rest } = ${whole}`,
    'const texts = { ...rest, ...isolateValues({ window, menus }) }',
  ]
}

function languageOf(code: TextScript): AppLanguage {
  const { tag, direction } = languages[code === 'pseudo' || code === 'pseudo-rtl' ? 'en' : code]
  return { tag, direction: code === 'pseudo-rtl' ? 'rtl' : direction }
}
