/** The comments of the practice feed: an invented brand, invented people, each comment in its own language. */

/** The kind of reply box, as sites have them. */
export type ComposerKind = "textarea" | "editable";

/** One comment of the feed. */
export interface PracticeComment {
  author: string;
  lang: "fr" | "en";
  minutesAgo: number;
  text: string;
  composer: ComposerKind;
}

export const COMMENTS: readonly PracticeComment[] = [
  {
    author: "Camille Roussel",
    lang: "fr",
    minutesAgo: 4,
    text: "Colis annoncé il y a neuf jours, toujours rien, et le suivi n'a pas bougé depuis lundi. Vous comptez me le livrer avant Noël ?",
    composer: "textarea",
  },
  {
    author: "Bastien L.",
    lang: "fr",
    minutesAgo: 12,
    text: "Bande d'incapables. Vous êtes une boîte de voleurs et votre community manager est un clown.",
    composer: "editable",
  },
  {
    author: "Margaret Doyle",
    lang: "en",
    minutesAgo: 19,
    text: "You charged me twice for the same order and nobody answers the phone. I want my money back this week.",
    composer: "textarea",
  },
  {
    author: "Nadia Benali",
    lang: "fr",
    minutesAgo: 31,
    text: "Très mal reçue samedi dans votre boutique de Nantes : la vendeuse a levé les yeux au ciel quand j'ai demandé une autre taille. Ça m'a gâché la journée.",
    composer: "editable",
  },
  {
    author: "Jules Ferrand",
    lang: "fr",
    minutesAgo: 47,
    text: "Ah bravo, vraiment, quel service ! Trois mails, trois réponses automatiques. On sent l'artisanat.",
    composer: "textarea",
  },
  {
    author: "Priya Nair",
    lang: "en",
    minutesAgo: 62,
    text: "Do the linen curtains come in 280 cm? I cannot find the sizes on the product page.",
    composer: "editable",
  },
  {
    author: "Hélène Marchand",
    lang: "fr",
    minutesAgo: 95,
    text: "Commande reçue ce matin, emballage soigné et petit mot écrit à la main. Merci à toute l'équipe, je reviendrai !",
    composer: "textarea",
  },
  {
    author: "Tom Akerman",
    lang: "en",
    minutesAgo: 130,
    text: "Your site has been down since last night and my cart is gone. Is anyone even working on it?",
    composer: "textarea",
  },
  {
    author: "Sofiane K.",
    lang: "fr",
    minutesAgo: 210,
    text: "Remboursement promis le 3, on est le 21. C'est la quatrième fois que je demande. Dernier message avant la répression des fraudes.",
    composer: "editable",
  },
  {
    author: "rager_4_life",
    lang: "en",
    minutesAgo: 1500,
    text: "lol imagine paying that much for a lamp. your customers are as dumb as your designers",
    composer: "textarea",
  },
  {
    author: "Dédé du 59",
    lang: "fr",
    minutesAgo: 1700,
    text: "Je sais où est votre boutique. Je vais venir vous casser la figure.",
    composer: "textarea",
  },
];
