/** The looks of the overlay, in one constructed stylesheet: light, dark, forced colours, reduced motion. */

/** Lines under words: three levels, three shapes, three colours of at least 3:1 on white and on black. */
export const LINES = {
  advice: { style: "dotted", color: "light-dark(#1f6feb, #6cb0ff)" },
  warn: { style: "dashed", color: "light-dark(#b35900, #ffa94d)" },
  block: { style: "double", color: "light-dark(#c4162a, #ff7b86)" },
} as const;

/** A stopped script cannot remove what it drew: the picture fades by itself unless it is kept alive. */
export const FADES_AFTER_SECONDS = 4;

export const SHEET = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; overflow: visible !important; pointer-events: none !important;
  z-index: 2147483647 !important; color-scheme: light dark !important;
}
.stage {
  --paper: light-dark(#ffffff, #1d2126); --ink: light-dark(#1a1d21, #f0f2f4); --soft: light-dark(#4d5662, #b4bcc6);
  --edge: light-dark(#8a94a0, #7a8590); --wash: light-dark(#f2f5f7, #2a3037);
  --calm: light-dark(#0b6b3a, #63d69b); --tense: light-dark(#8f4700, #ffb35c); --hot: light-dark(#b01226, #ff8a94);
  --act: light-dark(#0a5f6b, #7fd6e3); --on-act: light-dark(#ffffff, #06272c); --focus: light-dark(#0a4fd0, #9cc4ff);
  font: 14px/1.45 system-ui, sans-serif; color: var(--ink); text-align: start; direction: inherit;
  animation: fade 1ms linear ${FADES_AFTER_SECONDS}s forwards;
}
@keyframes fade { to { visibility: hidden; opacity: 0; } }
.stage * { box-sizing: border-box; }
.badge, .panel, .note { position: fixed; }
/* A note is only read: what it covers for a while can be pressed through it. */
.badge, .panel { pointer-events: auto; }
.mirror-clip { position: fixed; overflow: hidden; pointer-events: none; }
.mirror { position: absolute; inset: 0 auto auto 0; margin: 0; border: 0; color: transparent; -webkit-text-fill-color: transparent; background: none; overflow: visible; }
.mirror span { text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; text-decoration-skip-ink: none; }
.mirror .advice { text-decoration-style: dotted; text-decoration-color: ${LINES.advice.color}; }
.mirror .warn { text-decoration-style: dashed; text-decoration-color: ${LINES.warn.color}; }
.mirror .block { text-decoration-style: double; text-decoration-color: ${LINES.block.color}; }

button {
  font: inherit; color: inherit; background: var(--wash); border: 1px solid var(--edge); border-radius: 6px;
  padding: 5px 10px; min-height: 28px; margin: 0; cursor: pointer; text-align: start;
}
button:hover { border-color: var(--ink); }
button:focus-visible, .panel:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
/* A press on it is the panel's: a disabled button would let it take the focus away, unseen by the shield. */
button[disabled] { opacity: .6; pointer-events: none; }
button.main { background: var(--act); border-color: var(--act); color: var(--on-act); font-weight: 600; }

.badge { display: flex; gap: 4px; }
.badge button {
  display: inline-flex; align-items: center; gap: 6px; padding: 1px 9px; min-height: 24px; border-radius: 12px;
  background: var(--paper); font-size: 12px; font-weight: 600; white-space: nowrap; box-shadow: 0 1px 3px #0004;
}
.shape { inline-size: 10px; block-size: 10px; flex: none; background: currentColor; }
.calm .shape { border-radius: 50%; } .calm { color: var(--calm); }
.tense .shape { clip-path: polygon(50% 0, 100% 100%, 0 100%); } .tense { color: var(--tense); }
.hot { color: var(--hot); }
.unsure .shape { background: none; border: 2px dashed currentColor; } .unsure { color: var(--soft); }
.waiting .shape { background: none; border: 2px solid currentColor; border-radius: 50%; } .waiting { color: var(--soft); }
.offer .shape { clip-path: polygon(40% 0, 60% 0, 60% 40%, 100% 40%, 100% 60%, 60% 60%, 60% 100%, 40% 100%, 40% 60%, 0 60%, 0 40%, 40% 40%); } .offer { color: var(--act); }

.panel {
  inline-size: min(380px, calc(100vw - 16px)); max-block-size: min(80vh, 560px); overflow: auto; overscroll-behavior: contain; scroll-padding-block: 36px 10px;
  background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; box-shadow: 0 6px 24px #0006; padding: 12px 14px;
}
.panel h2 { font-size: 15px; line-height: 1.3; margin: 0 0 6px; }
.panel p { margin: 0 0 8px; }
.panel ul { margin: 0 0 8px; padding: 0; list-style: none; display: grid; gap: 6px; }
.soft { color: var(--soft); font-size: 13px; }
.words { font-weight: 700; overflow-wrap: anywhere; }
.row { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin-top: 8px; }
.row .push { margin-inline-start: auto; }
.severity { display: inline-flex; align-items: center; gap: 6px; font-size: 12px; font-weight: 600; }
.preview { background: var(--wash); border-radius: 6px; padding: 8px; white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 150px; overflow: auto; }
.choice { display: block; inline-size: 100%; white-space: pre-wrap; overflow-wrap: anywhere; }
.choice b { display: block; }
.head { display: flex; align-items: center; gap: 8px; margin: -12px -14px 8px; padding: 3px 14px; min-block-size: 28px; border-radius: 10px 10px 0 0; background: var(--wash); cursor: move; touch-action: none; user-select: none; position: sticky; inset-block-start: -12px; }
.grip { inline-size: 44px; min-block-size: 26px; padding: 4px 9px; border-color: transparent; background: radial-gradient(circle, currentColor 1.5px, transparent 2px) 0 0 / 8px 8px content-box; cursor: move; }
.back { margin-inline-start: auto; min-height: 24px; padding: 1px 8px; font-size: 12px; }
.exposed { border-inline-start: 4px solid var(--tense); padding-inline-start: 8px; }
.badge .fold { padding: 1px 7px; color: var(--soft); }
.folded button { padding: 1px 6px; }
.kept { block-size: 118px; }
.anyway { margin-block-start: 12px; border-block-start: 1px solid var(--edge); padding-block-start: 10px; }
.anyway p { margin: 0 0 6px; }
[role=radiogroup] { display: flex; flex-wrap: wrap; gap: 6px; margin-block-end: 10px; }
.reason::before { content: ""; display: inline-block; inline-size: 10px; block-size: 10px; margin-inline-end: 7px; border: 2px solid currentColor; border-radius: 50%; vertical-align: -1px; }
.reason[aria-checked=true] { border-color: var(--act); background: var(--paper); font-weight: 600; }
.reason[aria-checked=true]::before { background: currentColor; box-shadow: inset 0 0 0 2px var(--paper); }
.hold { display: flex; align-items: center; gap: 10px; inline-size: 100%; min-block-size: 40px; margin-block-end: 6px; touch-action: none; user-select: none; }
.ring { inline-size: 22px; block-size: 22px; flex: none; border-radius: 50%; background: conic-gradient(var(--hot) var(--turn, 0turn), var(--edge) 0); mask: radial-gradient(circle, transparent 6px, #000 7px); }
.gate { inset: 0; margin: auto; block-size: fit-content; inline-size: min(460px, calc(100vw - 16px)); max-block-size: calc(100vh - 16px); padding: 18px 20px; }
.veil { position: fixed; inset: 0; background: #0006; pointer-events: none; }
.breath { display: flex; align-items: center; gap: 14px; margin: 10px 0; min-block-size: 64px; }
.circle { inline-size: 56px; block-size: 56px; flex: none; border-radius: 50%; border: 3px solid var(--act); background: color-mix(in srgb, var(--act) 25%, transparent); animation: breathe 12s ease-in-out infinite; }
.breath.done .circle { animation: none; }
@keyframes breathe { 0%, 100% { transform: scale(.55); } 33%, 67% { transform: scale(1); } }
.note { margin: 0; max-inline-size: min(380px, calc(100vw - 32px)); background: var(--ink); color: var(--paper); border-radius: 8px; padding: 10px 14px; box-shadow: 0 2px 12px #0006; }
.live { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@media (max-height: 560px) { .gate { padding: 10px 16px; } .gate .preview { min-block-size: 0; max-block-size: 66px; block-size: 66px; } }
@media (max-height: 320px) { .gate { padding: 8px 10px; } .gate .circle { display: none; } .gate .breath { min-block-size: 0; } .gate .row { position: sticky; inset-block-end: -8px; background: var(--paper); padding-block: 4px; } }
@media (prefers-reduced-motion: reduce) { .ring { display: none; } .circle { animation: none; transform: scale(1); } }
@media (forced-colors: active) {
  .panel, .badge button, .note { border: 2px solid CanvasText; }
  .shape { forced-color-adjust: none; background-color: CanvasText; }
  .mirror span { text-decoration-color: Highlight; }
  .ring { forced-color-adjust: none; background: conic-gradient(Highlight var(--turn, 0turn), GrayText 0); }
  .grip { background: ButtonFace; border-color: ButtonText; }
  .reason[aria-checked=true] { border-color: Highlight; outline: 2px solid Highlight; }
  .reason[aria-checked=true]::before { forced-color-adjust: none; background: Highlight; }
  button[disabled] { color: GrayText; border-color: GrayText; opacity: 1; }
}
`;
