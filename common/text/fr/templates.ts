import type { Translation } from '../catalogue'

export const builtInTemplates: Translation['templates'] = {
  taskColumns: 'qui | quoi | pour quand',
  general: {
    name: 'Général',
    text: `# Général

## Résumé

Trois à cinq phrases qui disent à une personne absente de quoi il s’agissait et comment cela s’est terminé.

## Décisions

Ce qui a été décidé. Pas ce qui a seulement été proposé.

## Tâches

qui | quoi | pour quand

## Questions ouvertes

Ce qui a été demandé ou laissé en suspens, et par qui.
`,
  },
  standUp: {
    name: 'Point quotidien',
    text: `# Point quotidien

Regrouper par personne quand plusieurs parlent.

## Fait

Ce qui a été terminé depuis la dernière fois.

## Ensuite

qui | quoi | pour quand

## Blocages

Ce qui empêche quelqu’un d’avancer, et qui peut aider.
`,
  },
  interview: {
    name: 'Entretien',
    text: `# Entretien

## Résumé

Qui a été interrogé, à quel sujet, et les deux ou trois impressions principales exprimées à voix haute.

## Réponses

Une phrase par sujet, dans les mots de la personne interrogée.

## Prochaines étapes

qui | quoi | pour quand

## Questions ouvertes

Ce qui a été demandé et n’a pas reçu de réponse.
`,
  },
}
