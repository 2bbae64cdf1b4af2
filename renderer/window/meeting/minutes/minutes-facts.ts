import { messages } from '../../../../common/text/window'
import type { Minutes } from '../../../../common/model'
import { count, seconds, shortDate, timeOfDay } from '../../format'
import { dollars } from '../../usage/usage-text'

const text = messages.minutes

/** `General · small-model, Ollama, on this computer · 25 Nov, 11:40 · took 14 s · 1,280 tokens`. */
export function minutesFacts(minutes: Minutes): string {
  const { template, model, provider, writtenAt, tookMs, tokens, cents } = minutes
  return [
    template,
    `${model}, ${text.provider[provider]}`,
    `${shortDate(writtenAt)}, ${timeOfDay(writtenAt)}`,
    text.took(seconds(tookMs)),
    tokens === null ? null : text.tokens(count(tokens.input + tokens.output)),
    cents === null ? null : text.price(dollars(cents)),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
