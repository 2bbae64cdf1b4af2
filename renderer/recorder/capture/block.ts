/** What a device delivers at once, such as 10 ms of sound. */
export interface Block {
  /** In Hz, as the device delivers now. */
  readonly rate: number
  readonly channels: readonly Float32Array[]
  /** When its first sample was heard, in ms of the worker's clock, however late it arrives. */
  readonly capturedAt: number
  /** When it arrived, or could have if the worker had been ready; now if it is missing. */
  readonly arrivedAt?: number
}
