import type { Catalogue } from './catalogue'

// Takes the place of text-source.ts in pages without an interface. They know no language: main puts
// its own sentence to each code that they report.
export const errorSentences = new Proxy({} as Catalogue['errors'], { get: () => '' })
