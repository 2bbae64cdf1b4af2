/**
 * The method of the service's public browser sample
 * (https://github.com/AssemblyAI/realtime-transcription-browser-js-example, public/index.js, June
 * 2025), written anew: an audio context of 16 kHz, blocks of a worklet that the page joins to 100 ms,
 * and a socket that is opened once. It keeps what the sample does wrong: the whole queue is sent and
 * its rest stays in it, and Stop closes the connection at once. The processing of the microphone is
 * off, as in the other clients, because it would change the tones.
 */
export function browserPage(socketUrl: string): string {
  return `<!doctype html>
<button>Record</button>
<p></p>
<script>
const text = document.querySelector('p')
const button = document.querySelector('button')
const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
let socket
let stream

function join(left, right) {
  const joined = new Int16Array(left.length + right.length)
  joined.set(left, 0)
  joined.set(right, left.length)
  return joined
}

async function record(onSound) {
  const context = new AudioContext({ sampleRate: 16000, latencyHint: 'balanced' })
  const source = context.createMediaStreamSource(stream)
  await context.audioWorklet.addModule('/worklet.js')
  const worklet = new AudioWorkletNode(context, 'blocks')
  source.connect(worklet)
  worklet.connect(context.destination)
  let queue = new Int16Array(0)
  worklet.port.onmessage = ({ data }) => {
    queue = join(queue, new Int16Array(data))
    if ((queue.length / context.sampleRate) * 1000 < 100) return
    const sound = new Uint8Array(queue.subarray(0, 1600).buffer)
    queue = queue.subarray(1600)
    onSound(sound)
  }
}

async function start() {
  stream = await navigator.mediaDevices.getUserMedia({ audio: plain })
  const { token } = await (await fetch('/token')).json()
  const turns = {}
  socket = new WebSocket(${JSON.stringify(socketUrl)} + token)
  socket.onopen = () => record((sound) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(sound)
  })
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data)
    if (message.type !== 'Turn') return
    turns[message.turn_order] = message.transcript
    const ordered = Object.keys(turns).sort((a, b) => Number(a) - Number(b))
    text.innerText = ordered.map((key) => turns[key]).join(' ')
  }
}

function stop() {
  socket.send(JSON.stringify({ type: 'Terminate' }))
  socket.close()
  stream.getTracks().forEach((track) => track.stop())
}

button.onclick = () => {
  if (socket) stop()
  else void start()
}
</script>`
}

/** The sample's worklet: each block of the browser as 16-bit samples. */
export const worklet = `registerProcessor('blocks', class extends AudioWorkletProcessor {
  process([input]) {
    const samples = input?.[0]
    if (samples) this.port.postMessage(Int16Array.from(samples, (value) => value * 32767).buffer)
    return true
  }
})`
