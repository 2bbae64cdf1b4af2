import type { RecordingStatus } from '../../common/model'

/** The recording as the rest of main sees it: one value, which main/recording owns. */
export interface RecordingState {
  /** The current state: `elapsedMs` grows from call to call. */
  status(): RecordingStatus
  /** From the press of Record until everything is written. */
  isOn(): boolean
}
