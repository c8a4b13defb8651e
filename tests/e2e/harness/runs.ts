/** A reply as a network's page sent it. */
export interface SentReply {
  text: string;
  /** The fixture's own name of the comment answered; null for a post of its own. */
  inReplyTo: string | null;
  private: boolean;
}

/** Something a network's page did to a comment or to its author. */
export interface SentModeration {
  action: string;
  id: string;
}

interface Deeds {
  posts: string[];
  replies: SentReply[];
  moderations: SentModeration[];
}

/** What each open page has sent, under the name the page was opened with. */
export class Runs {
  private readonly deeds = new Map<string, Deeds>();

  /** A name under which one page's deeds are counted. */
  begin(): string {
    const run = `run-${this.deeds.size + 1}`;
    this.deeds.set(run, { posts: [], replies: [], moderations: [] });
    return run;
  }

  of(run: string): Deeds {
    const found = this.deeds.get(run);
    if (!found) throw new Error(`a page posts under the unknown name "${run}"`);
    return found;
  }
}
