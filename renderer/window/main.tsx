import '@fontsource-variable/inter'
import '../shared/tokens.css'
import '../shared/base.css'
import { createRoot } from 'react-dom/client'
import { createAsk } from '../shared/ask'
import { bridge } from '../shared/bridge'
import { App } from './app'
import { createActions } from './stores/actions'
import { connect } from './stores/connect'
import { createStores } from './stores/stores'

/** Fills the stores from main first, so that the first picture is the true one. */
async function start(): Promise<void> {
  const ask = createAsk(bridge)
  const stores = createStores(ask, (flush) => requestAnimationFrame(flush))
  const actions = createActions(ask, stores, bridge)
  await connect(bridge, stores, actions)
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')
  createRoot(root).render(<App parley={{ stores, actions }} />)
}

void start()
