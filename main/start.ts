// The first file that runs. A command of the command line is answered by the app that runs already, so
// the code of the app is loaded only if there is none.
import { createRequire } from 'node:module'
import { refusedHere } from './app/this-copy'
import { answerByRunningApp } from './control'
import { ignoreClosedOutput } from './platform'
import { verbOf } from '../common/verbs'

const loadApp = (): void => void createRequire(import.meta.url)('./app.cjs')

const verb = verbOf(process.argv)
// SECURITY: the app says what is refused, before Chromium has done anything that a switch asks for.
if (verb === null || refusedHere() !== null) {
  loadApp()
} else {
  ignoreClosedOutput()
  void answerByRunningApp(verb).then((isAnswered) => {
    if (!isAnswered) loadApp()
  })
}
