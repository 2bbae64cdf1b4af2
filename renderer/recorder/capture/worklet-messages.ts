import type { Frame } from './frame-maker'

/** The name under which worklet.ts registers itself. */
export const processorName = 'frames'

/** From the worklet to the page. */
export type WorkletReport =
  | { readonly type: 'frame'; readonly frame: Frame }
  /** The last frame has been sent. */
  | { readonly type: 'finished' }

/** From the page to the worklet. */
export type WorkletOrder =
  /** One block of the device, at the device's rate in Hz. */
  | { readonly type: 'block'; readonly rate: number; readonly channels: readonly Float32Array[] }
  /** A device that gives nothing while nothing plays: silence from now on, until its first block. */
  | { readonly type: 'quiet' }
  /** Send what is left and end. */
  | { readonly type: 'finish' }
