/** The page message that carries the port of one import, from the preload to the importer page. */
export const importerPortMessage = 'importer:port'
