/** Makes a site of its description. Where the description finds nothing, the generic site is asked. */

import { closestComposed, containsComposed, matches, queryAll } from "../shared/safe-dom";
import type { ComposerDescription, Layout, SiteDescription } from "./description";
import { generic } from "./generic";
import { describedControls } from "./reading/controls";
import { itemOf, itemsIn, plainHandle, readField, type ReadItem, readItem } from "./reading/fields";
import { limitOf } from "./reading/limit";
import { Memory } from "./reading/memory";
import { forget, pressedOn, remember } from "./reading/moderation";
import { accessibleName, fold } from "./reading/names";
import { isDisabled } from "./reading/post-control";
import { isOwn, threadOf } from "./reading/thread";
import { follow } from "./reading/ways";
import { visibilityOf } from "./reading/visibility";
import type { OwnAccount, Recognition, ReplyContext, Site } from "./types";

const MOST_ROOTS = 8;
/** Among so many comments, one of ours may say who we are. */
const MOST_LOOKED_AT = 60;

/** A composer, and the layout it belongs to. */
interface Place {
  layout: Layout;
  composer: ComposerDescription;
}

/** Whether this opens the reply box of a comment. */
function isReply(control: Element, { reply, replyNamed }: Layout): boolean {
  return reply !== undefined && matches(control, reply) && replyNamed?.test(fold(accessibleName(control))) !== false;
}

class DescribedSite implements Site {
  readonly network: string;
  readonly guesses = false;
  private readonly memory = new Memory();

  constructor(private readonly site: SiteDescription) {
    this.network = site.network;
  }

  private placeOf(editor: Element): Place | null {
    for (const layout of this.site.layouts) {
      const composer = layout.composers.find((one) => closestComposed(editor, one.editor) && one.page?.test(location.pathname + location.search) !== false);
      if (composer) return { layout, composer };
    }
    return null;
  }

  /** The document, and the shadow roots that hold a part of the page. */
  private scopes(): Array<Document | ShadowRoot> {
    return [document, ...this.rootsIn(document)];
  }

  private rootsIn(scope: Element | Document): ShadowRoot[] {
    const hosts = this.site.roots === undefined ? [] : queryAll(scope, this.site.roots, MOST_ROOTS);
    return hosts.map((host) => host.shadowRoot).filter((root) => root !== null);
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
      const found = follow(way, editor, layout, composer, this.memory);
      if (found) return found === "unclear" ? null : found;
    }
    // A box that says whom it answers does not answer the publication.
    const { post } = layout;
    if (!post || composer.named !== undefined || composer.visibility === "private") return null;
    const posts = itemsIn(document, post, 2);
    const item = itemOf(editor, post) ?? (posts.length === 1 ? posts[0] : null);
    const read = item ? readItem(item, post) : null;
    // Under our own publication, it answers nobody.
    return read && isOwn(read, this.account()) !== true ? read : null;
  }

  /** Whether a control that is only called like one that posts may post the text of this box. */
  private mayPost(control: Element, editor: Element, { layout, composer }: Place): boolean {
    const scope = composer.within === undefined ? null : closestComposed(editor, composer.within);
    if (scope && !containsComposed(scope, control)) return false;
    const item = itemOf(control, layout.comment);
    return !isReply(control, layout) && (item === null || containsComposed(item, editor));
  }

  knows(editor: Element): boolean {
    return this.placeOf(editor) !== null;
  }

  context(editor: Element): ReplyContext {
    const place = this.placeOf(editor);
    if (!place) return { ...generic.context(editor), network: this.network };
    const found = this.answered(editor, place);
    return {
      comment: found?.text ?? null,
      author: found?.author ?? null,
      network: this.network,
      visibility: place.composer.visibility ?? visibilityOf(editor, location.pathname),
      time: found?.time ?? null,
      id: found?.id ?? null,
      permalink: found?.permalink ?? null,
      limit: limitOf(editor, place.composer),
    };
  }

  postControls(editor: Element): Element[] {
    const place = this.placeOf(editor);
    const found = place ? describedControls(editor, place.composer, place.layout.comment) : [];
    if (found.length > 0) return found;
    const called = generic.postControls(editor);
    return place ? called.filter((control) => this.mayPost(control, editor, place)) : called;
  }

  postControl(path: readonly EventTarget[], editor: Element): Element | null {
    const place = this.placeOf(editor);
    // Where the described controls are there, words alone decide nothing: « Répondre » is on every comment.
    const known = place ? describedControls(editor, place.composer, place.layout.comment) : [];
    if (known.length > 0) return path.find((target): target is Element => known.some((control) => control === target && !isDisabled(control))) ?? null;
    const called = generic.postControl(path, editor);
    return called && place && !this.mayPost(called, editor, place) ? null : called;
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
    const { answers, conversation } = shown.layout;
    const tells = conversation?.test(location.pathname + location.search) !== false;
    return threadOf(items, tells ? answers : undefined, this.account());
  }

  sees(path: readonly EventTarget[]): boolean {
    this.memory.forgetElsewhere();
    const { layouts } = this.site;
    if (!layouts.some(({ moderation, comment }) => moderation && remember(path, moderation, comment, this.memory))) forget(path, this.memory);
    const pressed = layouts.flatMap((layout) => {
      const control = path.find((target): target is Element => target instanceof Element && isReply(target, layout));
      return control ? [{ item: itemOf(control, layout.comment), comment: layout.comment }] : [];
    });
    if (pressed.length === 0) return false;
    // One that is on no comment answers the publication.
    const found = pressed.find(({ item }) => item !== null);
    this.memory.replied = found?.item ? readItem(found.item, found.comment) : null;
    return true;
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
    for (const layout of this.site.layouts) {
      const { reply } = layout;
      if (reply === undefined) continue;
      const controls = [comment, ...this.rootsIn(comment)].flatMap((scope) => queryAll(scope, reply));
      const control = controls.find((one) => isReply(one, layout) && itemOf(one, layout.comment) === comment);
      if (control) return control;
    }
    return null;
  }

  recognise(): Recognition {
    const thread = this.shown(1) !== null;
    const account = this.site.account === undefined || this.account() !== null || this.thread(MOST_LOOKED_AT).some((comment) => comment.own === true);
    if (thread && account) return "recognised";
    return thread || (account && this.site.account !== undefined) ? "partly" : "not";
  }
}

/** The site that reads pages as its description says. */
export function described(site: SiteDescription): Site {
  return new DescribedSite(site);
}
