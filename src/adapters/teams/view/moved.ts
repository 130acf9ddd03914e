import type { Post } from '../../../application/ports';
import { showButtons } from './buttons';
import type { Context } from './context';
import { type Line, line, notice, strong } from './lines';
import { overview } from './overview';
import { plain } from './plain';
import type { Screen } from './screen';
import { linked } from './where';

/** All that is left of the post where the overview stood before. */
export const moved = (context: Context, post: Post | undefined): Screen => ({
  ...notice('', [leading(context, 'moved', post)], [toOverview(context)]),
  summary: context.words.say('moved/moved'),
});

/** What whoever asked for the overview is told: how it stands, and where it was posted anew. */
export const posted = (context: Context, post: Post | undefined): Screen => {
  const { summary } = overview(context);
  const lines = [strong(plain(summary)), leading(context, 'posted', post)];
  return { ...notice('', lines, [toOverview(context)]), summary };
};

const leading = ({ words }: Context, key: 'moved' | 'posted', post: Post | undefined): Line => {
  const text = words.say(`moved/${key}`);
  const link = linked(words.say('button/overview'), post);
  return line(post === undefined ? text : words.say(`moved/${key}To`, { link }));
};

const toOverview = ({ words, engagementId }: Context) => showButtons(words, engagementId).overview;
