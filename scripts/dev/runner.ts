// Runs the app for `npm run dev`, inside its session. It restarts the app or reloads a page when the
// file of that name in the folder `signals` changes. Arguments: the folder, then the command line.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { reloadPage } from '../devtools'

const [, , signals = '', command = '', ...args] = process.argv
/** Changes within this time restart the app once, because a shared file belongs to several bundles. */
const gatherMs = 30
/** The app has this long to quit. */
const quitMs = 1000

interface RunningApp {
  /** The port of its developer tools. */
  readonly port: Promise<number>
  stop(): Promise<void>
}

function start(): RunningApp {
  let stopping = false
  const child = spawn(command, [...args, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const port = new Promise<number>((resolve) => {
    let printed = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      process.stderr.write(text)
      printed = (printed + text).slice(-10_000)
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]
      if (found) resolve(Number(found))
    })
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      // A person who closes the app also ends `npm run dev`.
      if (!stopping) process.exit(code ?? 1)
      resolve()
    })
  })
  return {
    port,
    stop: async () => {
      stopping = true
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), quitMs)
      await ended
      clearTimeout(late)
    },
  }
}

let app = start()
// The first request of Node takes 0.1 s longer, so it is made before there is a change: no page is there.
void app.port.then((port) => reloadPage(port, 'none:'))
const changed = new Set<string>()
let timer: NodeJS.Timeout | null = null

async function apply(): Promise<void> {
  const names = [...changed]
  changed.clear()
  if (names.includes('main')) {
    await app.stop()
    app = start()
  } else {
    const port = await app.port
    for (const role of names) {
      // The app stops pages that navigate themselves, so Chromium reloads them.
      await reloadPage(port, `app://${role}/`)
    }
  }
  timer = changed.size > 0 ? later() : null
}

function later(): NodeJS.Timeout {
  return setTimeout(() => void apply(), changed.has('main') ? gatherMs : 0)
}

watch(signals, (_event, name) => {
  if (name === null) return
  changed.add(name)
  timer ??= later()
})
