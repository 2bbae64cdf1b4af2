import '@fontsource-variable/inter'
import '../shared/tokens.css'
import '../shared/base.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { bridge } from '../shared/bridge'
import { applyLanguage } from '../shared/language'
import { App } from './app'
import { connect } from './stores/main-process'
import { createParley, openParley } from './stores/parley'

/** Loads the state from main first, so that the first picture is already right. */
async function start(): Promise<void> {
  applyLanguage()
  const main = connect(bridge)
  const parley = createParley(main, (flush) => requestAnimationFrame(flush))
  await openParley(parley, main.loaded)
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')
  flushSync(() => createRoot(root).render(<App parley={parley} />))
  // What can wait in main begins when the first picture is drawn.
  requestAnimationFrame(() => requestIdleCallback(() => bridge.send('window:drawn', undefined)))
}

void start()
