import type { Settings } from '../schemas/settings'
import type { ModelUsage, PaidExtra } from '../schemas/usage'
import { serviceModelInfo } from './models'

/** List prices of October 2026 in US cents for an hour; key terms have one in the table of models. */
const extraCents = { 'voice-focus': 10, 'redact-pii': 12 } as const

export type Prices = Settings['prices']

/** Returns the price of an hour in US cents: the person's figure or else the table's; null if neither. */
function centsAnHour(model: string, extras: readonly PaidExtra[], prices: Prices): number | null {
  const info = serviceModelInfo(model)
  const cents = prices[model] ?? info.centsAnHour
  if (cents === null) return null
  const extra = (name: PaidExtra) =>
    name === 'key-terms' ? info.keyTermsCentsAnHour : extraCents[name]
  return extras.reduce((sum, name) => sum + extra(name), cents)
}

type PricedSettings = Pick<
  Settings,
  'engine' | 'serviceModel' | 'modelAnswers' | 'keyTerms' | 'prices' | 'redactPii' | 'voiceFocus'
>

/**
 * Returns about what an hour of so many sessions costs, in US cents: 0 with the on-device engine,
 * null if the price of the model is not known.
 */
export function centsOfSessions(settings: PricedSettings, sessions: number): number | null {
  const { engine, serviceModel, modelAnswers, keyTerms, prices, redactPii, voiceFocus } = settings
  if (engine === 'on-device') return 0
  // The model that answers is paid for.
  const answering = modelAnswers[serviceModel] ?? serviceModel
  const { takesVoiceFocus } = serviceModelInfo(answering)
  const focused = Object.values(voiceFocus).filter((focus) => focus !== 'off').length
  const cents = centsAnHour(
    answering,
    [
      ...(keyTerms.length > 0 ? (['key-terms'] as const) : []),
      ...(redactPii ? (['redact-pii'] as const) : []),
    ],
    prices,
  )
  const focusedSessions = takesVoiceFocus ? Math.min(sessions, focused) : 0
  return cents === null ? null : sessions * cents + focusedSessions * extraCents['voice-focus']
}

/** One session or one job that was paid for. */
export interface PaidUse {
  readonly model: string
  readonly extras: readonly PaidExtra[]
  readonly seconds: number
}

/** Adds up what was paid for by model, the most used first. */
export function usageByModel(uses: readonly PaidUse[], prices: Prices): readonly ModelUsage[] {
  const models = new Map<string, ModelUsage>()
  for (const { model, extras, seconds } of uses) {
    const before = models.get(model) ?? { model, seconds: 0, cents: 0 }
    const price = centsAnHour(model, extras, prices)
    const cents =
      price === null || before.cents === null ? null : before.cents + (seconds * price) / 3_600
    models.set(model, { model, seconds: before.seconds + seconds, cents })
  }
  return [...models.values()].sort((a, b) => b.seconds - a.seconds)
}
