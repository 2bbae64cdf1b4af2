import { importerPortMessage } from '../../preload/ports'
import { decode } from './decode'
import { encode } from './encode'
import { connectPort } from './port'

// One file, then the page is closed.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  const data = event.data as { type?: unknown } | null
  if (event.source !== window || data?.type !== importerPortMessage || !port) return
  const main = connectPort(port)
  void main.begun.then(({ type, size }) => (type === 'decode' ? decode : encode)(size, main))
})
