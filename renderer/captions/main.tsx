import '@fontsource-variable/inter'
import '../shared/tokens.css'
import '../shared/base.css'
import { createRoot } from 'react-dom/client'
import { messages } from '../../common/text/window'
import { createCall } from '../shared/call'
import { bridge } from '../shared/bridge'
import { applyLanguage } from '../shared/language'
import { Captions } from './captions'
import { connect } from './connect'
import { createCaptionsStore } from './store'

async function start(): Promise<void> {
  applyLanguage()
  document.title = `Parley · ${messages.captions.title}`
  const call = createCall(bridge)
  const store = createCaptionsStore()
  await connect(bridge, call, store)
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')
  createRoot(root).render(
    <Captions
      store={store}
      set={(change) => void call('captions:set', change)}
      drag={(drag) => bridge.send('captions:drag', drag)}
      close={() => bridge.send('captions:close', undefined)}
    />,
  )
}

void start()
