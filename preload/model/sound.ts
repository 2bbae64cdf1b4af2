/** The sound that Parley keeps and streams: mono, 16 bits, this many samples a second. */
export const sampleRate = 16_000
/** Samples in one frame of 50 ms, the shortest that the service accepts. */
export const frameSamples = 800
