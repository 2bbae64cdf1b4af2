export { fileName, fileNameFor } from './file-name'
export { exportText, type ExportOptions, type TextFormat } from './text'
export { exportFile, type ExportJob } from './write'
