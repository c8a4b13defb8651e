// Requests for both cores: both languages, every way of being read, every kind of character.

/** Drafts, with the verdict where it is beyond doubt. */
export const DRAFTS = [
  { draft: "Bonjour Claire, merci pour votre message, nous regardons cela aujourd'hui.", verdict: "ok" },
  { draft: "Hello Tom, thank you for telling us, we are looking into it today.", verdict: "ok" },
  { draft: "Vous êtes un idiot.", stopped: true },
  { draft: "You are an idiot.", stopped: true },
  { draft: "Merci Paul. Vous êtes un gros connard, et je pèse mes mots.", stopped: true },
  { draft: "Fuck off and stop writing to us.", stopped: true },
  { draft: "👨‍👩‍👧‍👦 Vous êtes un idiot 😡, vraiment.", stopped: true },
  { draft: "𝄞 e\u0301te\u0301 : vous êtes un idiot.", stopped: true },
  { draft: "\u202eVous êtes un idiot.\u202c", stopped: true },
  { draft: "ARRÊTEZ DE NOUS ÉCRIRE TOUS LES JOURS, ÇA SUFFIT MAINTENANT !!!" },
  { draft: "Calmez-vous et relisez nos conditions." },
  { draft: "On va vous retrouver et vous allez le regretter." },
  { draft: "C'est de votre faute, il fallait lire la notice." },
  { draft: "Si vous continuez, je supprime votre commentaire et je vous bloque." },
  { draft: "Envoyez-nous votre numéro de carte bancaire ici en commentaire." },
  { draft: "Whatever. Not our problem, mate." },
  { draft: "It is your fault, you should have read the manual." },
  { draft: "Un client nous a écrit « vous êtes des idiots » : nous comprenons sa colère.", verdict: "ok" },
  { draft: "Nous avons été idiots de ne pas vous répondre plus tôt.", verdict: "ok" },
  { draft: "" },
  { draft: "   \n\t " },
  { draft: "👍" },
  { draft: "Bonjour\0tout le monde" },
  { draft: "Danke für Ihre Nachricht, wir kümmern uns darum." },
  {
    draft: "Je suis désolé, je vérifie tout de suite.",
    comment: "Mon colis n'est jamais arrivé, c'est honteux !!!",
    author: "Léa",
    network: "facebook",
  },
  { draft: "Relax, it is only a parcel.", comment: "Where is my order? I need it today.", visibility: "private" },
  { draft: "Vous êtes un idiot.", lang: "fr", locale: "en", id: "a-7" },
  { draft: "You are an idiot.", lang: "en", locale: "fr", id: 12 },
];

/** Comments to read. */
export const COMMENTS = [
  { text: "Mon colis n'est jamais arrivé, je vais contacter un avocat." },
  { text: "Why is your customer service always closed? Third time I ask!" },
  { text: "Merci infiniment, équipe au top 😍" },
  { text: "Bande de voleurs, allez tous crever 🤬" },
  { text: "" },
];
