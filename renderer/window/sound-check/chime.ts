/** C, E and G in Hz, one after the other, each ringing into the next. */
const notes = [523.25, 659.25, 783.99]
const everyS = 0.28
const ringS = 1.1
/** About -18 dBFS each: easy to hear, but not loud. */
const loudness = 0.12
/** The sources have only just been opened. */
const waitS = 0.4

/** Plays three soft notes on the default output device. The returned function stops them early. */
export function playChime(): () => void {
  const context = new AudioContext()
  const start = context.currentTime + waitS
  for (const [index, hertz] of notes.entries()) {
    const at = start + index * everyS
    const note = new OscillatorNode(context, { type: 'sine', frequency: hertz })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0005, at + ringS)
    note.connect(volume).connect(context.destination)
    note.start(at)
    note.stop(at + ringS)
    if (index === notes.length - 1) note.onended = () => void close()
  }
  async function close(): Promise<void> {
    if (context.state !== 'closed') await context.close()
  }
  return () => void close()
}
