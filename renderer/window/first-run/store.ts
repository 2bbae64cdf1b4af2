import type { Meeting, Settings, SoundCheck } from '../../../common/model'
import { createStore, type Readable } from '../../shared/store'
import type { SettingsFeature } from '../settings/store'
import type { SoundCheckFeature } from '../sound-check/store'

/** Which sources a check of this start has heard. */
export interface HeardSources {
  readonly microphone: boolean
  readonly system: boolean
}

/** The three checks of the first start. */
export interface FirstRun {
  readonly heard: Readable<HeardSources>
  /** Never shows the checks again. */
  readonly finish: () => Promise<void>
}

/** Whether the checks are shown: until a person has finished or skipped them, or has a meeting. */
export function isFirstRun(
  settings: Settings | null,
  meetings: readonly Meeting[] | null,
): boolean {
  return settings !== null && !settings.firstRunDone && meetings?.length === 0
}

/** The sources that this check heard, or that an earlier one did. */
export function heardAfter(before: HeardSources, check: SoundCheck | null): HeardSources {
  if (check?.state !== 'done') return before
  const isHeard = (source: keyof HeardSources) =>
    check.sources.some(
      (one) =>
        one.source === source &&
        one.error === null &&
        one.findings.length > 0 &&
        !one.findings.includes('silent'),
    )
  return {
    microphone: before.microphone || isHeard('microphone'),
    system: before.system || isHeard('system'),
  }
}

export function createFirstRun(settings: SettingsFeature, soundCheck: SoundCheckFeature): FirstRun {
  const heard = createStore<HeardSources>({ microphone: false, system: false })
  soundCheck.state.subscribe(() => heard.set(heardAfter(heard.get(), soundCheck.state.get())))
  return {
    heard,
    finish: async () => {
      await soundCheck.end()
      await settings.save({ firstRunDone: true })
    },
  }
}
