// Reads the calendar that a person chose, and gives a meeting the title and people of its appointment.
export { setupCalendar } from './setup'
