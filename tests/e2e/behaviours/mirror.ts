import { equal } from "../harness/assert.ts";
import { EditorDesk, type EditorRow } from "../harness/editor-desk.ts";
import { test } from "../harness/runner.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";

const area: EditorRow = { name: "textarea", path: "textarea", kind: "textarea", input: "textarea" };
const line: EditorRow = { name: "input", path: "input", kind: "textarea", input: "input", single: true };

const CALM = "Merci de votre message, nous regardons tout de suite avec le service des envois. ";
const WORDS = "Vous êtes vraiment un imbécile";
const INSULT = "Vous êtes vraiment un imbécile. Merci.";

interface Case {
  name: string;
  row?: EditorRow;
  /** Styles of the field, then of everything around it. */
  field?: Record<string, string>;
  page?: Record<string, string>;
  text?: string;
  wrap?: "off";
  /** Where writing turns round, carets are in two places at once: look beside the first and the last letter. */
  inner?: boolean;
  /** What happens once the line is there: the line must find its words again. */
  after?: (desk: EditorDesk) => Promise<void>;
}

const style = (desk: EditorDesk, selector: string, styles: Record<string, string>): Promise<void> =>
  desk.page.$eval(selector, (element, given) => {
    for (const [name, value] of Object.entries(given)) (element as HTMLElement).style.setProperty(name, value);
  }, styles);

const scrolled = (left: number | null, top: number | null) => (desk: EditorDesk): Promise<void> =>
  desk.page.$eval(desk.row.input, (element, x, y) => {
    if (x !== null) element.scrollLeft = x;
    if (y !== null) element.scrollTop = y;
  }, left, top);

const cases: readonly Case[] = [
  { name: "padding and border", field: { padding: "3px 40px 9px 25px", border: "7px solid", width: "70%" } },
  { name: "large, slanted, spaced letters", field: { font: "italic 700 22px/1.7 monospace", "letter-spacing": "3px", "word-spacing": "9px" } },
  { name: "capitals by style, indented, centred", field: { "text-transform": "uppercase", "text-indent": "40px", "text-align": "center" } },
  { name: "right to left", field: { direction: "rtl" }, inner: true },
  { name: "tabs", field: { "tab-size": "3" }, text: `\tMerci.\t${INSULT}` },
  { name: "wrapped in a narrow field", field: { width: "11rem", height: "16rem" }, text: CALM + INSULT },
  { name: "scrolled down", field: { height: "4rem" }, text: `${CALM}\n\n${CALM}\n${INSULT}\n\nMerci.\n\nMerci.`, after: scrolled(null, 55) },
  { name: "unwrapped and scrolled sideways", wrap: "off", text: CALM + CALM + INSULT, after: scrolled(900, null) },
  { name: "resized", text: CALM + INSULT, after: (desk) => style(desk, "textarea", { width: "17rem", height: "12rem" }) },
  { name: "pushed down by what grows above", after: (desk) => style(desk, ".text", { padding: "37px 0" }) },
  { name: "zoomed by style", page: { zoom: "1.4" } },
  { name: "zoomed by transform", page: { transform: "scale(0.8)", "transform-origin": "0 0" } },
  { name: "input, long and scrolled sideways", row: line, text: CALM + INSULT, after: scrolled(330, null) },
  { name: "input, padded and large", row: line, field: { padding: "11px 30px", border: "5px solid", height: "70px", "font-size": "21px" } },
  { name: "input, zoomed by style", row: line, page: { zoom: "1.3" } },
];

/** The letters over the painted lines, as the browser's own caret finds them; "" where nothing is to be seen. */
function lettersOnLines(desk: EditorDesk, inner: boolean): Promise<string> {
  return desk.page.$eval(desk.row.input, (element, within) => {
    const field = element as HTMLTextAreaElement;
    const box = field.getBoundingClientRect();
    const roots = [...document.querySelectorAll("html > :not(head, body)")].map((host) => host.shadowRoot);
    const spans = roots.flatMap((root) => [...(root?.querySelectorAll(".mirror span") ?? [])]);
    return spans
      .flatMap((span) => [...span.getClientRects()])
      .filter((rect) => rect.width > 2 && rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1 && rect.left >= box.left && rect.right <= box.right)
      .map((rect) => {
        const middle = rect.top + rect.height / 2;
        const [start, end] = [rect.left + within, rect.right - within].map((x) => document.caretPositionFromPoint(x, middle));
        if (start?.offsetNode !== field || end?.offsetNode !== field) return "(beside the field)";
        return field.value.slice(start.offset, end.offset);
      })
      .join(" ");
  }, inner ? 6 : 1);
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

for (const { name, row = area, field = {}, page = {}, text = INSULT, wrap, inner = false, after } of cases) {
  test(`mirror: ${name}`, variants.scripted, async (session) => {
    const desk = await EditorDesk.open(session, row);
    await style(desk, row.input, field);
    await style(desk, "main", page);
    if (wrap) await desk.page.$eval(row.input, (element) => element.setAttribute("wrap", "off"));
    await desk.focus();
    await desk.page.evaluate((given) => document.execCommand("insertText", false, given), text);
    if (after) {
      await until("a line", () => desk.page.evaluate(() => [...document.querySelectorAll("*")].some((element) => element.shadowRoot?.querySelector(".mirror span"))));
      await after(desk);
    }
    const wanted = inner ? WORDS.slice(1, -1) : WORDS;
    let seen = "";
    await until("the line to be on its words", async () => (seen = squeezed(await lettersOnLines(desk, inner))) === wanted).catch(() => {});
    equal("the words over the line", seen, wanted);
  });
}
