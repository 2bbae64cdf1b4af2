import { longestPrompt } from '../../common/model'

/** Cuts a prompt to its limit, and not through a character of two units. */
export function cutPrompt(prompt: string): string {
  return prompt.slice(0, longestPrompt).replace(/[\uD800-\uDBFF]$/, '')
}

interface JobContext {
  readonly keyterms_prompt?: readonly string[]
  readonly prompt?: string
}

/**
 * Returns what a job is told about its sound. A job takes key terms or a prompt, and not both
 * (https://www.assemblyai.com/docs/guides/combine-keyterms-and-prompt), so a prompt has the terms in it
 * as far as there is room for all of them; otherwise the terms go alone.
 */
export function jobContext(subject: string, keyTerms: readonly string[]): JobContext {
  if (keyTerms.length === 0) return subject === '' ? {} : { prompt: cutPrompt(subject) }
  const prompt = `${subject}\n\nContext: ${keyTerms.join(', ')}`
  if (subject === '' || prompt.length > longestPrompt) return { keyterms_prompt: keyTerms }
  return { prompt }
}
