// What a page can throw at the border: nothing of it may take the instance down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { core } from "./core.mjs";

const INSULT = { draft: "Vous êtes un idiot." };
const stillWorks = () => assert.notEqual(core.checkReply(INSULT).verdict, "ok");

test("what is no request throws an Error that says so, and the next check works", () => {
  const wrong = [undefined, null, 1, "text", true, { draft: 1 }, { draft: [] }, { draft: "x", visibility: "secret" }];
  for (const request of wrong) {
    for (const call of [core.checkReply, core.suggestReplies]) {
      assert.throws(() => call(request), (error) => error instanceof Error && error.message.length > 10);
    }
  }
  assert.throws(() => core.analyzeComment({}), /text/);
  stillWorks();
});

test("a moderation that cannot be judged is refused; one that can says why, in words", () => {
  for (const request of [{}, { text: "x" }, { text: "x", action: "burn" }, { text: "👎", action: "delete" }]) {
    assert.throws(() => core.adviseModeration(request), (error) => error instanceof Error && error.message.length > 10);
  }
  const advice = core.adviseModeration({ text: "Service nul, trois semaines d'attente.", action: "delete", locale: "en" });
  assert.equal(advice.verdict, "advised-against");
  assert.match(advice.rule, /^Avoid deleting/);
  assert.ok(advice.reasons.length > 0 && advice.reasons.every(({ code, text }) => code !== "" && text !== ""));
  stillWorks();
});

test("absent, null and undefined fields are the same", () => {
  const bare = core.checkReply(INSULT);
  const nothing = { comment: null, author: undefined, lang: null, network: null, visibility: null, locale: undefined };
  assert.deepEqual(core.checkReply({ ...INSULT, ...nothing }), bare);
});

test("lone surrogates do no harm, and places stay right after them", () => {
  const draft = "\ud800 Bonjour \udc00, vous êtes un idiot.\ud83d";
  const report = core.checkReply({ draft });
  const [finding] = report.findings.filter((one) => one.rule === "insult");
  assert.ok(finding, "the insult is found");
  assert.equal(draft.slice(finding.start, finding.end), finding.text);
});

test("200,000 characters are answered within a second, and said to be cut if they were", () => {
  const draft = "Nous regardons votre dossier de près. ".repeat(5300).slice(0, 199_980) + " Vous êtes un idiot.";
  const started = performance.now();
  const report = core.checkReply({ draft });
  assert.ok(performance.now() - started < 1000, "too slow");
  if (report.checked === undefined) {
    assert.notEqual(report.verdict, "ok");
  } else {
    assert.ok(report.checked > 1000 && report.checked < draft.length);
  }
  stillWorks();
});

test("an empty draft is calm, and has no calmer version", () => {
  const report = core.checkReply({ draft: "" });
  assert.deepEqual([report.verdict, report.temperature, report.findings], ["ok", 0, []]);
  const suggestions = core.suggestReplies({ comment: "Où est mon colis ?" });
  assert.equal(suggestions.calm, null);
  assert.equal(suggestions.suggestions.length, 3);
});

test("every suggestion and every calmer version passes the checker", () => {
  for (const comment of ["Où est mon colis ? J'attends depuis un mois !", "Your app lost my money, give it back."]) {
    const draft = "Vous êtes un idiot. Lisez vos e-mails avant de vous plaindre.";
    const { suggestions, calm } = core.suggestReplies({ draft, comment });
    for (const text of [...suggestions.map((one) => one.text), calm]) {
      const { verdict } = core.checkReply({ draft: text, comment });
      assert.ok(["ok", "advise"].includes(verdict), `${verdict}: ${text}`);
    }
  }
});

test("a wrong policy is refused with its field and line; the last good one stays", () => {
  const before = core.checkReply(INSULT);
  assert.throws(() => core.loadPolicy('{\n  "nonsense": true\n}'), (error) => /nonsense/.test(error.message) && /2/.test(error.message));
  assert.throws(() => core.loadPolicy("not JSON"), Error);
  assert.deepEqual(core.checkReply(INSULT), before);
});
