import type { Translation } from '../../catalogue'

export const captions: Translation['window']['captions'] = {
  title: 'Sous-titres',
  words: 'Sous-titres en direct',
  idle: 'Rien n’est enregistré.',
  starting: 'Démarrage',
  controls: 'Commandes des sous-titres',
  keys: 'Déplacez les sous-titres avec les touches fléchées. Maintenez Maj pour changer la largeur. Appuyez sur Échap pour fermer.',
  textSize: 'Taille du texte',
  sizes: { small: 'Petit texte', medium: 'Texte moyen', large: 'Grand texte' },
  letter: 'A',
  clear: 'Fond transparent',
  clickThrough: 'Cliquer à travers',
  clickThroughText: 'Les clics vont à la fenêtre située sous les sous-titres.',
  clicksGoThrough:
    'Les clics passent maintenant à travers. Pour désactiver cela, utilisez le menu à côté de Sous-titres dans Parley, ou la zone de notification.',
  goThere: 'Aller aux sous-titres',
  close: 'Fermer',
}
