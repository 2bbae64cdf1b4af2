import type { EngineModel } from './family'

/** The families whose search takes hotwords for each clip. */
const takers: ReadonlySet<EngineModel['family']> = new Set([
  'nemo-transducer',
  'zipformer-transducer',
])

/** Where a word begins in the tokens of these models. */
const wordStart = '▁'

export function takesHotwords({ family }: Pick<EngineModel, 'family'>): boolean {
  return takers.has(family)
}

/** The tokens of a table, in its order, without the special ones. */
function tokensOf(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.replace(/\s+\d+\s*$/, '').trim())
    .filter((token) => token !== '' && !/^<[^>]*>$/.test(token) && !/^#\d+$/.test(token))
}

/**
 * The vocabulary by which the runtime splits hotwords, made of a model's table of tokens as its makers
 * do it; null if the tokens do not mark where a word begins.
 */
export function vocabularyOf(table: string): string | null {
  const tokens = tokensOf(table)
  if (!tokens.some((token) => token.startsWith(wordStart))) return null
  return tokens.map((token) => `${token}\t-1.0\n`).join('')
}

/** Terms in the notation of the runtime for one clip; empty if none of them can be written so. */
export type WriteHotwords = (terms: readonly string[]) => string

/**
 * Makes the notation for a model's table of tokens. A term is written as it is, or in capitals or
 * lower case where only that can be made of the tokens. SECURITY: the runtime ends the process for a
 * number that it cannot read after a colon, and drops all hotwords for one that it cannot write, so
 * a term gets through only if it is letters, digits and simple marks that the tokens have.
 */
export function createHotwords(table: string): WriteHotwords {
  const tokens = new Set(tokensOf(table))
  const longest = Math.max(0, ...[...tokens].map((token) => token.length))
  return (terms) =>
    terms
      .flatMap((term) => {
        const plain = term.trim().replace(/\s+/g, ' ')
        if (!/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’.-]*$/u.test(plain)) return []
        const forms = [plain, plain.toUpperCase(), plain.toLowerCase()]
        return forms.find((form) => canBeMade(form, tokens, longest)) ?? []
      })
      .join('/')
}

/** Whether the tokens can be put together to the text, each word beginning as words do. */
function canBeMade(text: string, tokens: ReadonlySet<string>, longest: number): boolean {
  const whole = wordStart + text.replaceAll(' ', wordStart)
  const reached = new Array<boolean>(whole.length + 1).fill(false)
  reached[0] = true
  for (let from = 0; from < whole.length; from += 1) {
    if (!reached[from]) continue
    for (let length = 1; length <= Math.min(longest, whole.length - from); length += 1) {
      if (tokens.has(whole.slice(from, from + length))) reached[from + length] = true
    }
  }
  return reached[whole.length] === true
}
