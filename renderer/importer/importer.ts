import { importerPortMessage } from '../../common/ipc/ports'
import { decode } from './decode'
import { encode } from './encode'
import { connectPort } from './port'

// The page handles one file and is then closed.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  const data = event.data as { type?: unknown } | null
  if (event.source !== window || data?.type !== importerPortMessage || !port) return
  const main = connectPort(port)
  void main.task.then((task) =>
    task.type === 'decode' ? decode(task, main) : encode(task.size, main),
  )
})
