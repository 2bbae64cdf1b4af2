// npm start: sets everything up and opens the app. Arguments go to the app.
import { hasDisplay } from '../bare-machine/display'
import { runOnDisplay } from '../bare-machine/run-on-display'
import { isRoot } from '../setup/cache'
import { say } from '../setup/log.mjs'
import { prepare } from '../setup/prepare'
import { command as demo } from './demo'

export async function command(args: string[]): Promise<number> {
  if (process.platform === 'linux' && !hasDisplay()) {
    say('This machine has no display, so nobody could see the window.')
    say(
      'The app records and transcribes a demo meeting on a virtual display instead (npm run demo).',
    )
    return demo([])
  }
  const prepared = await prepare({ session: isRoot() })
  const { electron, project, models } = prepared
  say('Opening Parley …')
  return runOnDisplay(prepared, [electron.executable, project, `--models-dir=${models}`, ...args])
}
