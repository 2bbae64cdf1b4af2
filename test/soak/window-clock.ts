import { installClock } from './clock'

// Runs in the window before its own code.
installClock(Infinity)
