/** The sample rate of the audio that Parley stores and streams (mono, 16 bits), in Hz. */
export const sampleRate = 16_000
/** Samples in one frame of 50 ms, the shortest that the service accepts. */
export const frameSamples = 800
