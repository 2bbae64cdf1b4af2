import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { evaluateInPage } from '../../../scripts/devtools'
import { launchSpec } from '../../../scripts/launch'
import { killAll, processTree } from '../../e2e/process-tree'
import { serviceModel } from '../../e2e/recording'
import { goodKey } from '../../e2e/service-key'
import { wordNumbers } from '../../speech/tones'
import { freePort, press } from '../plain-app'
import { browserPage, worklet } from './browser-page'
import type { Peer } from './peer'

/** The public browser sample's method, in the browser of the same Electron as Parley's. */
export const browserPeer: Peer = {
  name: 'Browser sample',
  start: async ({ folder, service, sound }) => {
    const server = await serve(service.url)
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/`
    const debugging = await freePort()
    const { executablePath, args, env, cwd } = launchSpec({
      app: emptyApp(join(folder, 'app'), url),
      args: [`--user-data-dir=${join(folder, 'data')}`, `--remote-debugging-port=${debugging}`],
      env: sound.env,
    })
    const { pid = 0 } = spawn(executablePath, args, { env, cwd, stdio: 'ignore' })
    const pressRecord = () => evaluateInPage(debugging, url, press('Record'))
    await pressRecord()
    return {
      pid,
      settled: () => Promise.resolve(),
      stop: async () => {
        await pressRecord()
        const text = await evaluateInPage(debugging, url, "document.querySelector('p').innerText")
        return wordNumbers(String(text))
      },
      kill: () => {
        killAll(processTree(pid))
        server.closeAllConnections()
        server.close()
        return Promise.resolve()
      },
    }
  },
}

/** An app with one window that shows this address, with the security options of Electron. */
function emptyApp(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'sample', main: 'main.cjs' }))
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.enableSandbox()
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 760 }).loadURL('${url}'))`,
  )
  return folder
}

/** The sample's own server: the page, and a token for each press. */
async function serve(serviceUrl: string): Promise<Server> {
  const query = new URLSearchParams({
    sample_rate: '16000',
    speech_model: serviceModel,
    formatted_finals: 'true',
    token: '',
  })
  const page = browserPage(`${serviceUrl.replace('http', 'ws')}/v3/ws?${query.toString()}`)
  const server = createServer((request, response) => {
    if (request.url === '/token') {
      void token(serviceUrl).then((answer) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
      )
      return
    }
    const isWorklet = request.url === '/worklet.js'
    response
      .writeHead(200, { 'content-type': isWorklet ? 'text/javascript' : 'text/html' })
      .end(isWorklet ? worklet : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function token(serviceUrl: string): Promise<string> {
  const response = await fetch(`${serviceUrl}/v3/token?expires_in_seconds=60`, {
    headers: { authorization: goodKey },
  })
  return response.text()
}
