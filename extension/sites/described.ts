/** Makes a site of its description. Where the description finds nothing, the generic site is asked. */

import { closestComposed, matches, queryDocument, attribute } from "../shared/safe-dom";
import type { ComposerDescription, Layout, SiteDescription } from "./description";
import { generic } from "./generic";
import { describedControlIn, describedControls } from "./reading/controls";
import { itemOf, itemsIn, plainHandle, readField, type ReadItem, readItem } from "./reading/fields";
import { Memory } from "./reading/memory";
import { pressedOn, remember } from "./reading/moderation";
import { isOwn, threadOf } from "./reading/thread";
import { follow } from "./reading/ways";
import { visibilityOf } from "./reading/visibility";
import type { OwnAccount, Recognition, ReplyContext, Site } from "./types";

const MOST_ROOTS = 8;

/** A composer, and the layout it belongs to. */
interface Place {
  layout: Layout;
  composer: ComposerDescription;
}

class DescribedSite implements Site {
  readonly network: string;
  private readonly memory = new Memory();

  constructor(private readonly site: SiteDescription) {
    this.network = site.network;
  }

  private placeOf(editor: Element): Place | null {
    for (const layout of this.site.layouts) {
      const composer = layout.composers.find((one) => closestComposed(editor, one.editor));
      if (composer) return { layout, composer };
    }
    return null;
  }

  /** The document, and the shadow roots that hold a part of the page. */
  private scopes(): Array<Document | ShadowRoot> {
    const hosts = this.site.roots === undefined ? [] : queryDocument(this.site.roots, MOST_ROOTS);
    return [document, ...hosts.map((host) => host.shadowRoot).filter((root) => root !== null)];
  }

  /** The layout the page shows now, with what it holds. */
  private shown(limit: number): { layout: Layout; items: Element[] } | null {
    for (const layout of this.site.layouts) {
      const items = this.scopes().flatMap((scope) => itemsIn(scope, layout.comment, limit));
      if (items.length > 0) return { layout, items: items.slice(0, limit) };
    }
    return null;
  }

  private answered(editor: Element, { layout, composer }: Place): ReadItem | null {
    this.memory.forgetElsewhere();
    for (const way of composer.answers ?? []) {
      const found = follow(way, editor, layout.comment, this.memory);
      if (found) return found;
    }
    const item = layout.post && itemOf(editor, layout.post);
    return item && layout.post ? readItem(item, layout.post) : null;
  }

  context(editor: Element): ReplyContext {
    const place = this.placeOf(editor);
    if (!place) return { ...generic.context(editor), network: this.network };
    const found = this.answered(editor, place);
    const most = Number(attribute(editor, "maxlength") ?? readField(document, place.composer.limit && [place.composer.limit]) ?? Number.NaN);
    return {
      comment: found?.text ?? null,
      author: found?.author ?? null,
      network: this.network,
      visibility: place.composer.visibility ?? visibilityOf(editor, location.pathname),
      time: found?.time ?? null,
      id: found?.id ?? null,
      permalink: found?.permalink ?? null,
      limit: Number.isInteger(most) && most > 0 ? most : null,
    };
  }

  postControls(editor: Element): Element[] {
    const place = this.placeOf(editor);
    const found = place ? describedControls(editor, place.composer) : [];
    return found.length > 0 ? found : generic.postControls(editor);
  }

  postControl(path: readonly EventTarget[], editor: Element): Element | null {
    const place = this.placeOf(editor);
    // Where the described controls are there, words alone decide nothing: « Répondre » is on every comment.
    if (place && describedControls(editor, place.composer).length > 0) return describedControlIn(path, editor, place.composer);
    return generic.postControl(path, editor);
  }

  ownsForm(form: HTMLFormElement, editor: Element): boolean {
    return generic.ownsForm(form, editor);
  }

  enterPosts(editor: Element): boolean {
    return this.placeOf(editor)?.composer.enter ?? generic.enterPosts(editor);
  }

  commandEnterPosts(editor: Element): boolean {
    return this.placeOf(editor)?.composer.commandEnter ?? true;
  }

  account(): OwnAccount | null {
    const { account } = this.site;
    const name = readField(document, account?.name);
    const handle = plainHandle(readField(document, account?.handle));
    return name === null && handle === null ? null : { name, handle };
  }

  thread(limit: number) {
    const shown = this.shown(limit);
    if (!shown) return [];
    const items = shown.items.map((item) => readItem(item, shown.layout.comment)).filter((item) => item !== null);
    return threadOf(items, shown.layout.answers, this.account());
  }

  sees(path: readonly EventTarget[]): boolean {
    this.memory.forgetElsewhere();
    let replies = false;
    for (const { reply, comment, moderation } of this.site.layouts) {
      const control = reply === undefined ? undefined : path.find((target): target is Element => target instanceof Element && matches(target, reply));
      const item = control && itemOf(control, comment);
      if (item) {
        this.memory.replied = readItem(item, comment);
        replies = true;
      }
      if (moderation) remember(path, moderation, comment, this.memory);
    }
    return replies;
  }

  moderation(path: readonly EventTarget[]) {
    this.memory.forgetElsewhere();
    for (const { moderation, comment } of this.site.layouts) {
      const pressed = moderation && pressedOn(path, moderation, comment, this.memory);
      if (pressed) return { ...pressed, comment: { ...pressed.comment, own: isOwn(pressed.comment, this.account()) } };
    }
    return null;
  }

  replyControl(comment: Element): Element | null {
    for (const { reply, comment: kind } of this.site.layouts) {
      if (reply === undefined) continue;
      const control = Array.from(Element.prototype.querySelectorAll.call(comment, reply)).find((one) => itemOf(one, kind) === comment);
      if (control) return control;
    }
    return null;
  }

  recognise(): Recognition {
    const thread = this.shown(1) !== null;
    const account = this.account() !== null;
    if (thread && account) return "recognised";
    return thread || account ? "partly" : "not";
  }
}

/** The site that reads pages as its description says. */
export function described(site: SiteDescription): Site {
  return new DescribedSite(site);
}
