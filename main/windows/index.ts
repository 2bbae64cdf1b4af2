// The main window and the pages without a window: recorder and importer.
export { openImporterPage } from './importer-page'
export { type MainWindow, setupMainWindow } from './main-window'
export { setupPageSound } from './page-sound'
export { setupPages } from './pages'
export { setupRecorderPage } from './recorder-page'
export { enableCaptureFeatures } from './system-audio'
