import type { Frame } from './frame-maker'

/** The name under which worklet.ts registers itself. */
export const processorName = 'frames'

/** From the worklet to the page. */
export type WorkletReport =
  | {
      readonly type: 'frame'
      readonly frame: Frame
      /** When the first sample of the frame was captured, in seconds of the context's clock. */
      readonly contextTime: number
    }
  /** The last frame has been sent. */
  | { readonly type: 'finished' }

/** From the page to the worklet: send what is left and end. */
export type WorkletOrder = 'finish'
