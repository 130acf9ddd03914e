import { isOpen, itemsOf, phases } from '../../../engagement/index';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { mostBrief } from './pages';
import { showSection } from './press';
import { generalLine, overallSummary, sectionSummary } from './progress';
import { type Row, rowOf } from './rows';
import type { Screen } from './screen';
import { chooseFrom, openButton } from './section';

/** What's left over everything: the current phase's open items, then a line per phase, general responsibilities as one. */
export const left = (context: Context): Screen => {
  const { words, engagement, engagementId } = context;
  const open = engagement.phase ? itemsOf(engagement, engagement.phase).filter(isOpen) : [];
  const shown = open.slice(0, mostBrief);
  const summary = overallSummary(context);
  const line = (section: (typeof phases)[number] | 'general', text: string): Row => ({
    text: `${text}\u00a0›`,
    status: '',
    spoken: words.say('row/spokenLine', { text }),
    ...showSection(engagementId, section),
  });
  const { overview, mine } = showButtons(words, engagementId);
  return {
    card: 'items',
    summary,
    data: {
      title: words.say('left/title'),
      lines: [{ text: summary, subtle: false }],
      groups: [
        ...(engagement.phase && shown.length > 0
          ? [{ title: sectionSummary(context, engagement.phase), rows: shown.map((item) => rowOf(context, item)) }]
          : []),
        {
          title: '',
          rows: [
            ...phases.map((phase) => line(phase, sectionSummary(context, phase))),
            line('general', generalLine(context)),
          ],
        },
      ],
      choose: chooseFrom(context, shown),
      buttons: buttonsOf([...(shown.length > 0 ? [openButton(context)] : []), mine, overview]),
    },
  };
};
