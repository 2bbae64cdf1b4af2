import { spawn } from 'node:child_process'
import { frameSamples } from '../../../common/model/sound'
import { wordNumbers } from '../../speech/tones'
import { openForeign, type ForeignSession } from '../../service/foreign-client'

/**
 * The service's own SDK in a process of its own: records a microphone with parec, and sends frames of
 * 50 ms, as the service advises. Ends when its input ends, and then prints the words that it heard.
 */
const [host = '', apiKey = '', device = ''] = process.argv.slice(2)
const frameBytes = 2 * frameSamples

async function main(): Promise<void> {
  const session = await openForeign(host, { apiKey, formatTurns: true })
  const format = ['--format=s16le', '--rate=16000', '--channels=1', '--raw']
  const recorder = spawn('parec', ['-d', device, '--latency-msec=50', ...format], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = Buffer.alloc(0)
  recorder.stdout.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data])
    for (; rest.length >= frameBytes; rest = rest.subarray(frameBytes)) {
      send(session, rest.subarray(0, frameBytes))
    }
  })
  process.stdin.resume()
  await new Promise((resolve) => process.stdin.once('end', resolve))
  recorder.kill()
  await session.close()
  const finals = session.turns.filter((turn) => turn.end_of_turn && turn.turn_is_formatted)
  process.stdout.write(JSON.stringify(finals.flatMap((turn) => wordNumbers(turn.transcript))))
  process.exit(0)
}

function send(session: ForeignSession, frame: Buffer): void {
  try {
    session.sound(new Int16Array(new Uint8Array(frame).buffer))
  } catch {
    // The connection is closed, and the SDK opens no other one: this sound is lost.
  }
}

await main()
