// The sentences of errors, apart from all other texts, which pages without an interface lack.
export { errorSentences } from './text-source'
