// Entry point of a thread of main: it asks the sound server who plays and who holds a microphone. A
// process for it would take 30 MB more for as long as the app runs.
import { parentPort } from 'node:worker_threads'
import { toProcessSchema, type FromProcess, type ToProcess } from './messages'
import { microphoneUsers, playingPrograms } from './microphone-users'
import { isOfProgram, isOwn, programOf, type Program } from './programs'
import { recordingEvents, subscriptions, type SinkInput } from './pulse/messages'
import { connectServer, parentOf } from './server'

/** How long changes are collected, in ms. */
const burstMs = 200

const report = (message: FromProcess): void => parentPort?.postMessage(message)

/** Changes come in bursts; one look is enough for each burst. */
async function watch(ownPid: number): Promise<void> {
  let waiting: NodeJS.Timeout | null = null
  const { client } = await connectServer({
    events: subscriptions | recordingEvents,
    onChanged: () => {
      waiting ??= setTimeout(() => {
        waiting = null
        // Without answers the connection is over, and so is this thread.
        look().catch(() => process.exit(0))
      }, burstMs)
    },
    onClosed: () => process.exit(0),
  })
  async function look(): Promise<void> {
    const [outputs, inputs, sources, clients] = await Promise.all([
      client.sourceOutputs(),
      client.sinkInputs(),
      client.sources(),
      client.clients(),
    ])
    const facts = { outputs, inputs, sources, clients, ownPid, parentOf }
    report({
      type: 'microphone',
      users: microphoneUsers(facts).slice(0, 200),
      playing: playingPrograms(facts).slice(0, 1000),
    })
  }
  await look()
}

async function list(ownPid: number): Promise<void> {
  const nothing = () => undefined
  const { client } = await connectServer({ onChanged: nothing, onClosed: nothing })
  report({ type: 'programs', programs: programsOf(await client.sinkInputs(), ownPid) })
}

/** Each program once, by name. */
function programsOf(inputs: readonly SinkInput[], ownPid: number): Program[] {
  const found = new Map<string, Program>()
  for (const input of inputs) {
    const program = programOf(input)
    if (program === null || !isOfProgram(input) || isOwn(input, ownPid, parentOf)) continue
    found.set(program.key, program)
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 200)
}

async function receive(message: ToProcess): Promise<void> {
  try {
    if (message.type === 'watch') await watch(message.ownPid)
    else if (message.type === 'list') await list(message.ownPid)
  } catch (cause) {
    report({ type: 'failed', detail: cause instanceof Error ? cause.message : String(cause) })
  }
}

parentPort?.on('message', (message) => void receive(toProcessSchema.parse(message)))
