import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  fromEngineSchema,
  type FromEngine,
  type ToEngine,
} from '../../main/local-engine/process-messages'
import { bundle } from '../soak/bundle'

/** The engine in its own process, as the app runs it; the test takes the place of main. */
export interface EngineProcess {
  readonly port: number
  readonly pid: number
  /** Faults that the process reported. */
  readonly faults: string[]
  /** The exit code once the process has ended, or null while it runs. */
  exitCode(): number | null
  /** Returns a new token for one session. */
  token(): string
  close(): void
}

/** Electron's port in front of Node's. */
const shim = `
process.parentPort = {
  on: (_name, listener) => process.on('message', (data) => listener({ data })),
  postMessage: (message) => process.send(message),
}
`

/** Bundles the real entry point of the engine's process and starts it with the light model. */
export async function startEngineProcess(modelsDir: string): Promise<EngineProcess> {
  const cache = join(import.meta.dirname, '../../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'engine-'))
  const file = join(folder, 'engine.cjs')
  writeFileSync(file, shim + (await bundle('../../main/local-engine/process.ts', 'main')))
  const child = fork(file, { serialization: 'advanced', stdio: 'ignore' })
  const faults: string[] = []
  let exitCode: number | null = null
  const post = (message: ToEngine) => void child.send(message)
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (raw) => {
      const message: FromEngine = fromEngineSchema.parse(raw)
      if (message.type === 'ready') resolve(message.port)
      if (message.type === 'failed') reject(new Error(`${message.code}: ${message.detail}`))
      if (message.type === 'fault') faults.push(message.detail)
    })
    child.on('exit', (code) => {
      exitCode = code ?? -1
      reject(new Error(`the engine ended with ${code}`))
    })
    post({
      type: 'load',
      modelsDir,
      model: 'tiny',
      installed: null,
      language: null,
      hasTerms: false,
      port: 0,
    })
  })
  return {
    port,
    pid: child.pid ?? 0,
    faults,
    exitCode: () => exitCode,
    token() {
      const token = randomBytes(32).toString('base64url')
      post({ type: 'token', token, lifeMs: 60_000, maxSessionSeconds: 10_800, terms: [] })
      return token
    },
    close() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
