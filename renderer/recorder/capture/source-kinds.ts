import { fail, ok, type ErrorCode, type Result } from '../../../common/errors'
import type { CapturedSource, WantedSource } from '../../../common/model'
import type { DeviceChoice } from '../messages'
import type { Page } from '../page-link'
import { createDevice, type Device } from './device'

/** How the two kinds of sources are kept open. */
export interface SourceKind {
  choose(wanted: WantedSource): Promise<DeviceChoice>
  open(choice: DeviceChoice): Promise<Result<Device>>
  /** Reported when its device goes away by itself. */
  readonly ended: ErrorCode
  /** Whether an intact device always delivers samples, and not only zeros. */
  readonly alwaysSounds: boolean
}

/**
 * The microphone and system audio, whose devices the page opens. `systemZeroAt` returns zero of the
 * system's monotonic clock, in ms of the worker's, or null.
 */
export function createSourceKinds(
  page: Page,
  systemZeroAt: () => number | null,
): Record<CapturedSource, SourceKind> {
  function kind(source: CapturedSource): Pick<SourceKind, 'choose' | 'open'> {
    return {
      choose: (wanted) => page.call('choose', wanted),
      open: async (choice) => {
        const opened = await page.call('open', { source, choice })
        if (opened.ok) return ok(createDevice(opened.value, { page, systemZeroAt: systemZeroAt() }))
        return fail(opened.error.code, opened.error.detail)
      },
    }
  }
  return {
    microphone: { ...kind('microphone'), ended: 'microphone-ended', alwaysSounds: true },
    // While nothing plays, zeros are correct; Windows then delivers nothing at all.
    system: { ...kind('system'), ended: 'system-failed', alwaysSounds: false },
  }
}
