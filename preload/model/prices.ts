import type { Settings } from './settings'

/** List prices in US cents for an hour of one session, as of October 2026. */
const centsAnHour: Record<Settings['serviceModel'], number> = {
  'universal-streaming-english': 15,
  'universal-streaming-multilingual': 15,
  'universal-3-5-pro': 45,
  'universal-3-6-pro': 45,
}
/** Where the model does not include them. */
const termsCentsAnHour = 4

/** About what an hour of so many sessions costs, in US cents; 0 with the engine on this computer. */
export function centsOfSessions(
  { engine, serviceModel, keyTerms }: Pick<Settings, 'engine' | 'serviceModel' | 'keyTerms'>,
  sessions: number,
): number {
  if (engine === 'on-device') return 0
  const isPro = serviceModel.startsWith('universal-3')
  const terms = !isPro && keyTerms.length > 0 ? termsCentsAnHour : 0
  return sessions * (centsAnHour[serviceModel] + terms)
}
