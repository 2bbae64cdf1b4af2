import { messages } from '../../../common/text/window'
import { serviceModelInfo, type ModelUsage } from '../../../common/model'
import { decimal, length } from '../format'

const text = messages.settings.usage

/** `12:04, about 0.09 US dollars`; without dollars if the price is not known. */
export function usageAmount({ seconds, cents }: Omit<ModelUsage, 'model'>): string {
  const time = length(seconds * 1_000)
  if (cents === null) return text.unpriced(time)
  return cents < 0.5 ? text.almostFree(time) : text.priced(time, dollars(cents))
}

/** `0.09` of 9 cents. */
export function dollars(cents: number): string {
  return decimal(cents / 100, 2)
}

/** `Universal-3.6 Pro 12:04, about 0.09 US dollars`, each model in turn. */
export function usageLine(models: readonly ModelUsage[]): string {
  return models
    .map((usage) => `${serviceModelInfo(usage.model).label} ${usageAmount(usage)}`)
    .join(' · ')
}
